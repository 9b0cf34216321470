"""Which slot Alexa is told to listen for, and when it is told nothing."""

from pathlib import Path
from typing import Any

import pytest

from skill.alexa.elicitation import ASKED_SLOTS, elicit
from skill.coach.cue_sheet import CueSheet
from skill.conversation.shoes.shoe_rules import HowLongRest
from skill.conversation.turn.question import Wanted, question_kinds
from skill.conversation.turn.reply import Reply
from skill.storage.sqlite import SQLiteRepository
from tests.heard import KNOWN
from tests.runner import Heard, Runner, slots_of


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))


def dialog(heard: Heard) -> list[dict[str, Any]]:
    return [one for one in heard.response.get("directives") or () if one["type"].startswith("Dialog.")]


def with_two_pairs(runner: Runner) -> Runner:
    for name in ("ghost fifteen", "ghost sixteen"):
        runner.says("AddShoesIntent", shoe=name)
        runner.says("AMAZON.NoIntent")
    return runner


@pytest.mark.parametrize(
    ("said", "slots", "wanted"),
    [
        ("LogRunIntent", {"distance": "3", "unit": "miles", "shoe": "ghost"}, Wanted.PAIR),
        ("LogRunIntent", {}, Wanted.DISTANCE),
        ("LogRunIntent", {"distance": "3", "unit": "miles", "day": "2026-W46"}, Wanted.DAY),
        ("SetRestIntent", {}, Wanted.DURATION),
        ("ExplainIntent", {}, Wanted.EXERCISE),
        ("RateRunIntent", {}, Wanted.FEELING),
    ],
)
def test_where_a_slot_is_asked_for_alexa_is_told_which(
    said: str, slots: dict[str, str], wanted: Wanted, runner: Runner
) -> None:
    heard = with_two_pairs(runner).says(said, **slots)

    asked = ASKED_SLOTS[wanted]
    assert heard.open
    assert heard.reprompt
    assert dialog(heard) == [
        {
            "type": "Dialog.ElicitSlot",
            "slotToElicit": asked.slot,
            "updatedIntent": {
                "name": asked.intent,
                "confirmationStatus": "NONE",
                "slots": {
                    name: {"name": name, "confirmationStatus": "NONE"}
                    for name in slots_of(asked.intent).keys() - KNOWN.asides
                },
            },
        }
    ]


def test_everything_that_a_question_wants_can_be_asked_for() -> None:
    assert set(ASKED_SLOTS) == set(Wanted)
    assert {kind.wanted for kind in question_kinds()} == {None, *Wanted}


def test_a_yes_or_no_is_asked_for_by_no_slot(runner: Runner) -> None:
    with_two_pairs(runner)

    assert dialog(runner.says("RetireShoesIntent", shoe="ghost sixteen")) == []
    assert dialog(runner.says("AMAZON.NoIntent")) == []


def test_names_that_are_taught_go_before_a_slot_that_is_asked_for(runner: Runner) -> None:
    taught = runner.says("AddShoesIntent", shoe="ghost fifteen")
    asked_again = runner.says("AMAZON.YesIntent")

    assert "How far" in asked_again.text
    assert [one["type"] for one in dialog(taught)] == ["Dialog.UpdateDynamicEntities"]
    assert [one["type"] for one in dialog(asked_again)] == ["Dialog.ElicitSlot"]


@pytest.mark.parametrize("device", ["speaker", "screen"])
def test_a_question_at_the_end_of_a_performance_leaves_pause_and_next_to_be_said(
    device: str, runner: Runner
) -> None:
    with_two_pairs(runner)
    runner.envelopes.screen = device == "screen"
    runner.says("LogRunIntent", distance="3", unit="miles")
    heard = runner.says("StartRoutineIntent", routine="post-run")
    while "which pair did you wear" not in heard.text:
        assert dialog(heard) == []
        runner.hears_out()
        heard = runner.says("AMAZON.ResumeIntent")
    assert dialog(heard) == []

    runner.hears_out()
    assert dialog(runner.says("AMAZON.FallbackIntent"))[0]["slotToElicit"] == "shoe"


def test_nothing_but_an_intent_or_an_opening_begins_a_dialog(runner: Runner) -> None:
    with_two_pairs(runner)
    reply = Reply(CueSheet((), 0.0), HowLongRest())

    assert elicit("LaunchRequest", reply)
    assert elicit("IntentRequest", reply)
    assert elicit("Alexa.Presentation.APL.UserEvent", reply) is None
