"""Races to come: what is known of each, and what they mean for the pairs until then."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from skill.shoes.run import Run, RunKind
from skill.shoes.shoe import Shoe
from skill.value import Value

MOST_RACES: Final = 5
"""Nobody keeps more of them in mind; the page holds each with a few dozen bytes."""
FURTHEST_RACE: Final = timedelta(days=2 * 365)
"""A day further ahead is rather misheard."""
KEPT_BEFORE: Final = timedelta(days=14)
"""So long before a race the pair that is kept for races is worn for nothing else (our figure: the taper of a
marathon)."""
FRESH_BEFORE: Final = timedelta(days=3)
"""So long before a race an everyday pair that is to run it is left to rest (our figure)."""

ABOUT_AS_FAR: Final = 0.1
"""The part of a race by which a run of its day may be longer or shorter and be the race (our figure)."""


class PlannedRace(Value):
    """A race that the runner has told of.

    Attributes:
        id: that of the request that told it.
        day: the runner's own day of it.
        metres: how far it is; None when that was not told.
        shoe: id of the pair that is to run it; None while none is chosen.
    """

    id: str
    day: date
    metres: int | None = None
    shoe: str | None = None

    def may_be(self, run: Run) -> bool:
        """Whether a run of its day is the race: told as one, or about as far."""
        near = self.metres is not None and abs(run.metres - self.metres) <= ABOUT_AS_FAR * self.metres
        return run.kind is RunKind.RACE or near


def races_ahead(races: Sequence[PlannedRace], day: date) -> tuple[PlannedRace, ...]:
    """The races of that day and after, the nearest first."""
    return tuple(sorted((race for race in races if race.day >= day), key=lambda race: (race.day, race.id)))


def race_on(races: Sequence[PlannedRace], day: date) -> PlannedRace | None:
    """The race of that day; None when there is none."""
    return next((race for race in races if race.day == day), None)


def race_kept_for(
    shoe: Shoe, races: Sequence[PlannedRace], day: date, kind: RunKind | None
) -> PlannedRace | None:
    """The race for which a pair is to be left alone on a day; None when there is none, or the run is a race.

    Args:
        shoe: the pair.
        races: those of the runner.
        day: of the run.
        kind: of the run; None when it was not told.
    """
    if kind is RunKind.RACE:
        return None
    before = KEPT_BEFORE if RunKind.RACE in shoe.kinds else FRESH_BEFORE
    ahead = races_ahead(races, day)
    return next(
        (race for race in ahead if race.shoe == shoe.id and 0 < (race.day - day).days <= before.days), None
    )


def race_to_ready_for(shoe: Shoe, races: Sequence[PlannedRace], day: date) -> PlannedRace | None:
    """The next race that a pair is to run, before which it should be broken in; None when there is none."""
    ahead = races_ahead(races, day)
    return next((race for race in ahead if race.shoe == shoe.id and race.day > day), None)


def day_of_month_near(race: PlannedRace, day: date) -> date:
    """The same day of the month in the race's month: "no, on the twenty seventh" of a race in December.

    Args:
        race: as it was told.
        day: as a device resolves the words, which knows nothing of the race.

    Returns:
        The day as it is where that month has no such day.
    """
    try:
        return race.day.replace(day=day.day)
    except ValueError:
        return day
