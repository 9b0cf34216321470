"""What sources tell of a run, what the runner said of it, and what it is by both."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Final

from skill.value import Value

NEAR_SHARE: Final = 0.05
"""Two measures of one run differ by no more: positions alone are 2 % short of the watch, and a few percent
more under trees."""
TOLD_NEAR_METRES: Final = 250
"""A voice rounds to half a kilometre: so far apart a run that was told and one that was found may be one."""


class Version(Value):
    """What a source told of a run when an import asked it.

    Attributes:
        start: when the run began, as the source has it: aware, or naive where it knows the runner's own clock
            alone.
        at: the same moment, aware, UTC.
        day: the runner's own calendar day.
        metres: more than 0.
        measure: how exact the metres are: the greater the more.
        pairs: the keys of the pairs that the source names.
        brought_by: the number of the import.
    """

    start: datetime
    at: datetime
    day: date
    metres: float
    measure: int
    pairs: tuple[str, ...] = ()
    brought_by: int = 0

    @property
    def is_local(self) -> bool:
        """Whether the source tells the time of the runner's own clock."""
        return self.start.tzinfo is None

    def tells_as(self, other: "Version") -> bool:
        """Whether the source tells the same in both, whichever import asked."""
        return (self.start, self.metres, self.measure, self.pairs) == (
            other.start,
            other.metres,
            other.measure,
            other.pairs,
        )


Sources = Mapping[str, tuple[Version, ...]]
"""By the run's id at each source, what it told: the newest version first, never none."""


class Spoken(Value):
    """What the runner said of a run that sources tell of too.

    Attributes:
        at: when it was, where the runner told the run by voice; None for one that only came in.
        day: the day told with it.
        metres: the distance told; None when none was.
        shoe: id of the pair told; None when none was.
        corrected: whether the distance was told against what came in, and so stands.
    """

    at: datetime | None = None
    day: date | None = None
    metres: int | None = None
    shoe: str | None = None
    corrected: bool = False


UNSPOKEN = Spoken()


class Settled(Value):
    """What a run is by all that is told of it; `at` and `day` belong together."""

    at: datetime
    day: date
    metres: int
    shoe: str | None


def settle(sources: Sources, spoken: Spoken, pair_of: Callable[[str], str | None]) -> Settled:
    """What a run is by its sources and the runner's word.

    It is the same whatever came first: the metres are those that were measured best, the day is that of the
    runner's own clock where one tells it, and the pair is known where all who name one name the same. The
    runner's word about the pair stands above all, about the distance where it corrected what had come in.

    Args:
        sources: at least one.
        spoken: the runner's word.
        pair_of: the id of the pair with a key; None where it is none of the runner's, or not known.
    """
    newest = {id_: versions[0] for id_, versions in sources.items()}
    by_measure = sorted(newest, key=lambda id_: (-newest[id_].measure, id_))
    exact = [id_ for id_ in by_measure if not newest[id_].is_local] or by_measure
    local = [id_ for id_ in by_measure if newest[id_].is_local] or exact
    metres = round(newest[by_measure[0]].metres)
    if spoken.corrected and spoken.metres:
        metres = spoken.metres
    return Settled(
        at=newest[exact[0]].at,
        day=spoken.day or newest[local[0]].day,
        metres=max(metres, 1),
        shoe=spoken.shoe or _the_only_one(pair_of(key) for key in pairs_named(sources)),
    )


def far_off(told: int, sources: Sources) -> float:
    """How far a distance that was told is from that of a run that was found, as a share of it.

    Args:
        told: metres.
        sources: of the run; the nearest counts.

    Returns:
        0 where it may be the same distance, told as one tells it.
    """
    apart = min((abs(told - one[0].metres), abs(told / one[0].metres - 1)) for one in sources.values())
    return 0.0 if apart[0] <= TOLD_NEAR_METRES or apart[1] <= NEAR_SHARE else apart[1]


def pairs_named(sources: Sources) -> tuple[str, ...]:
    """The keys of all pairs that the sources name now, each once, in order."""
    return tuple(sorted({key for versions in sources.values() for key in versions[0].pairs}))


def with_version(sources: Sources, id_: str, version: Version) -> dict[str, tuple[Version, ...]]:
    """The sources with something new from one of them, instead of what the same import brought before."""
    before = tuple(one for one in sources.get(id_, ()) if one.brought_by != version.brought_by)
    return {**sources, id_: (version, *before)}


def without_import(sources: Sources, number: int) -> dict[str, tuple[Version, ...]]:
    """The sources as they were before an import; empty where nobody else tells of the run."""
    left = {
        id_: tuple(one for one in versions if one.brought_by != number) for id_, versions in sources.items()
    }
    return {id_: versions for id_, versions in left.items() if versions}


def without_history(sources: Sources, oldest: int) -> dict[str, tuple[Version, ...]]:
    """The sources without the versions that no import which can still be undone goes back to.

    Args:
        sources: as they are.
        oldest: the number of the oldest import that can be undone.
    """
    return {
        id_: tuple(
            version
            for place, version in enumerate(versions)
            if place == 0 or versions[place - 1].brought_by >= oldest
        )
        for id_, versions in sources.items()
    }


def _the_only_one(shoes: Iterable[str | None]) -> str | None:
    found = {shoe for shoe in shoes if shoe}
    return found.pop() if len(found) == 1 else None
