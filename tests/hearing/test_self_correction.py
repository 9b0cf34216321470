"""What is taken back in the same breath is not what was meant."""

from datetime import date

import pytest

from skill.hearing.elicited_slot import ElicitedSlot
from skill.hearing.interpreter import Interpreter
from skill.hearing.listed_names import ListedNames
from skill.hearing.self_correction import without_what_was_taken_back
from skill.hearing.slot_spans import SlotValue
from skill.hearing.vocabulary import vocabulary
from skill.hearing.words import forms, words_of
from stand_ins.phrasings import filling
from tests.heard import span_finder

TODAY = date(2026, 11, 26)
PAIRS = {"Shoe": [{"id": "g", "values": ["ghost"]}, {"id": "b", "values": ["bruno"]}]}


@pytest.mark.parametrize(
    ("said", "intent", "slots", "asked"),
    [
        (
            "tuesday's run was twelve k and i was wearing um the ghost no wait bruno",
            "RunWasIntent",
            {"day": "2026-12-01", "distance": "12", "unit": "kilometres", "shoe": "bruno"},
            "tuesday's run was twelve k in the bruno",
        ),
        (
            "twelve miles yesterday no sorry tuesday in the ghost",
            "LogRunIntent",
            {"distance": "12", "unit": "miles", "day": "2026-12-01", "shoe": "Ghost"},
            "twelve miles tuesday in the ghost",
        ),
        (
            "hold for twenty no wait thirty seconds",
            "SetHoldIntent",
            {"seconds": "30"},
            "hold for thirty seconds",
        ),
        (
            "twelve miles in the ghost no wait the flonkers",
            "LogRunIntent",
            {"distance": "12", "unit": "miles", "shoe": "flonkers"},
            "twelve miles in the flonkers",
        ),
        ("the ghost no wait bruno", "WhichShoeIntent", {"shoe": "bruno"}, ""),
    ],
)
def test_the_value_behind_it_is_meant(
    said: str, intent: str, slots: dict[str, str], asked: str, interpreter: Interpreter
) -> None:
    heard = interpreter.understand(said, PAIRS, TODAY)
    lowered = {name: value.lower() for name, value in filling(heard).items()}
    expected = {name: value.lower() for name, value in slots.items()}
    assert (heard.intent, lowered, heard.guess) == (intent, expected, asked)


def test_it_answers_what_was_asked(interpreter: Interpreter) -> None:
    heard = interpreter.understand(
        "tuesday no wait wednesday", PAIRS, TODAY, elicited=ElicitedSlot("LogRunIntent", "day")
    )
    assert (heard.intent, filling(heard)["day"], heard.guess) == ("LogRunIntent", "2026-12-02", "")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("in the ghost no wait in bruno", "in the bruno"),
        ("six k no sorry seven k", "seven k"),
        ("no the other side", "no the other side"),
        ("i did five and no more", "i did five and no more"),
        ("twelve k no wait in bruno", "twelve k no wait in bruno"),
        (
            "the ghost on sunday when there was no rain bruno",
            "the ghost on sunday when there was no rain bruno",
        ),
        ("the ghost and bruno", "the ghost and bruno"),
    ],
)
def test_only_a_value_of_the_same_kind_right_behind_it_takes_one_back(said: str, left: str) -> None:
    words = vocabulary("en")
    pairs = {"Shoe": [SlotValue("g", ("ghost",)), SlotValue("b", ("bruno",))]}
    heard = words_of(said, words)
    meant = without_what_was_taken_back(
        heard, span_finder().find(heard, TODAY, ListedNames(pairs, words)), words
    )
    assert " ".join(forms(meant)) == " ".join(forms(words_of(left, words)))
