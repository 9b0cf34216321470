import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach import selection
from skill.coach.compiler import remaining_seconds
from skill.coach.cue_sheet import Place
from skill.coach.preferences import Preferences
from skill.coach.routine import Plan
from skill.content.exercise import BodyArea, Equipment, Form, RoutineName
from skill.content.loader import exercises
from tests.coach.plans import POST_RUN, WORDS, plans

EVERYTHING = exercises().values()
A_WORDING = 3
"""Seconds by which the same words said in other ways may differ."""


def length(plan: Plan) -> float:
    return remaining_seconds(plan, Place(0), WORDS)


@given(plans(), st.integers(60, 3600))
def test_what_is_fitted_takes_no_longer_than_there_is_time(plan: Plan, seconds: int) -> None:
    fitted = selection.fit(plan, seconds, length)
    shortest = selection.fit(plan, 0, length)
    assert length(fitted) <= max(seconds, length(shortest)) + A_WORDING
    steps = iter(plan.routine.steps)
    assert all(step in steps for step in fitted.routine.steps), "what is left keeps its order"


@given(plans(), st.integers(60, 600), st.integers(1, 2))
def test_what_is_to_be_kept_is_kept(plan: Plan, seconds: int, keep: int) -> None:
    fitted = selection.fit(plan, seconds, length, keep)
    assert fitted.routine.steps[:keep] == plan.routine.steps[:keep]


@given(plans())
def test_with_all_the_time_in_the_world_nothing_is_taken_away(plan: Plan) -> None:
    assert selection.fit(plan, 100_000, length) == plan


def test_every_exercise_once_comes_before_leaving_one_out() -> None:
    whole = Plan(POST_RUN, Preferences())
    fitted = selection.fit(whole, length(whole) - 10, length)
    assert fitted.routine == POST_RUN
    assert fitted.preferences.sets == 1


def test_what_does_not_fit_makes_room_for_what_does() -> None:
    fitted = selection.fit(Plan(POST_RUN, Preferences()), 55, length)
    assert [step.exercise.id for step in fitted.routine.steps] == ["butt-to-heel"]


def test_no_time_at_all_gives_one_exercise() -> None:
    assert len(selection.fit(Plan(POST_RUN, Preferences()), 0, length).routine.steps) == 1


@pytest.mark.parametrize("thing", Equipment)
def test_what_is_missing_is_never_needed(thing: Equipment) -> None:
    left = selection.doable_exercises(EVERYTHING, frozenset({thing}))
    assert left
    assert not any(thing in exercise.equipment for exercise in left)
    assert [*left] == [exercise for exercise in EVERYTHING if exercise in left]


def test_without_any_equipment_each_routine_still_has_an_exercise() -> None:
    left = selection.doable_exercises(EVERYTHING, frozenset(Equipment))
    for name in RoutineName:
        assert selection.exercises_in_routine(left, name)


@pytest.mark.parametrize("area", BodyArea)
def test_every_sore_place_is_helped_by_at_most_three_exercises(area: BodyArea) -> None:
    chosen = selection.exercises_for_area(EVERYTHING, area)
    wanted = {area} | selection.NEIGHBOURS.get(area, set())
    assert 1 <= len(chosen) <= 3
    assert all(wanted & set(exercise.areas) for exercise in chosen)


def test_tight_calves_get_what_the_article_names() -> None:
    assert {exercise.id for exercise in selection.exercises_for_area(EVERYTHING, BodyArea.CALVES)} == {
        "toes-on-wall",
        "calf-roll",
    }


def test_each_exercise_is_done_in_the_form_the_runner_has_it() -> None:
    forms = {"toes-on-wall": Form.EASIER, "calf-roll": Form.STRONGER, "ball-roll": Form.STRONGER}
    routine = selection.routine_of(RoutineName.POST_RUN, EVERYTHING, forms)
    assert routine
    found = {step.exercise.id: step.form for step in routine.steps}
    assert found["toes-on-wall"] is Form.EASIER
    assert found["calf-roll"] is Form.STRONGER
    assert found["ball-roll"] is Form.STANDARD, "there is no stronger ball roll"


def test_nothing_makes_no_routine() -> None:
    assert selection.routine_of(RoutineName.POST_RUN, [], {}) is None
