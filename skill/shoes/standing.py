"""Where one pair stands before a run: every fact that the choice goes by."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from skill.shoes.rotation import Rest
from skill.shoes.run import RunKind
from skill.shoes.shoe import Shoe


@dataclass(frozen=True, slots=True)
class PlannedRun:
    """The run that the runner wants shoes for.

    Attributes:
        at: when it will be run, aware; its zone decides when the runner's day begins.
        kind: None when not told; then only the pairs for races are kept back.
        metres: None when not told.
    """

    at: datetime
    kind: RunKind | None = None
    metres: int | None = None


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
        kept_for_this_kind: it is kept for just this kind of run.
        rest_hours: whole hours since its last run, at least 0; None when no run in it is known.
        rested: how well it has rested by the runner's rule.
        covers_distance: its life is long enough for the distance that is planned.
        life_share: the share of its life that it has run; 1 or more when past it.
    """

    shoe: Shoe
    past_life: bool
    reserved: bool
    kept_for_this_kind: bool
    rest_hours: int | None
    rested: Rested
    covers_distance: bool
    life_share: float


def standing_of(shoe: Shoe, planned: PlannedRun, rest: Rest) -> Standing:
    """Where the pair stands for the planned run, under the runner's rule of rest."""
    hours = _rest_hours(shoe, planned.at)
    return Standing(
        shoe=shoe,
        past_life=shoe.metres_left <= 0,
        reserved=_is_reserved(shoe, planned.kind),
        kept_for_this_kind=planned.kind in shoe.kinds,
        rest_hours=hours,
        rested=_rested_after(hours, rest),
        covers_distance=shoe.metres_left >= (planned.metres or 0),
        life_share=shoe.metres / shoe.life.due,
    )


def _rest_hours(shoe: Shoe, at: datetime) -> int | None:
    worn = shoe.wear.last_run_at
    return None if worn is None else max(0, int((at - worn).total_seconds() // 3600))


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
        return RunKind.RACE in shoe.kinds and RunKind.EASY not in shoe.kinds
    return kind not in shoe.kinds
