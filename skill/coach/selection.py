"""Chooses exercises: by routine, equipment, body area and time."""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from skill.coach.preferences import SHORTEST_HOLD, Pace
from skill.coach.routine import Plan, Routine, Step
from skill.coach.sides import Sides
from skill.content.exercise import BodyArea, DoseKind, Equipment, Exercise, Form, RoutineName
from skill.value import replace

MOST_FOR_AN_AREA = 3
SHORTEST_MASSAGE = 20
"""Seconds; a shorter massage does nothing for a sole."""
SHORT_HOLD, SHORT_MASSAGE = 15, 30
"""Seconds, between the usual ones and the shortest: the article holds for 10 to 20."""

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


def exercises_between_runs(exercises: Sequence[Exercise]) -> list[Exercise]:
    """What is good on a day without a run: one massage and one exercise of repetitions, where there are any.

    Of each kind the one that needs the least at hand. No held stretch: the article has those for after a run,
    when the muscles are warm.
    """
    kinds = (DoseKind.MASSAGE, DoseKind.REPETITIONS)
    of_kind = ([exercise for exercise in exercises if exercise.dose.kind is kind] for kind in kinds)
    return [min(them, key=lambda exercise: len(exercise.equipment)) for them in of_kind if them]


def routine_of(
    name: RoutineName, exercises: Iterable[Exercise], forms: dict[str, Form], sides: Sides = Sides.BOTH
) -> Routine | None:
    """The exercises as a routine, each in the form the runner has it; None when there are no exercises."""
    steps = tuple(
        Step(exercise, form if (form := forms.get(exercise.id)) in exercise.forms else Form.STANDARD, sides)
        for exercise in exercises
    )
    return Routine(name, steps) if steps else None


def fit(plan: Plan, seconds: float, length: Callable[[Plan], float], keep: int = 0) -> Plan:
    """The plan made to fit a time.

    As many of its exercises as possible, since each has a purpose of its own; where not all fit, those that
    come first in the article's order, which goes from the calves, by which feet feel tight, over the soles to
    the cold, or the next ones where only they are short enough. Of those as much as possible. What the runner
    does not know is told in full, but where nothing fits otherwise.

    Args:
        plan: what would be done without a limit, its exercises in their order.
        seconds: the time there is; when it is too short for every plan, the shortest one is returned.
        length: the seconds that a plan takes; infinite for one that leaves nothing to do.
        keep: how many exercises at its beginning are not left out.
    """
    keep = min(keep, len(plan.routine.steps))
    tried: list[tuple[float, Plan]] = []
    for amounts in (_amounts(plan), _amounts(plan.explained_briefly())):
        for count in range(len(plan.routine.steps), max(keep, 1) - 1, -1):
            for steps in combinations(plan.routine.steps[keep:], count - keep):
                routine = replace(plan.routine, steps=(*plan.routine.steps[:keep], *steps))
                leanest = replace(amounts[-1], routine=routine)
                tried.append((length(leanest), leanest))
                if tried[-1][0] <= seconds:
                    candidates = (replace(amount, routine=routine) for amount in amounts)
                    return next((one for one in candidates if length(one) <= seconds), leanest)
    return min(tried, key=lambda each: each[0])[1]


def _amounts(plan: Plan) -> list[Plan]:
    """The plan with ever less of each exercise: once, shorter, at last with shorter pauses."""
    usual = plan.preferences
    once = replace(usual, sets=1)
    shorter = replace(once, hold_seconds=SHORT_HOLD, massage_seconds=SHORT_MASSAGE, repetitions=1)
    shortest = replace(once, hold_seconds=SHORTEST_HOLD, massage_seconds=SHORTEST_MASSAGE, repetitions=1)
    hurried = replace(shortest, pace=Pace.FASTER)
    return [replace(plan, preferences=each) for each in (usual, once, shorter, shortest, hurried)]
