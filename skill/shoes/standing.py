"""Where one pair stands before a run: every fact that the choice goes by."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Final

from skill.shoes.days import UNTOLD_HOUR
from skill.shoes.rotation import Rest
from skill.shoes.run import RunKind
from skill.shoes.shoe import Shoe

BROKEN_IN: Final = 30_000
"""Metres after which a pair is no longer new (convention: a few short runs before a long or a fast one)."""
LONG: Final = 15_000
"""Metres from which a run is long for a new pair (our figure)."""
SHORT: Final = 10_000
"""Metres up to which a run breaks a new pair in (our figure)."""


@dataclass(frozen=True, slots=True)
class PlannedRun:
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


@dataclass(frozen=True, slots=True)
class Standing:
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


def standing_of(shoe: Shoe, planned: PlannedRun, rest: Rest) -> Standing:
    """Where the pair stands for the planned run, under the runner's rule of rest."""
    hours = _rest_hours(shoe, planned.at)
    is_new = shoe.metres < BROKEN_IN
    return Standing(
        shoe=shoe,
        past_life=shoe.metres_left <= 0,
        reserved=_is_reserved(shoe, planned.kind),
        kept_for_this_kind=planned.kind in shoe.kinds and planned.kind is not RunKind.EASY,
        rest_hours=hours,
        unsure_hours=0 if _is_hour_told(shoe, planned.at) else UNTOLD_HOUR,
        rested=_rested_after(hours, rest),
        covers_distance=shoe.metres_left >= (planned.metres or 0),
        is_new=is_new,
        too_new=is_new and planned.too_much_for_a_new_pair,
        to_be_broken_in=is_new and planned.breaks_in,
        life_share=shoe.metres / shoe.life.due,
    )


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
