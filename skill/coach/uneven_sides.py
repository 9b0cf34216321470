"""Sides of an exercise that have had unequal time because one was broken off, and what evens them out."""

from typing import Final

from skill.coach.cue_sheet import Place
from skill.coach.ledger import Held, planned
from skill.coach.preferences import Flow
from skill.coach.routine import Plan, Routine
from skill.coach.sides import Sides
from skill.content.exercise import DoseKind, Side
from skill.value import Value, replace

FEW_SECONDS: Final = 5
"""A difference below it is no more than a word in between costs."""


class Shortfall(Value):
    """What a side has had too little.

    Attributes:
        step: the index of the exercise in its plan.
        side: the one that has had less.
        held: its seconds.
        other: the seconds of the other side.
        missing: the seconds that are offered: never more than were planned or the other side has had.
    """

    step: int
    side: Side
    held: int
    other: int
    missing: int


def greatest_shortfall(plan: Plan, held: Held) -> Shortfall | None:
    """The exercise of a plan with the most to make up for; None where all are about even.

    Repetitions are left out: everybody has a pace of their own. A side that the runner did not want has none
    planned, and one that was not begun was skipped: of neither is anything missing.
    """
    found = [
        shortfall
        for index, step in enumerate(plan.routine.steps)
        if step.exercise.dose.kind is not DoseKind.REPETITIONS
        for shortfall in (_shortfall(plan, index, held),)
        if shortfall
    ]
    return max(found, key=lambda one: one.missing, default=None)


def evening_out(plan: Plan, shortfall: Shortfall) -> tuple[Plan, Place]:
    """The plan of nothing but the missing seconds on that side, and the place where it begins."""
    step = replace(plan.routine.steps[shortfall.step], sides=Sides.only(shortfall.side))
    bouts = step.bouts(plan.preferences)
    before = sum(bout.amount for bout in bouts) - shortfall.missing
    bout, count = divmod(max(before, 0), bouts[0].amount)
    preferences = replace(plan.preferences, flow=Flow.FLOW_ON)
    routine = Routine(plan.routine.name, (step,))
    return replace(plan, routine=routine, preferences=preferences), Place(0, bout, count)


def _shortfall(plan: Plan, index: int, held: Held) -> Shortfall | None:
    exercise = plan.routine.steps[index].exercise.id
    meant = planned(plan, index)
    if any((exercise, side) not in meant for side in Side):
        return None
    less, more = sorted(Side, key=lambda side: held.get((exercise, side), 0.0))
    had, other = held.get((exercise, less), 0.0), held.get((exercise, more), 0.0)
    if not had:
        return None
    missing = round(min(meant[exercise, less], other) - had)
    return Shortfall(index, less, round(had), round(other), missing) if missing >= FEW_SECONDS else None
