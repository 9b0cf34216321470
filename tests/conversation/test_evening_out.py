"""What one side has had less is offered once at the end; and what is said of the log there."""

from datetime import timedelta
from pathlib import Path

import pytest

from skill.coach.cue_sheet import Place
from skill.coach.ledger import Held
from skill.content.exercise import RoutineName, Side
from skill.conversation.memory.stretch_pages import practices_of
from skill.storage.sqlite import SQLiteRepository
from tests.conversation.test_stretch_reports import WHOLE, both_sides, has_done
from tests.runner import USER, Runner

TOES = "toes-on-wall"
LIFTS: Held = {("toe-lifts", None): 30}
OFFER = "Shall we do nine more on the left"


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))


def breaks_off_the_last_hold(runner: Runner, exercise: str = TOES) -> str:
    """Say "skip" at the eleventh second of the last hold on the left, and hear what follows."""
    runner.says("StartExerciseIntent", exercise=exercise)
    walkthrough = runner.walkthrough()
    assert walkthrough
    assert walkthrough.performance
    last = [span for span in walkthrough.performance.spans if span.unit][-1]
    assert last.place == Place(0, 3)
    runner.waits(last.at + 11)
    return runner.says("SkipIntent").text


def held(runner: Runner) -> dict[Side | None, float]:
    (practice, *_) = practices_of(runner.repository.log(USER))[0]
    return {side: seconds for (_, side), seconds in practice.held.items()}


def test_a_yes_does_just_these_seconds_on_that_side_and_the_routine_is_over(runner: Runner) -> None:
    offered = breaks_off_the_last_hold(runner)
    assert "right side forty seconds, left side thirty one" in offered
    assert OFFER in offered

    done = runner.says("AMAZON.YesIntent")
    assert "left foot" in done.text
    assert "nine more seconds" in done.text
    assert not done.open
    runner.hears_out()
    runner.opens()
    assert held(runner) == {Side.RIGHT: 40, Side.LEFT: 40}


def test_a_no_is_final(runner: Runner) -> None:
    breaks_off_the_last_hold(runner)
    assert not runner.says("AMAZON.NoIntent").open

    assert OFFER not in runner.opens().text
    assert held(runner) == {Side.RIGHT: 40, Side.LEFT: 31}


def test_a_routine_that_was_done_evenly_offers_nothing(runner: Runner) -> None:
    assert "more on the" not in runner.says("StartExerciseIntent", exercise=TOES).text


def test_an_exercise_left_early_is_evened_out_at_the_end_of_the_routine(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    walkthrough = runner.walkthrough()
    assert walkthrough
    assert walkthrough.performance
    last = next(span for span in walkthrough.performance.spans if span.unit and span.place == Place(0, 3))
    runner.waits(last.at + 11)
    heard = runner.says("AMAZON.NextIntent").text
    while OFFER not in heard:
        assert "more on the" not in heard
        runner.hears_out()
        heard = runner.says("AMAZON.YesIntent").text


def said_at_the_end(runner: Runner) -> str:
    """The last words of the whole routine."""
    heard = runner.says("StartRoutineIntent", routine="pre-run")
    while heard.open:
        runner.hears_out()
        heard = runner.says("AMAZON.YesIntent")
    runner.hears_out()
    runner.opens()
    runner.says("AMAZON.StopIntent")
    return heard.text


def test_the_week_is_remarked_upon_now_and_then_and_not_each_time(runner: Runner) -> None:
    has_done(runner, *((ago, RoutineName.PRE_RUN, LIFTS, ()) for ago in (0.1, 2, 3)))

    first = said_at_the_end(runner)
    runner.now += timedelta(hours=20)
    second = said_at_the_end(runner)
    assert "That makes" in first
    assert "this week" not in second


def test_that_one_side_gets_less_is_said_once_a_week(runner: Runner) -> None:
    has_done(
        runner,
        (1, RoutineName.POST_RUN, both_sides(TOES, 600, 360), ()),
        (2, RoutineName.POST_RUN, WHOLE, ()),
    )

    told = []
    for _ in range(5):
        told.append("four minutes less this month" in said_at_the_end(runner))
        runner.now += timedelta(days=2)
    assert told == [True, False, False, False, True]
