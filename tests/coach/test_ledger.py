"""How long each exercise was done on each side, by what sounded of the sheets."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.cue_sheet import Place
from skill.coach.ledger import Held, of_exercise, of_side, planned
from skill.coach.performance import SESSION_GRACE
from skill.coach.preferences import Preferences
from skill.coach.routine import Plan
from skill.coach.walkthrough import Progress, Walkthrough
from skill.content.exercise import Side
from tests.coach.plans import POST_RUN, performed, plans, replies, sheet_of
from tests.coach.plans import preferences as any_preferences

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def walkthrough(plan: Plan) -> Walkthrough:
    return Walkthrough(plan, Place(0), Progress.PAUSED, NOW, NOW)


def held_when_all_is_heard(plan: Plan) -> Held:
    way, now = walkthrough(plan), NOW
    for sheet in replies(plan):
        way = way.play(sheet, now)
        now += timedelta(seconds=sheet.seconds + 1)
        way = way.stop_at(now)
    return way.held


@given(plans())
def test_a_routine_heard_to_its_end_holds_what_was_planned(plan: Plan) -> None:
    held = held_when_all_is_heard(plan)

    for index in range(len(plan.routine.steps)):
        for part, seconds in planned(plan, index).items():
            assert held[part] == pytest.approx(seconds, abs=0.01)


@given(any_preferences, st.floats(0, 1))
def test_a_sheet_that_is_broken_off_holds_what_has_sounded_of_its_counts(
    preferences: Preferences, share: float
) -> None:
    plan = Plan(POST_RUN, preferences)
    sheet = sheet_of(plan)
    until = share * sheet.seconds
    stopped = walkthrough(plan).play(sheet, NOW).stop_at(NOW + timedelta(seconds=until))

    sounding = 0.0
    ends = {span.at: after.at for span, after in zip(sheet.spans, sheet.spans[1:], strict=False)}
    for span in performed(sheet):
        sounding += max(0.0, min(until, ends.get(span.at, sheet.seconds)) - span.at)
    assert sum(stopped.held.values()) == pytest.approx(sounding, abs=0.01)


def test_a_bout_that_is_begun_anew_counts_with_what_was_held_before() -> None:
    plan = Plan(POST_RUN, Preferences())
    first = performed(sheet_of(plan))[0]
    now = NOW + timedelta(seconds=first.at + 12)
    stopped = walkthrough(plan).play(sheet_of(plan), NOW).stop_at(now)
    again = stopped.play(sheet_of(plan), now).stop_at(now + timedelta(seconds=first.at + 20))

    assert stopped.held == {("toes-on-wall", Side.RIGHT): pytest.approx(12)}
    assert again.held == {("toes-on-wall", Side.RIGHT): pytest.approx(32)}


def test_of_a_reply_that_nobody_answered_nothing_counts_unless_it_was_the_last() -> None:
    plan = Plan(POST_RUN, Preferences())
    *_, last = replies(plan)
    for sheet, counts in ((sheet_of(plan), False), (last, True)):
        long_after = NOW + timedelta(seconds=sheet.seconds) + SESSION_GRACE * 2
        held = walkthrough(plan).play(sheet, NOW).stop_at(long_after).held
        assert bool(held) is counts


def test_the_sides_and_the_exercises_are_added_up() -> None:
    held: Held = {
        ("toes-on-wall", Side.RIGHT): 40,
        ("toes-on-wall", Side.LEFT): 31,
        ("sole-massage", Side.LEFT): 30,
        ("butt-to-heel", None): 60,
    }

    assert of_exercise(held, "toes-on-wall") == 71
    assert of_side(held, Side.LEFT) == 61
