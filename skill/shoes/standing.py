"""Where one pair stands before a run: every fact that the choice goes by."""

from datetime import datetime, time
from enum import StrEnum
from typing import Final

from skill.shoes.days import UNTOLD_HOUR
from skill.shoes.liking import liking
from skill.shoes.mode import is_saved
from skill.shoes.planned_race import PlannedRace, race_kept_for, race_on, race_to_ready_for
from skill.shoes.rotation import Rest, Rotation
from skill.shoes.run import RunKind
from skill.shoes.shoe import Mode, Shoe
from skill.value import Value

BROKEN_IN: Final = 30_000
"""Metres after which a pair is no longer new (convention: a few short runs before a long or a fast one)."""
LONG: Final = 15_000
"""Metres from which a run is long for a new pair (our figure)."""
SHORT: Final = 10_000
"""Metres up to which a run breaks a new pair in (our figure)."""


class PlannedRun(Value):
    """The run that the runner wants shoes for.

    Attributes:
        at: when it will be run, aware; its zone decides when the runner's day begins.
        kind: None when not told; then it is an everyday run.
        metres: None when not told.
    """

    at: datetime
    kind: RunKind | None = None
    metres: int | None = None

    @property
    def too_much_for_a_new_pair(self) -> bool:
        """Whether a pair should be broken in before it: it is long, fast or on the start line."""
        fast_or_long = self.kind in (RunKind.LONG, RunKind.TEMPO, RunKind.INTERVALS, RunKind.RACE)
        return fast_or_long or (self.metres or 0) >= LONG

    @property
    def breaks_in(self) -> bool:
        """Whether it is known to be what a new pair is broken in on: easy, or no more than short."""
        if self.kind not in (None, RunKind.EASY):
            return False
        return self.kind is RunKind.EASY if self.metres is None else self.metres <= SHORT


class Rested(StrEnum):
    """How well a pair has rested."""

    FULLY = "fully"
    PARTLY = "partly"
    NOT = "not"
    IGNORED = "ignored"
    """The runner switched the rule off."""


class Standing(Value):
    """One pair before one run.

    Attributes:
        shoe: the pair.
        past_life: it has run its life already.
        reserved: it is kept for other kinds of run than this one.
        kept_for_this_kind: it is kept for just this kind of run; for an easy one, any everyday pair does.
        rest_hours: whole hours since its last run, at least 0; None when no run in it is known.
        unsure_hours: how many more it may be, because nobody told at which hour of its day that run was.
        rested: how well it has rested by the runner's rule.
        covers_distance: its life is long enough for the distance that is planned.
        is_new: it has not been broken in yet.
        too_new: so it is, for this run.
        to_be_broken_in: so it is, and this run is what it is broken in on.
        life_share: the share of its life that it has run; 1 or more when past it.
        saved: the runner saves it, and not for this run.
        used_up: the runner wants it used up, and this is no race.
        kept_for_race: the race to come for which it is left alone now; None where there is none.
        readied_for: the race to come before which it is broken in, and this run is what it is broken in on;
            None where there is none.
        runs_race: the run is a race to come, for which it was chosen when that was told.
        liking: what its waiting counts by how it felt on its newest runs: 1 where nothing was told, more
            where it felt good.
    """

    shoe: Shoe
    past_life: bool
    reserved: bool
    kept_for_this_kind: bool
    rest_hours: int | None
    unsure_hours: int
    rested: Rested
    covers_distance: bool
    is_new: bool
    too_new: bool
    to_be_broken_in: bool
    life_share: float
    saved: bool = False
    used_up: bool = False
    kept_for_race: PlannedRace | None = None
    readied_for: PlannedRace | None = None
    runs_race: bool = False
    liking: float = 1.0


def standing_of(shoe: Shoe, planned: PlannedRun, rotation: Rotation) -> Standing:
    """Where the pair stands for the planned run, by the runner's rule of rest and the races to come."""
    hours, day = _rest_hours(shoe, planned.at), planned.at.date()
    is_new = shoe.metres < BROKEN_IN
    to_be_broken_in = is_new and planned.breaks_in
    readied_for = race_to_ready_for(shoe, rotation.races, day) if to_be_broken_in else None
    return Standing(
        shoe=shoe,
        past_life=shoe.metres_left <= 0,
        reserved=_is_reserved(shoe, planned.kind) and readied_for is None,
        kept_for_this_kind=planned.kind in shoe.kinds and planned.kind is not RunKind.EASY,
        rest_hours=hours,
        unsure_hours=0 if _is_hour_told(shoe, planned.at) else UNTOLD_HOUR,
        rested=_rested_after(hours, rotation.rest),
        covers_distance=shoe.metres_left >= (planned.metres or 0),
        is_new=is_new,
        too_new=is_new and planned.too_much_for_a_new_pair,
        to_be_broken_in=to_be_broken_in,
        life_share=shoe.metres / shoe.life.due,
        saved=readied_for is None and is_saved(shoe, day, planned.kind),
        used_up=shoe.mode is Mode.USED_UP and planned.kind is not RunKind.RACE,
        kept_for_race=None if readied_for else race_kept_for(shoe, rotation.races, day, planned.kind),
        readied_for=readied_for,
        runs_race=_runs_race(shoe, planned, rotation),
        liking=liking(shoe),
    )


def _runs_race(shoe: Shoe, planned: PlannedRun, rotation: Rotation) -> bool:
    race = race_on(rotation.races, planned.at.date())
    return race is not None and planned.kind is RunKind.RACE and race.shoe == shoe.id


def _rest_hours(shoe: Shoe, at: datetime) -> int | None:
    worn = shoe.wear.last_run_at
    return None if worn is None else max(0, int((at - worn).total_seconds() // 3600))


def _is_hour_told(shoe: Shoe, at: datetime) -> bool:
    worn = shoe.wear.last_run_at
    return worn is None or worn.astimezone(at.tzinfo).time() != time(UNTOLD_HOUR)


def _rested_after(hours: int | None, rest: Rest) -> Rested:
    if not rest.on:
        return Rested.IGNORED
    if hours is None or hours >= rest.hours:
        return Rested.FULLY
    return Rested.PARTLY if hours >= rest.partly_hours else Rested.NOT


def _is_reserved(shoe: Shoe, kind: RunKind | None) -> bool:
    if not shoe.kinds:
        return False
    if kind is None:
        return not shoe.everyday
    return kind not in shoe.kinds
