"""What a runner can have told, as plain values, and the same of a notebook."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from skill.conversation.memory.profile_pages import profile_of
from skill.conversation.memory.run_entries import run_of
from skill.conversation.memory.shoe_pages import rotation_of
from skill.shoes.price import Price
from skill.shoes.rotation import Rest
from skill.shoes.shoe import Basis, Life, Shoe
from stand_ins.memory import MemoryRepository

RACES = {"marathon": 42_195, "half marathon": 21_098}
"""The metres of races that have a name of their own."""


@dataclass(frozen=True)
class Pair:
    name: str
    retired: bool = False
    life: int = Life().due
    kinds: frozenset[str] = frozenset()
    before: int = 0
    price: Price | None = None
    bought: date | None = None
    brand: str | None = None
    alert: int | None = None
    mode: str | None = None
    saved_until: date | None = None
    saved_for: str | None = None


@dataclass(frozen=True)
class Run:
    """A run without what is kept of it and not said when it is logged: its kind, and how long it took."""

    metres: int
    day: date
    pair: int | None = None
    felt: str | None = None


@dataclass(frozen=True)
class Told:
    """All that is known of a runner; pairs, runs and races by a number that no other has had.

    Attributes:
        defaults: the default pairs by the kind of run they are for, None for any run.
        races: the metres of each race to come, 0 where they were not told, and its day.
        taken: the pair taken along, and when that was said.
    """

    pairs: Mapping[int, Pair] = field(default_factory=dict)
    runs: Mapping[int, Run] = field(default_factory=dict)
    rest: tuple[int, bool] = (Rest().hours, Rest().on)
    unit: str | None = None
    coaching: Mapping[str, Any] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()
    ratings: Mapping[datetime, str] = field(default_factory=dict)
    defaults: Mapping[str | None, int] = field(default_factory=dict)
    races: Mapping[int, tuple[int, date]] = field(default_factory=dict)
    taken: tuple[int, datetime] | None = None

    def summary(self) -> Mapping[str, Any]:
        """What can be compared with a notebook, which numbers otherwise."""
        names = {number: pair.name for number, pair in self.pairs.items()}
        return {
            "pairs": Counter(self.pairs.values()),
            "runs": Counter(
                (run.metres, run.day, names.get(run.pair or 0), run.felt) for run in self.runs.values()
            ),
            "rest": self.rest,
            "unit": self.unit,
            "coaching": dict(self.coaching),
            "forms": dict(self.forms),
            "missing": self.missing,
            "ratings": Counter(self.ratings.values()),
            "defaults": {kind: names[number] for kind, number in self.defaults.items()},
            "races": Counter(self.races.values()),
            "taken": (names.get(self.taken[0]), self.taken[1]) if self.taken else None,
        }


def summary_of(repository: MemoryRepository) -> Mapping[str, Any]:
    """The same of a notebook."""
    pages = {name: page.body for name, page in repository.pages.items()}
    rotation, profile = rotation_of(pages.get("shoes", {})), profile_of(pages.get("profile", {}))
    names = {shoe.id: shoe.nickname for shoe in rotation.shoes}
    runs = [run for entry in repository.log("") if (run := run_of(entry))]
    taken = pages.get("shoes", {}).get("taken")
    ratings = {
        feeling: sum(getattr(score, feeling) for score in profile.scores.values())
        for feeling in ("better", "same", "worse")
    }
    defaults: dict[str | None, str | None] = {None: rotation.default}
    defaults.update((str(kind), pair) for kind, pair in rotation.default_of.items())
    return {
        "pairs": Counter(map(_pair, rotation.shoes)),
        "runs": Counter((run.metres, run.day, names.get(run.shoe or ""), run.felt) for run in runs),
        "rest": (rotation.rest.hours, rotation.rest.on),
        "unit": pages.get("shoes", {}).get("unit"),
        "coaching": pages.get("profile", {}).get("preferences", {}),
        "forms": {id_: form for id_, form in profile.forms.items() if form != "standard"},
        "missing": profile.missing,
        "ratings": +Counter(ratings),
        "defaults": {kind: names[id_] for kind, id_ in defaults.items() if id_},
        "races": Counter((race.metres or 0, race.day) for race in rotation.races),
        "taken": (names.get(taken["shoe"]), datetime.fromisoformat(taken["at"])) if taken else None,
    }


def _pair(shoe: Shoe) -> Pair:
    """A pair without what the coach notes by itself: a life it has learnt from the retired pairs, what it has
    foretold, when it offered a check-up."""
    return Pair(
        shoe.nickname,
        not shoe.active,
        Life().due if shoe.life_basis is Basis.LEARNT else shoe.life.due,
        shoe.kinds,
        shoe.starting_metres,
        shoe.price,
        shoe.bought.first if shoe.bought else None,
        shoe.brand,
        shoe.alert_metres,
        shoe.mode,
        shoe.saved_until,
        shoe.saved_for,
    )
