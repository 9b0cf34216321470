"""Sides that have had unequal time, and what evens them out."""

from hypothesis import given
from hypothesis import strategies as st

from skill.coach.ledger import Held, planned, still_ahead
from skill.coach.preferences import Preferences
from skill.coach.routine import Plan
from skill.coach.sides import Sides
from skill.coach.uneven_sides import FEW_SECONDS, evening_out, greatest_shortfall
from skill.content.exercise import Side
from tests.coach.plans import POST_RUN, plans, routine

TOES = "toes-on-wall"
PLAN = Plan(POST_RUN, Preferences())


def held(right: float, left: float) -> Held:
    return {(TOES, Side.RIGHT): right, (TOES, Side.LEFT): left}


def test_what_a_broken_off_side_lacks_is_offered_on_that_side() -> None:
    missing = greatest_shortfall(PLAN, held(40, 31))

    assert missing
    assert (missing.side, missing.held, missing.other, missing.missing) == (Side.LEFT, 31, 40, 9)


def test_a_few_seconds_and_more_than_was_planned_are_no_difference() -> None:
    assert greatest_shortfall(PLAN, held(40, 40 - FEW_SECONDS + 1)) is None
    assert greatest_shortfall(PLAN, held(60, 40)) is None, (
        "one side was begun anew, the other had all of its own"
    )
    assert greatest_shortfall(PLAN, {}) is None


def test_a_side_that_was_skipped_lacks_nothing() -> None:
    assert greatest_shortfall(PLAN, held(40, 0)) is None


def test_a_side_that_was_not_wanted_lacks_nothing_and_neither_do_repetitions() -> None:
    (step, *_) = POST_RUN.steps
    only_right = Plan(
        type(POST_RUN)(POST_RUN.name, (type(step)(step.exercise, sides=Sides.RIGHT_ONLY),)), Preferences()
    )
    scrunches: Held = {("toe-scrunches", Side.RIGHT): 60, ("toe-scrunches", Side.LEFT): 10}

    assert greatest_shortfall(only_right, held(40, 0)) is None
    assert greatest_shortfall(Plan(routine("toe-scrunches"), Preferences()), scrunches) is None


@given(plans(), st.floats(0, 1), st.floats(0, 1))
def test_evening_out_is_exactly_the_missing_seconds(plan: Plan, right: float, left: float) -> None:
    had: dict[tuple[str, Side | None], float] = {}
    for index in range(len(plan.routine.steps)):
        for (exercise, side), seconds in planned(plan, index).items():
            had[exercise, side] = seconds * (right if side is Side.RIGHT else left)
    missing = greatest_shortfall(plan, had)
    if missing is None:
        return
    exercise = plan.routine.steps[missing.step].exercise.id

    assert still_ahead(*evening_out(plan, missing)) == {(exercise, missing.side): missing.missing}
