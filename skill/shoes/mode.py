"""How the runner wants a pair treated beside the rule: used up, or saved; without a word, evenly."""

from collections.abc import Iterable
from datetime import date

from skill.shoes.planned_race import PlannedRace
from skill.shoes.rotation import Rotation
from skill.shoes.run import RunKind
from skill.shoes.shoe import Mode, Shoe
from skill.value import Value, replace


class Moded(Value):
    """How one pair is treated.

    Attributes:
        pair: its id.
        mode: see `Shoe`, as are the others.
        saved_until: see `Shoe`.
        saved_for: see `Shoe`.
    """

    pair: str
    mode: Mode | None = None
    saved_until: date | None = None
    saved_for: RunKind | None = None

    @classmethod
    def of(cls, shoe: Shoe) -> "Moded":
        """How the pair is treated now."""
        return cls(shoe.id, shoe.mode, shoe.saved_until, shoe.saved_for)


def treated(rotation: Rotation, wishes: Iterable[Moded]) -> Rotation:
    """The rotation with pairs treated so; pairs that are gone are passed over."""
    for wish in wishes:
        shoe = rotation.find(wish.pair)
        if shoe:
            rotation = rotation.with_shoe(
                replace(shoe, mode=wish.mode, saved_until=wish.saved_until, saved_for=wish.saved_for)
            )
    return rotation


def wishes_for_races(rotation: Rotation, races: Iterable[PlannedRace], today: date) -> tuple[Moded, ...]:
    """How pairs are to be treated that are saved for a race which is moved or called off.

    Args:
        rotation: with the races as they were.
        races: as they become.
        today: the runner's own day; what was saved for a race that is over stays.

    Returns:
        Of each such pair one: saved until the new day, or as the rule does where there is no race any more.
    """
    now = {race.id: race.day for race in races}
    days = set(now.values())
    moved = {
        race.day: now.get(race.id)
        for race in rotation.races
        if race.day >= today
        and now.get(race.id) != race.day
        and not (race.id not in now and race.day in days)
    }
    return tuple(
        Moded(shoe.id, Mode.SAVED, day, shoe.saved_for)
        if (day := moved[shoe.saved_until])
        else Moded(shoe.id)
        for shoe in rotation.active
        if shoe.mode is Mode.SAVED and shoe.saved_for is RunKind.RACE and shoe.saved_until in moved
    )


def is_saved(shoe: Shoe, day: date, kind: RunKind | None) -> bool:
    """Whether the pair is left alone for a run: its day has not come, and the run is not what it waits for.

    A pair that is kept for races, and saved without another word, is saved for a race.
    """
    if shoe.mode is not Mode.SAVED or (shoe.saved_until is not None and day >= shoe.saved_until):
        return False
    waits_for = shoe.saved_for or (
        RunKind.RACE if RunKind.RACE in shoe.kinds and shoe.saved_until is None else None
    )
    return kind is None or kind is not waits_for
