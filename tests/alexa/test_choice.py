"""A value that is said alone means what its own intent means."""

from pathlib import Path

import pytest

from skill.alexa.choice import EQUIPMENT, MEANT
from skill.alexa.intents import INTENTS
from skill.storage.sqlite import SQLiteRepository
from tests.runner import Runner, slots_of

VALUES = {
    "routine": "post-run",
    "exercise": "toe-lifts",
    "pace": "slower",
    "flow": "wait-for-me",
    "words": "fewer",
    "asked_of_that": "when",
    "aspect": "felt",
    "form": "easier",
    "count_style": "halfway",
    "count_direction": "down",
    "hold_change": "longer",
    "rest_change": "slower",
    "feeling": "better",
    "topic": "why-warm-up",
    "elsewhere": "timer",
    "source": "garmin",
    "body_area": "calves",
    "side": "left",
    "duration": "PT5M",
    "distance": "10",
    "decimal": "5",
    "fraction": "half",
    "race_distance": "ten-k",
    "more_metres": "500",
    "shoe": "ghosts",
    "day": "2026-11-23",
    "run_kind": "long",
    "period": "last-month",
    "unit": "miles",
    "switch": "off",
    "whereabouts": "hotel",
    "attack": "attack",
    "unwell": "unwell",
    "gasping": "gasping",
    "fallen": "fallen",
    "cramp": "cramp",
    "cramping": "cramping",
    "pain_kind": "ache",
    "sport_done": "sport-done",
    "finding": "worn",
    "sign": "tread",
    "fine_sign": "foam",
    "sound": "good",
    "repeat": "day",
}


def runner_in(folder: Path) -> Runner:
    folder.mkdir()
    runner = Runner(SQLiteRepository(folder / "notebooks.sqlite3"))
    runner.opens()
    runner.says("AddShoesIntent", shoe="ghosts", distance="100", unit="kilometres")
    return runner


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return runner_in(tmp_path / "alone")


def test_every_value_that_can_be_said_alone_means_an_intent() -> None:
    assert set(MEANT) == set(VALUES)
    assert set(MEANT.values()) <= set(INTENTS)
    assert set(MEANT) | {EQUIPMENT} == set(slots_of("ChoiceIntent"))


@pytest.mark.parametrize(("slot", "value"), VALUES.items())
def test_a_value_alone_is_answered_as_its_intent(
    slot: str, value: str, tmp_path: Path, runner: Runner
) -> None:
    said = runner_in(tmp_path / "by intent").says(MEANT[slot], **{slot: value}).text
    assert runner.says("ChoiceIntent", **{slot: value}).text == said


def test_a_distance_alone_is_one_value_of_several_slots(runner: Runner) -> None:
    heard = runner.says("ChoiceIntent", distance="10", unit="kilometres")
    assert "Shall I log a run of ten kilometres?" in heard.text


def test_a_value_alone_answers_what_was_asked(runner: Runner) -> None:
    runner.says("LogRunIntent")
    assert (
        "Logged six and a half miles"
        in runner.says("ChoiceIntent", distance="6", fraction="half", unit="miles").text
    )


def test_a_thing_alone_is_told_what_to_say_of_it(runner: Runner) -> None:
    heard = runner.says("ChoiceIntent", equipment="foam-roller")
    assert heard.text == "Say: I have a foam roller; or: I don't have a foam roller."
    assert heard.open


def test_no_value_at_all_is_not_understood(runner: Runner) -> None:
    assert "Sorry, I didn't get that" in runner.says("ChoiceIntent").text
