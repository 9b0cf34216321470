"""What a foot coach cannot do, or does not count, is said honestly, and nothing is kept of it."""

from pathlib import Path

import pytest

from skill.speech.phrasebook import lines_of
from skill.storage.sqlite import SQLiteRepository
from tests.conversation.mid_routine import LATER_HOLD, holds, is_performing, place
from tests.runner import USER, Runner

ELSEWHERE = [key.removeprefix("elsewhere.") for key in lines_of("en") if key.startswith("elsewhere.")]
NOT_COUNTED = {"SomebodyElseIntent": "I keep only your own runs", "OtherSportIntent": "I count only runs"}


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    return runner


def log(runner: Runner) -> int:
    return len(list(runner.repository.log(USER)))


@pytest.mark.parametrize("topic", ELSEWHERE)
def test_what_the_coach_cannot_do_has_a_line_of_its_own(runner: Runner, topic: str) -> None:
    heard = runner.says("OutOfScopeIntent", elsewhere=topic)
    assert heard.text.startswith(str(lines_of("en")[f"elsewhere.{topic}"]))
    assert heard.open


def test_where_alexa_can_the_words_for_it_are_said(runner: Runner) -> None:
    assert "Alexa, set a timer for ten minutes" in runner.says("OutOfScopeIntent", elsewhere="timer").text


@pytest.mark.parametrize("slots", [{}, {"elsewhere": "the stock market"}])
def test_what_has_no_line_gets_a_general_one(runner: Runner, slots: dict[str, str]) -> None:
    assert runner.says("OutOfScopeIntent", **slots).text.startswith("I can't help with that")


@pytest.mark.parametrize("intent", [*NOT_COUNTED, "OutOfScopeIntent"])
def test_a_routine_goes_on_behind_it(runner: Runner, intent: str) -> None:
    holds(runner)
    runner.says(intent)
    assert is_performing(runner)
    assert place(runner) == LATER_HOLD


@pytest.mark.parametrize(("intent", "said"), NOT_COUNTED.items())
def test_what_is_not_counted_is_not_kept(runner: Runner, intent: str, said: str) -> None:
    heard = runner.says(intent)
    assert said in heard.text
    assert "Nothing was noted" in heard.text
    assert not log(runner)


@pytest.mark.parametrize("intent", NOT_COUNTED)
def test_what_is_not_counted_answers_no_question(runner: Runner, intent: str) -> None:
    runner.says("LogRunIntent")
    assert "How far did you run?" in runner.says(intent).text
    assert not log(runner)


def test_what_is_needed_for_the_exercises_is_told(runner: Runner) -> None:
    assert "a hand towel, a ball and a foam roller" in runner.says("AdviceIntent", topic="equipment").text
