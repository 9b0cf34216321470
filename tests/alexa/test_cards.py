"""Cards in the companion app: one for each thing worth reading later, and none at every turn."""

from pathlib import Path
from typing import Any

import pytest

from skill.alexa.responses import LARGEST_CARD, _card
from skill.coach.cue_sheet import CueSheet
from skill.content.exercise import RoutineName
from skill.conversation.turn.reply import Card, Reply
from skill.storage.sqlite import SQLiteRepository
from tests.runner import Heard, Runner

SAID_OFTEN: tuple[tuple[str, dict[str, str]], ...] = (
    ("AMAZON.PauseIntent", {}),
    ("AMAZON.ResumeIntent", {}),
    ("AMAZON.NextIntent", {}),
    ("AMAZON.RepeatIntent", {}),
    ("AMAZON.PreviousIntent", {}),
    ("WhereAmIIntent", {}),
    ("HowLongLeftIntent", {}),
    ("ExplainIntent", {}),
    ("ThanksIntent", {}),
    ("SetPaceIntent", {"pace": "slower"}),
    ("AMAZON.StopIntent", {}),
)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    return runner


def card(heard: Heard) -> dict[str, Any]:
    told: dict[str, Any] = heard.response["card"]
    assert told["type"] == "Simple"
    assert len(told["title"]) + len(told["content"]) <= LARGEST_CARD
    return told


@pytest.mark.parametrize("routine", list(RoutineName))
def test_a_routine_that_begins_is_on_a_card_with_each_dose_and_how_it_is_done(
    runner: Runner, routine: RoutineName
) -> None:
    told = card(runner.says("StartRoutineIntent", routine=routine))

    lines = told["content"].split("\n")
    assert lines[0].startswith("To have at hand:")
    assert lines[-1] == "Only as far as is comfortable. Stop if it hurts."
    assert [line[:3] for line in lines[1:-1]] == [f"{number}. " for number in range(1, len(lines) - 1)]
    assert all(any(figure.isdigit() for figure in line[3:]) for line in lines[1:-1])
    assert "minutes" in told["title"]


def test_the_first_exercise_is_told_as_it_is_done(runner: Runner) -> None:
    told = card(runner.says("StartRoutineIntent", routine="post-run"))

    assert told["title"] == "Post run stretches: about 9 and a half minutes"
    assert (
        "1. Toes on the wall: 20 seconds, 2 times each. Face the wall, hands on it, right toes up against it."
        in told["content"]
    )


def test_holds_of_another_length_are_on_the_card(runner: Runner) -> None:
    runner.says("SetHoldIntent", duration="PT30S")

    assert (
        "Toes on the wall: 30 seconds"
        in card(runner.says("StartRoutineIntent", routine="post-run"))["content"]
    )


def test_no_card_is_sent_while_a_routine_goes_on(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    for intent, slots in SAID_OFTEN:
        runner.waits(60)
        assert "card" not in runner.says(intent, **slots).response, intent


def test_no_card_is_sent_for_a_greeting_or_for_an_answer(runner: Runner) -> None:
    assert "card" not in runner.opens().response
    for intent, slots in (
        ("AdviceIntent", {"topic": "why-warm-up"}),
        ("AMAZON.YesIntent", {}),
        ("HelloIntent", {}),
    ):
        assert "card" not in runner.says(intent, **slots).response, intent


def test_who_knows_the_routine_by_heart_gets_no_card_and_can_ask_for_it(runner: Runner) -> None:
    runner.says("SetWordsIntent", words="fewest")

    assert "card" not in runner.says("StartRoutineIntent", routine="post-run").response
    runner.says("AMAZON.StopIntent")
    assert "Toes on the wall" in card(runner.says("ListExercisesIntent", routine="post-run"))["content"]


def test_help_is_on_a_card_in_a_routine_too(runner: Runner) -> None:
    told = card(runner.says("AMAZON.HelpIntent"))
    assert told["title"] == "What you can say to Foot Coach"
    assert "remind me to stretch tomorrow at eight" in told["content"]

    runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(60)
    assert card(runner.says("WhatCanISayIntent")) == told


def test_the_settings_are_on_a_card_a_line_each(runner: Runner) -> None:
    runner.says("SetHoldIntent", duration="PT30S")

    heard = runner.says("HearSettingsIntent")

    lines = card(heard)["content"].split("\n")
    assert all(line in heard.text for line in lines[:-1])
    assert any("thirty seconds" in line for line in lines)
    assert lines[-1].startswith("To change it")


def test_the_pairs_are_on_a_card(runner: Runner) -> None:
    runner.says("AddShoesIntent", shoe="ghost")

    assert "ghost" in card(runner.says("ListShoesIntent"))["content"].lower()


def test_a_card_too_long_for_alexa_lacks_its_last_lines() -> None:
    told = Card("A title", tuple(f"{number}: {'x' * 700}" for number in range(20)))

    made: Any = _card(Reply(CueSheet((), 0.0), card=told))

    assert len(made.title) + len(made.content) <= LARGEST_CARD
    assert made.content.split("\n")[0] == told.lines[0]
    assert set(made.content.split("\n")) <= set(told.lines)
