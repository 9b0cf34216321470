from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.cue_sheet import CueKind, CueSheet, Place, place_at
from skill.coach.performance import SESSION_GRACE
from skill.coach.preferences import Preferences
from skill.coach.routine import Plan
from skill.coach.walkthrough import Progress, Walkthrough
from skill.value import replace
from tests.coach.plans import POST_RUN, bout_at, plans_and_places, sheet_of

NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
PLAN = Plan(POST_RUN, Preferences())
DAY = timedelta(days=1)


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


def begun(plan: Plan, place: Place) -> Walkthrough:
    return Walkthrough(plan, place, Progress.PAUSED, begun_at=NOW, touched_at=NOW)


def playing(plan: Plan = PLAN, place: Place = Place(0)) -> tuple[Walkthrough, CueSheet]:  # noqa: B008 - frozen
    sheet = sheet_of(plan, place)
    return begun(plan, place).play(sheet, NOW), sheet


@given(plans_and_places(), st.floats(0, 1))
def test_a_word_finds_the_place_that_sounds(task: tuple[Plan, Place], share: float) -> None:
    walkthrough, sheet = playing(*task)
    elapsed = round(share * sheet.seconds, 3)
    stopped = walkthrough.stop_at(NOW + seconds(elapsed))
    assert stopped.performance is None
    if stopped.unfinished:
        sounding = place_at(sheet.spans, elapsed)
        assert stopped.progress is Progress.PAUSED
        assert stopped.place == task[0].routine.next_place(sounding, task[0].preferences)
        assert stopped.place.count < bout_at(task[0], stopped.place).amount
    else:
        assert sheet.resume_at is None
        last = len(task[0].routine.steps) - 1
        assert place_at(sheet.spans, elapsed) == Place(last, *_end(task[0], last))


def _end(plan: Plan, step: int) -> tuple[int, int]:
    bouts = plan.routine.steps[step].bouts(plan.preferences)
    return len(bouts) - 1, bouts[-1].amount


def test_fourteen_seconds_into_the_second_hold_is_count_fourteen() -> None:
    walkthrough, sheet = playing()
    hold = next(span for span in sheet.spans if span.unit and span.place.bout == 1)
    assert walkthrough.stop_at(NOW + seconds(hold.at + 14)).place == Place(0, 1, 14)


def test_between_two_holds_it_is_the_next_one() -> None:
    walkthrough, sheet = playing()
    release = next(cue for cue in sheet.cues if cue.place == Place(0, 0, 20) and cue.kind is CueKind.SAY)
    assert walkthrough.stop_at(NOW + seconds(release.at + 0.1)).place == Place(0, 1)


@pytest.mark.parametrize("late", [0, 1, SESSION_GRACE.total_seconds() - 0.1])
def test_a_word_after_the_reply_finds_what_comes_next(late: float) -> None:
    walkthrough, sheet = playing()
    assert sheet.resume_at == Place(1)
    assert walkthrough.stop_at(NOW + seconds(sheet.seconds + late)).place == Place(1)


def test_where_no_word_came_in_time_nobody_knows_what_was_heard_so_it_begins_again() -> None:
    walkthrough, sheet = playing(PLAN, Place(0, 1, 6))
    late = NOW + seconds(sheet.seconds) + SESSION_GRACE + seconds(1)
    assert walkthrough.stop_at(late).place == Place(0, 1, 6)


def test_the_end_of_the_last_reply_is_the_end_of_the_routine() -> None:
    walkthrough, sheet = playing(PLAN, Place(3, 1, 30))
    assert sheet.resume_at is None
    assert walkthrough.stop_at(NOW + seconds(sheet.seconds)).place == Place(3, 1, 45)
    for late in (0, 5, 3600):
        assert not walkthrough.stop_at(NOW + seconds(sheet.seconds + late)).unfinished
    assert walkthrough.stop_at(NOW + seconds(10)).unfinished


def test_a_word_before_the_reply_began_finds_its_beginning() -> None:
    walkthrough, _ = playing()
    assert walkthrough.stop_at(NOW - seconds(30)).place == Place(0)


def test_a_walkthrough_that_has_stopped_stays_where_it_is() -> None:
    walkthrough, _ = playing()
    stopped = walkthrough.stop_at(NOW + seconds(70))
    assert stopped.stop_at(NOW + seconds(7000)) == stopped


def test_what_was_left_is_offered_for_a_day() -> None:
    walkthrough = begun(PLAN, Place(1, 0, 6))
    assert walkthrough.can_resume(NOW + DAY)
    assert not walkthrough.can_resume(NOW + DAY + seconds(1))
    assert not walkthrough.finish(NOW).can_resume(NOW)


def test_an_exercise_is_done_once_its_last_hold_is_over() -> None:
    walkthrough, sheet = playing(PLAN, Place(0, 1, 6))
    hold = next(span for span in sheet.spans if span.unit and span.place.bout == 3)
    assert walkthrough.done_exercises(NOW + seconds(hold.at + 19)) == set()
    assert walkthrough.done_exercises(NOW + seconds(hold.at + 20.1)) == {"toes-on-wall"}


def test_what_nobody_knows_to_have_been_heard_is_not_done() -> None:
    walkthrough, sheet = playing()
    late = NOW + seconds(sheet.seconds) + SESSION_GRACE + seconds(1)
    assert walkthrough.done_exercises(late) == set()


@given(plans_and_places(), st.integers(1, 3), st.integers(10, 60), st.integers(1, 10))
def test_other_preferences_leave_the_runner_inside_the_routine(
    task: tuple[Plan, Place], sets: int, hold: int, repetitions: int
) -> None:
    plan, place = task
    other = replace(plan.preferences, sets=sets, hold_seconds=hold, repetitions=repetitions)
    changed = replace(plan, preferences=other)
    found = begun(plan, place).replan(changed)
    if found is None:
        assert place.step == len(plan.routine.steps) - 1
        return
    assert found.place.step in {place.step, place.step + 1}
    assert found.place.count < bout_at(changed, found.place).amount


def test_words_about_what_comes_next_are_no_part_of_the_routine() -> None:
    sheet = sheet_of(PLAN, closing="Next comes butt to heel. Say continue when you're ready.")
    walkthrough = begun(PLAN, Place(0)).play(sheet, NOW)
    asked = sheet.cues[-1].at
    assert walkthrough.is_heard(NOW + seconds(asked - 0.1))
    assert not walkthrough.is_heard(NOW + seconds(asked + 0.1))
    assert walkthrough.stop_at(NOW + seconds(asked + 0.1)).place == Place(1)
