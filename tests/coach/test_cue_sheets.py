"""Over all routines, preferences and places: what a cue sheet promises the devices that perform it."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given

from skill.coach.compiler import remaining_seconds
from skill.coach.cue_sheet import CueKind, Place, Span, place_at
from skill.coach.preferences import Flow, Pace, Preferences
from skill.coach.routine import Plan, Routine, Step
from skill.content.exercise import DoseKind, Form
from skill.content.loader import exercises
from skill.conversation.stretching.performing import LONGEST_PERFORMANCE
from skill.speech import ssml
from skill.speech.voice_seconds import planned_seconds, speaking_seconds
from skill.value import replace
from tests.coach.plans import (
    BRIEF,
    CLOSING,
    POST_RUN,
    PRE_RUN,
    WORDS,
    bout_at,
    performed,
    plans,
    plans_and_places,
    replies,
    sheet_of,
    step,
)

LARGEST_SPEECH = ssml.LONGEST
CLOSE = 1e-6
SLOW_VOICE = 0.8
"""A voice a fifth slower than the measured one: counts do not wait for the one before."""


def every_bout(plan: Plan, start: Place) -> Iterator[tuple[int, int]]:
    for index, done in enumerate(plan.routine.steps):
        for bout in range(len(done.bouts(plan.preferences))):
            if (index, bout) >= (start.step, start.bout):
                yield index, bout


@given(plans_and_places())
def test_no_cue_begins_before_the_one_ahead_of_it_is_over(task: tuple[Plan, Place]) -> None:
    for sheet in replies(*task):
        assert sheet.cues[0].at >= 0
        for cue, following in pairwise(sheet.cues):
            assert cue.at + cue.seconds <= following.at + CLOSE, (cue, following)
        assert sheet.cues[-1].at + sheet.cues[-1].seconds <= sheet.seconds + CLOSE


@given(plans_and_places())
def test_a_voice_is_done_with_each_cue_in_its_time(task: tuple[Plan, Place]) -> None:
    for sheet in replies(*task):
        for cue in sheet.cues:
            assert cue.text == cue.text.strip() != ""
            slowest = SLOW_VOICE if cue.kind is CueKind.COUNT else 1
            assert speaking_seconds(cue.text, "en", slowest) <= cue.seconds, cue


@given(plans_and_places())
def test_a_reply_keeps_within_what_a_device_takes(task: tuple[Plan, Place]) -> None:
    for sheet in replies(*task):
        assert sheet.seconds <= LONGEST_PERFORMANCE + planned_seconds(CLOSING, "en")
        assert len(ssml.render(sheet, "en")) < LARGEST_SPEECH


@given(plans_and_places())
def test_one_reply_after_the_other_does_every_bout_once_in_order(task: tuple[Plan, Place]) -> None:
    plan, start = task
    done = [span.place for sheet in replies(plan, start) for span in performed(sheet)]
    assert [(place.step, place.bout) for place in done] == list(every_bout(plan, start))
    assert [place.count for place in done] == [start.count, *[0] * (len(done) - 1)]


@given(plans_and_places())
def test_every_bout_lasts_as_long_as_it_says(task: tuple[Plan, Place]) -> None:
    plan, start = task
    for sheet in replies(plan, start):
        for span, following in pairwise(sheet.spans):
            if not span.unit:
                continue
            bout = bout_at(plan, span.place)
            assert following.place == Place(span.place.step, span.place.bout, bout.amount)
            length = following.at - span.at
            assert length == pytest.approx((bout.amount - span.place.count) * span.unit)
            if bout.kind is not DoseKind.REPETITIONS:
                assert span.unit == 1


@given(plans_and_places())
def test_what_sounds_in_a_bout_is_where_the_runner_is(task: tuple[Plan, Place]) -> None:
    plan, start = task
    for sheet in replies(plan, start):
        for span in performed(sheet):
            for done in range(span.place.count, bout_at(plan, span.place).amount):
                moment = span.at + (done - span.place.count) * span.unit
                expected = Place(span.place.step, span.place.bout, done)
                assert place_at(sheet.spans, moment) == expected
                assert place_at(sheet.spans, moment + 0.9 * span.unit) == expected
        for cue in sheet.cues:
            assert place_at(sheet.spans, cue.at) == cue.place


@given(plans_and_places())
def test_what_is_said_about_a_bout_is_said_at_its_place(task: tuple[Plan, Place]) -> None:
    plan, start = task
    for sheet in replies(plan, start):
        places = [cue.place for cue in sheet.cues]
        assert places == sorted(places)
        assert sheet.spans[0] == Span(0.0, start if sheet.cues[0].place == start else sheet.cues[0].place)
        assert place_at(sheet.spans, -5) == sheet.cues[0].place
        end = sheet.resume_at or places[-1]
        assert place_at(sheet.spans, sheet.seconds + 5) == end


def test_a_runner_who_wants_to_be_waited_for_gets_one_exercise_a_reply() -> None:
    for routine in (POST_RUN, PRE_RUN):
        plan = Plan(routine, Preferences(flow=Flow.WAIT_FOR_ME, sets=1))
        sheets = list(replies(plan))
        assert [{cue.place.step for cue in sheet.cues[:-1]} for sheet in sheets] == [{0}, {1}, {2}, {3}]


@given(plans())
def test_only_a_whole_exercise_is_added_to_a_reply(plan: Plan) -> None:
    for sheet in replies(plan):
        begun = performed(sheet)[0].place.step
        assert sheet.resume_at is None or sheet.resume_at.step == begun or sheet.resume_at.bout == 0


def test_the_next_exercise_is_named_during_the_rest_before_it() -> None:
    sheet = sheet_of(Plan(POST_RUN, Preferences(sets=1, hold_seconds=10, massage_seconds=20), BRIEF))
    said = [cue.text for cue in sheet.cues]
    begun = [cue.place.step for cue in sheet.cues if cue.text.startswith("Rest a moment.")]
    assert begun == list(range(len(begun))), "in the rest the runner is still at the exercise that was done"
    assert len(begun) >= 2
    assert any("butt to heel, on your hands and knees" in text for text in said)


def test_the_last_one_is_said_before_the_last_hold_only() -> None:
    [sheet, *_] = replies(Plan(POST_RUN, Preferences()))
    last = [cue.place for cue in sheet.cues if "last one" in cue.text]
    assert last == [Place(0, 3)]


@given(plans_and_places())
def test_how_long_is_left_is_what_the_replies_take_and_never_less(task: tuple[Plan, Place]) -> None:
    plan, start = task
    flowing = replace(plan, preferences=replace(plan.preferences, flow=Flow.FLOW_ON))
    sheets = list(replies(flowing, start, closing=""))
    left = remaining_seconds(plan, start, WORDS)
    played = sum(sheet.seconds for sheet in sheets)
    assert played - 35 * len(sheets) <= left <= played + 35 * len(sheets)


@pytest.mark.parametrize(("slower", "faster"), [(Pace.SLOWER, Pace.NORMAL), (Pace.NORMAL, Pace.FASTER)])
@pytest.mark.parametrize("routine", [POST_RUN, PRE_RUN])
def test_a_slower_pace_leaves_more_time(slower: Pace, faster: Pace, routine: Routine) -> None:
    lengths = [
        remaining_seconds(Plan(routine, Preferences(pace=pace)), Place(0), WORDS) for pace in (slower, faster)
    ]
    assert lengths[0] > lengths[1] + 10


@pytest.mark.parametrize(("form", "position"), [(Form.STANDARD, "standing up"), (Form.EASIER, "sitting")])
def test_an_exercise_is_announced_in_the_position_of_its_form(form: Form, position: str) -> None:
    both = Routine(PRE_RUN.name, (step("toe-scrunches"), Step(exercises()["toe-lifts"], form)))
    sheet = sheet_of(Plan(both, Preferences(repetitions=3), BRIEF))
    [announced] = [cue.text for cue in sheet.cues if cue.text.startswith("Rest a moment.")]
    assert position in announced
