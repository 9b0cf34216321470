import pytest
from hypothesis import given

from skill.coach.cue_sheet import Place
from skill.coach.preferences import Preferences
from skill.coach.routine import Plan, Step
from skill.content.exercise import Form, Side
from skill.content.loader import exercises
from tests.coach.plans import POST_RUN, bout_at, plans_and_places, step

USUAL = Preferences()


def test_each_round_goes_through_both_sides_before_the_next() -> None:
    bouts = step("toes-on-wall").bouts(Preferences(sets=2))
    assert [(bout.set, bout.side) for bout in bouts] == [
        (1, Side.RIGHT),
        (1, Side.LEFT),
        (2, Side.RIGHT),
        (2, Side.LEFT),
    ]
    assert [bout.last for bout in bouts] == [False, False, False, True]


def test_what_both_feet_do_at_once_has_no_side() -> None:
    assert [bout.side for bout in step("butt-to-heel").bouts(USUAL)] == [None, None]


def test_the_stronger_calf_roll_has_a_side_at_a_time_and_begins_as_the_article_does() -> None:
    calves = exercises()["calf-roll"]
    assert [bout.side for bout in Step(calves).bouts(USUAL)] == [None]
    assert [bout.side for bout in Step(calves, Form.STRONGER).bouts(USUAL)] == [Side.LEFT, Side.RIGHT]


@pytest.mark.parametrize(
    ("exercise", "wanted", "amount", "sets"),
    [
        ("toes-on-wall", Preferences(), 20, 2),
        ("toes-on-wall", Preferences(hold_seconds=45, repetitions=9), 45, 2),
        ("toes-on-wall", Preferences(hold_seconds=5, sets=9), 10, 3),
        ("sole-massage", Preferences(hold_seconds=10, sets=3), 45, 2),
        ("sole-massage", Preferences(massage_seconds=500), 120, 1),
        ("toe-scrunches", Preferences(repetitions=1), 3, 1),
        ("toe-lifts", Preferences(repetitions=10, sets=2), 10, 2),
    ],
)
def test_a_wish_is_kept_as_far_as_the_exercise_goes(
    exercise: str, wanted: Preferences, amount: int, sets: int
) -> None:
    first = step(exercise).bouts(wanted)[0]
    assert (first.amount, first.sets) == (amount, sets)


@given(plans_and_places())
def test_every_place_inside_a_bout_is_there_and_goes_on_where_it_is(task: tuple[Plan, Place]) -> None:
    plan, place = task
    assert plan.routine.has_place(place, plan.preferences)
    assert plan.routine.next_place(place, plan.preferences) == place


@given(plans_and_places())
def test_the_end_of_a_bout_goes_on_at_the_next_beginning(task: tuple[Plan, Place]) -> None:
    plan, place = task
    end = Place(place.step, place.bout, bout_at(plan, place).amount)
    assert plan.routine.has_place(end, plan.preferences)
    following = plan.routine.next_place(end, plan.preferences)
    if following is None:
        assert bout_at(plan, place).last
        assert place.step == len(plan.routine.steps) - 1
    else:
        assert following in {Place(place.step, place.bout + 1), Place(place.step + 1)}


@pytest.mark.parametrize(
    "place", [Place(4), Place(-1), Place(0, 4), Place(0, -1), Place(0, 0, 21), Place(0, 0, -1)]
)
def test_a_place_outside_the_routine_is_not_there(place: Place) -> None:
    assert not POST_RUN.has_place(place, USUAL)
