"""The ledger of held seconds: how long each exercise was done on each side, by what sounded of the sheets."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from skill.coach.bout_cues import bout_seconds
from skill.coach.cue_sheet import Place, Span
from skill.coach.routine import Plan
from skill.content.exercise import Side

Part = tuple[str, Side | None]
"""An exercise by its id, and the side that works; None where both do."""
Held = Mapping[Part, float]
"""Seconds of holds, massages and repetitions, by their parts."""


def heard_seconds(spans: Sequence[Span], until: float, end: float) -> Iterator[tuple[Place, float]]:
    """The bouts that sounded: where each began or went on, and for how many seconds.

    Args:
        spans: in order of time.
        until: seconds from the sheet's beginning to the moment when it was broken off.
        end: the sheet's length in seconds.
    """
    ends = [*(following.at for _, following in pairwise(spans)), end]
    for span, over in zip(spans, ends, strict=True):
        if span.unit and span.at < until:
            yield span.place, min(over, until) - span.at


def with_heard(held: Held, plan: Plan, spans: Sequence[Span], until: float, end: float) -> Held:
    """The ledger with what sounded of one more sheet; see `heard_seconds`."""
    sums = dict(held)
    for place, seconds in heard_seconds(spans, until, end):
        step = plan.routine.steps[place.step]
        part = (step.exercise.id, step.bouts(plan.preferences)[place.bout].side)
        sums[part] = sums.get(part, 0.0) + seconds
    return sums


def planned(plan: Plan, step: int) -> Held:
    """How long a step of the plan takes on each side, in seconds."""
    exercise = plan.routine.steps[step].exercise.id
    sums: dict[Part, float] = {}
    for bout in plan.routine.steps[step].bouts(plan.preferences):
        part = (exercise, bout.side)
        sums[part] = sums.get(part, 0.0) + bout_seconds(bout, plan.preferences)
    return sums


def of_exercise(held: Held, exercise: str) -> float:
    """Seconds of an exercise, all its sides together."""
    return sum(seconds for (id_, _), seconds in held.items() if id_ == exercise)


def of_side(held: Held, side: Side) -> float:
    """Seconds of a side, all exercises together."""
    return sum(seconds for (_, worked), seconds in held.items() if worked is side)


def still_ahead(plan: Plan, place: Place) -> Held:
    """What sounds from a place on when nobody interrupts it, in seconds."""
    sums: dict[Part, float] = {}
    for index, step in enumerate(plan.routine.steps[place.step :], place.step):
        for number, bout in enumerate(step.bouts(plan.preferences)):
            here = Place(index, number)
            if here >= Place(place.step, place.bout):
                done = place.count if here == Place(place.step, place.bout) else 0
                part = (step.exercise.id, bout.side)
                sums[part] = sums.get(part, 0.0) + bout_seconds(bout, plan.preferences, done)
    return sums


def together(held: Held, other: Held) -> Held:
    """Both ledgers, added up."""
    return {part: held.get(part, 0.0) + other.get(part, 0.0) for part in {**held, **other}}
