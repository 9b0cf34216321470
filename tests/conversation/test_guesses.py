"""A speaker that is not sure what was said asks whether something like it was meant."""

from pathlib import Path

import pytest

from skill.storage.sqlite import SQLiteRepository
from tests.conversation.mid_routine import LATER_HOLD, holds, is_performing, place
from tests.runner import Heard, Runner

GUESS = "log ten kilometres in the ghosts"


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    return runner


def hears_the_guess(runner: Runner, guess: str = GUESS) -> Heard:
    return runner.says("AMAZON.FallbackIntent", guess=guess)


def test_it_is_asked_whether_the_guess_was_meant(runner: Runner) -> None:
    heard = hears_the_guess(runner)
    assert heard.text == "Did you mean: log ten kilometres in the ghosts?"
    assert heard.reprompt == heard.text
    assert heard.open


def test_on_a_yes_that_comes_alone_it_is_asked_for_once_more(runner: Runner) -> None:
    hears_the_guess(runner)
    assert runner.says("AMAZON.YesIntent").text == "Say it once more, please."


def test_on_a_no_other_words_are_asked_for(runner: Runner) -> None:
    hears_the_guess(runner)
    heard = runner.says("AMAZON.NoIntent")
    assert heard.text == "Sorry. Say it in other words."
    assert heard.open


@pytest.mark.parametrize("left", ["AMAZON.NoIntent", "AMAZON.CancelIntent"])
def test_on_a_no_a_question_that_was_open_is_asked_again(runner: Runner, left: str) -> None:
    runner.says("LogRunIntent")
    hears_the_guess(runner)
    assert runner.says(left).text.startswith("Sorry. How far did you run?")
    assert "Logged five kilometres" in runner.says("DistanceIntent", distance="5", unit="kilometres").text


def test_a_question_that_does_not_wait_is_asked_again_too(runner: Runner) -> None:
    runner.says("SetHoldIntent")
    hears_the_guess(runner)
    assert runner.says("AMAZON.NoIntent").text.startswith("Sorry. I can hold from ten")
    assert "thirty seconds" in runner.says("DistanceIntent", distance="30").text


def test_a_question_that_was_asked_once_more_already_is_asked_again_too(runner: Runner) -> None:
    runner.says("SoreAreaIntent", body_area="soles")
    assert "Shall we do" in runner.says("AdviceIntent", topic="why-warm-up").text
    hears_the_guess(runner)
    assert runner.says("AMAZON.NoIntent").text.startswith("Sorry. Shall we do butt to heel")


def test_the_question_of_two_that_was_asked_last_is_asked_again(runner: Runner) -> None:
    runner.says("LogRunIntent")
    runner.says("SetHoldIntent")
    hears_the_guess(runner)
    hears_the_guess(runner, "thirty seconds")
    assert runner.says("AMAZON.NoIntent").text.startswith("Sorry. I can hold from ten")


def test_what_was_guessed_answers_the_question_that_was_open(runner: Runner) -> None:
    runner.says("LogRunIntent")
    hears_the_guess(runner, "five kilometres")
    assert "Logged five kilometres" in runner.says("DistanceIntent", distance="5", unit="kilometres").text


def test_anything_else_that_is_said_drops_the_guess(runner: Runner) -> None:
    runner.says("LogRunIntent")
    hears_the_guess(runner)
    heard = runner.says("AdviceIntent", topic="why-warm-up")
    assert "Did you mean" not in heard.text
    assert "How far did you run?" in heard.text
    assert "How far did you run?" in runner.says("AMAZON.YesIntent").text


def test_a_second_guess_takes_the_place_of_the_first(runner: Runner) -> None:
    runner.says("LogRunIntent")
    hears_the_guess(runner)
    assert "six miles" in hears_the_guess(runner, "six miles").text
    assert "How far did you run?" in runner.says("AMAZON.NoIntent").text


def test_a_routine_waits_for_the_answer_and_goes_on_after_a_no(runner: Runner) -> None:
    holds(runner)
    hears_the_guess(runner)
    assert not is_performing(runner)

    heard = runner.says("AMAZON.NoIntent")

    assert heard.text.startswith("Sorry.")
    assert is_performing(runner)
    assert place(runner) == LATER_HOLD


def test_a_routine_goes_on_behind_what_was_meant(runner: Runner) -> None:
    holds(runner)
    hears_the_guess(runner, "longer holds")
    assert runner.says("ChangeHoldIntent", hold_change="longer").text.startswith(
        "Holds of twenty five seconds"
    )
    assert is_performing(runner)


def test_in_a_routine_a_guess_that_got_lost_is_asked_for_and_the_routine_waits(runner: Runner) -> None:
    holds(runner)
    hears_the_guess(runner)
    assert runner.says("AMAZON.YesIntent").text == "Say it once more, please."
    assert not is_performing(runner)


def test_more_words_than_a_breath_are_not_asked_about(runner: Runner) -> None:
    assert "Did you mean" not in hears_the_guess(runner, "ten kilometres " * 20).text
