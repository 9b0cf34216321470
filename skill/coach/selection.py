"""Chooses exercises: by routine, equipment, body area and time."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from skill.coach.preferences import SHORTEST_HOLD
from skill.coach.routine import Plan, Routine, Step
from skill.coach.sides import Sides
from skill.content.exercise import BodyArea, Equipment, Exercise, Form, RoutineName

MOST_FOR_AN_AREA = 3
SHORTEST_MASSAGE = 20
"""Seconds; a shorter massage does nothing for a sole."""

NEIGHBOURS = {BodyArea.FEET: frozenset({BodyArea.SOLES, BodyArea.ARCHES, BodyArea.TOES})}
"""The areas that a wider word includes."""


def doable_exercises(exercises: Iterable[Exercise], missing: frozenset[Equipment]) -> list[Exercise]:
    """The exercises that need none of the missing equipment, in their order."""
    return [exercise for exercise in exercises if not exercise.equipment & missing]


def exercises_in_routine(exercises: Iterable[Exercise], name: RoutineName) -> list[Exercise]:
    """The exercises of a routine, in their order."""
    return [exercise for exercise in exercises if exercise.routine is name]


def exercises_for_area(exercises: Iterable[Exercise], area: BodyArea) -> list[Exercise]:
    """The exercises that work on a body area, at most three, those made for it first.

    An area listed first in an exercise is what it is made for.
    """
    wanted = NEIGHBOURS.get(area, frozenset()) | {area}
    suiting = [exercise for exercise in exercises if wanted & set(exercise.areas)]
    suiting.sort(
        key=lambda exercise: min(exercise.areas.index(name) for name in wanted & set(exercise.areas))
    )
    return suiting[:MOST_FOR_AN_AREA]


def routine_of(
    name: RoutineName, exercises: Iterable[Exercise], forms: dict[str, Form], sides: Sides = Sides.BOTH
) -> Routine | None:
    """The exercises as a routine, each in the form the runner has it; None when there are no exercises."""
    steps = tuple(
        Step(exercise, form if (form := forms.get(exercise.id)) in exercise.forms else Form.STANDARD, sides)
        for exercise in exercises
    )
    return Routine(name, steps) if steps else None


def fit(plan: Plan, seconds: float, length: Callable[[Plan], float]) -> Plan:
    """The plan made to fit a time.

    As many of its exercises as possible, in their order; of those as much as possible: as they are, else
    each once, else shorter, else explained briefly.

    Args:
        plan: what would be done without a limit.
        seconds: the time there is; when it is too short for every plan, the shortest one is returned.
        length: the seconds that a plan takes; infinite for one that leaves nothing to do.
    """
    once = replace(plan.preferences, sets=1)
    short = replace(once, hold_seconds=SHORTEST_HOLD, massage_seconds=SHORTEST_MASSAGE, repetitions=1)
    tried: list[tuple[float, Plan]] = []
    for count in range(len(plan.routine.steps), 0, -1):
        routine = replace(plan.routine, steps=plan.routine.steps[:count])
        for told in (plan, plan.explained_briefly()):
            for preferences in (plan.preferences, once, short):
                candidate = Plan(routine, preferences, told.tellings)
                tried.append((length(candidate), candidate))
                if tried[-1][0] <= seconds:
                    return candidate
    return min(tried, key=lambda each: each[0])[1]
