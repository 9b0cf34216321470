"""What may be an emergency, or is a doctor's business, stops the count; going on is the runner's word."""

from pathlib import Path

import pytest

from skill.speech.phrasebook import lines_of
from skill.storage.sqlite import SQLiteRepository
from tests.conversation.mid_routine import LATER_HOLD, holds, is_performing, place
from tests.runner import USER, Runner

NAMES = [
    str(line) for key, line in lines_of("en").items() if key.startswith("exercises.") and key.endswith("name")
]
ROUTINES = ("stretches", "exercises")


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    return runner


@pytest.mark.parametrize("intent", ["EmergencyIntent", "AskDoctorIntent"])
def test_the_count_stops_and_the_place_is_kept(runner: Runner, intent: str) -> None:
    holds(runner)
    heard = runner.says(intent)
    assert heard.open
    assert not is_performing(runner)
    assert place(runner) == LATER_HOLD


def test_in_an_emergency_it_is_said_who_can_help_and_nothing_else(runner: Runner) -> None:
    holds(runner)
    heard = runner.says("EmergencyIntent")
    assert heard.text.startswith("Stop, and sit down.")
    assert "call your emergency number now: I can't call anybody" in heard.text
    assert "emergency number" in heard.reprompt
    assert not any(name in heard.text + heard.reprompt for name in (*NAMES, *ROUTINES))


def test_nothing_that_was_asked_before_is_asked_after_an_emergency(runner: Runner) -> None:
    runner.says("LogRunIntent")
    runner.says("EmergencyIntent")
    assert "How far" not in runner.says("AMAZON.YesIntent").text
    assert not list(runner.repository.log(USER))


@pytest.mark.parametrize("word", ["AMAZON.YesIntent", "ReadyIntent"])
def test_a_runner_who_is_all_right_is_asked_whether_to_go_on(runner: Runner, word: str) -> None:
    holds(runner)
    runner.says("EmergencyIntent")
    assert runner.says(word).text == "Are you all right?"
    good = runner.says("AMAZON.YesIntent").text
    assert good == "Good. Rest as long as you need. Is it really fine to go on?"
    assert not is_performing(runner)
    runner.says("AMAZON.YesIntent")
    assert is_performing(runner)


def test_a_runner_who_is_not_is_told_once_more_who_can_help(runner: Runner) -> None:
    runner.says("EmergencyIntent")
    assert "call your emergency number now" in runner.says("AMAZON.NoIntent").text


def test_a_doctor_is_to_be_asked_before_anything_is_done(runner: Runner) -> None:
    heard = runner.says("AskDoctorIntent")
    assert heard.text.startswith("Please ask your doctor or physiotherapist before you do this.")
    assert not any(name in heard.text for name in (*NAMES, *ROUTINES))


def test_a_routine_that_waits_for_the_doctors_word_goes_on_by_the_runners(runner: Runner) -> None:
    holds(runner)
    assert "Say continue if you have been told that it's fine" in runner.says("AskDoctorIntent").text
    runner.says("AMAZON.ResumeIntent")
    assert is_performing(runner)
