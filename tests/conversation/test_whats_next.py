"""What comes next is a question: it is answered, and the count goes on."""

from pathlib import Path

import pytest

from skill.coach.cue_sheet import Place
from skill.storage.sqlite import SQLiteRepository
from tests.conversation.mid_routine import LATER_HOLD, holds, is_performing, place
from tests.runner import Runner


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    return runner


def test_in_a_hold_the_next_exercise_is_named_and_the_count_goes_on(runner: Runner) -> None:
    holds(runner)
    heard = runner.says("WhatsNextIntent")
    assert heard.text.startswith("Next comes butt to heel.")
    assert "six seven eight" in heard.text
    assert is_performing(runner)
    assert place(runner) == LATER_HOLD


def test_in_the_last_exercise_it_is_said_to_be_the_last(runner: Runner) -> None:
    runner.says("StartExerciseIntent", exercise="butt-to-heel")
    runner.waits(30)
    assert runner.says("WhatsNextIntent").text.startswith("This is the last one: butt to heel.")


def test_at_the_beginning_of_an_exercise_the_one_after_it_is_next(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(8)
    assert place(runner) == Place(0)
    assert runner.says("WhatsNextIntent").text.startswith("Next comes butt to heel.")


def test_while_the_next_one_waits_that_is_the_one(runner: Runner) -> None:
    runner.says("SetFlowIntent", flow="wait-for-me")
    runner.says("StartRoutineIntent", routine="post-run")
    runner.hears_out()
    assert runner.says("WhatsNextIntent").text.startswith("Next comes butt to heel. Say continue")


def test_where_nothing_is_under_way_the_routines_are_offered(runner: Runner) -> None:
    heard = runner.says("WhatsNextIntent")
    assert heard.text.startswith("No routine is running. What would you like to do: post run stretches")
