"""A pair named in one clause is meant by the pronoun of the next."""

from datetime import date
from typing import Any

import pytest

from skill.hearing.interpreter import Interpreter
from skill.hearing.listed_names import ListedNames
from skill.hearing.named_before import with_the_name_put_back
from skill.hearing.slot_spans import SlotValue
from skill.hearing.vocabulary import vocabulary
from skill.hearing.words import words_of
from stand_ins.phrasings import filling
from tests.heard import span_finder

TODAY = date(2026, 11, 27)
PAIRS: dict[str, list[dict[str, Any]]] = {
    "Shoe": [
        {"id": "g", "values": ["ghost"]},
        {"id": "b", "values": ["bruno"]},
        {"id": "c", "values": ["clifton"]},
    ]
}


@pytest.mark.parametrize(
    ("said", "intent", "shoe", "asked"),
    [
        (
            "I retired the clifton too early, can you bring them back",
            "BringBackShoesIntent",
            "clifton",
            "bring the clifton back",
        ),
        ("bruno looks worn so let's use him up", "UseUpShoesIntent", "bruno", "use the bruno up"),
        ("I got the clifton last month, how many k are on it", "ShoeDistanceIntent", "clifton", ""),
        ("bruno is the oldest, is he due", "ReplaceWhenIntent", "bruno", ""),
    ],
)
def test_what_changes_the_pair_is_asked_about_and_the_rest_is_answered(
    said: str, intent: str, shoe: str, asked: str, interpreter: Interpreter
) -> None:
    heard = interpreter.understand(said, PAIRS, TODAY)
    assert (heard.intent, filling(heard)["shoe"].lower(), heard.guess) == (intent, shoe, asked)


def test_a_question_changes_nothing(interpreter: Interpreter) -> None:
    heard = interpreter.understand("I like bruno, should I retire him", PAIRS, TODAY)
    assert heard.intent == "ReplaceWhenIntent"


@pytest.mark.parametrize(
    ("said", "shortest"),
    [
        ("bruno limps, scrap him", "scrap the bruno"),
        ("bruno is fine, I never meant to retire him", "never meant to retire the bruno"),
        ("I like the ghost more than the clifton, so bring them back", ""),
        ("bring them back", ""),
        ("bruno is back, save it and retire it", ""),
    ],
)
def test_the_name_is_put_back_where_one_pair_is_named_ahead_of_one_pronoun(said: str, shortest: str) -> None:
    english = vocabulary("en")
    names = {"Shoe": [SlotValue(one["id"], tuple(one["values"])) for one in PAIRS["Shoe"]]}
    words = words_of(said, english)
    spans = span_finder().find(words, TODAY, ListedNames(names, english))
    found = [*with_the_name_put_back(words, spans, english)]
    assert (found[-1] if found else "") == shortest
