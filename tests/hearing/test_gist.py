"""What a few words mean in any order: the rows are sound, and nothing is written by them."""

import tomllib
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from skill.content.loader import content_folder
from skill.hearing.interpreter import Interpreter
from skill.hearing.vocabulary import vocabulary
from skill.hearing.words import words_of
from stand_ins.phrasings import filling
from tests.heard import slots_by_intent, values_by_type

FILE: Path = content_folder() / "en" / "vocabulary" / "gist.toml"
TABLE: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))
ROWS: list[dict[str, Any]] = TABLE["rows"]


def named(row: dict[str, Any]) -> set[str]:
    """The groups that a row names."""
    choices = (group for ids in row.get("first_of", {}).values() for group in ids.values())
    return {*row.get("all", ()), *row.get("unless", ()), *choices}


def test_every_group_is_named_by_a_row_and_every_name_is_a_groups() -> None:
    assert set().union(*map(named, ROWS)) == TABLE["groups"].keys()


def test_every_row_fills_slots_that_its_intent_has_with_ids_that_they_know() -> None:
    for row in ROWS:
        slots = slots_by_intent().get(row["intent"], {})
        ids = [*row.get("slots", {}).items()]
        ids.extend((slot, id_) for slot, of in row.get("first_of", {}).items() for id_ in of)
        for slot, id_ in ids:
            assert id_ in {value.id for value in values_by_type()[slots[slot]]}, (row["intent"], slot, id_)


def test_what_would_write_or_end_is_asked_about_in_words_that_say_it(interpreter: Interpreter) -> None:
    for row in ROWS:
        grave = interpreter.writes(row["intent"]) or row["intent"] == "AMAZON.StopIntent"
        assert grave == bool(row.get("guess")), row
        if grave:
            heard = interpreter.understand(row["guess"])
            assert (heard.intent, filling(heard), heard.guess) == (row["intent"], row.get("slots", {}), ""), (
                row
            )


def test_no_phrase_of_a_group_is_empty_once_it_is_heard() -> None:
    words = vocabulary("en")
    for name, phrases in TABLE["groups"].items():
        assert all(words_of(phrase, words) for phrase in phrases), name
        assert len(set(phrases)) == len(phrases), name


@pytest.mark.parametrize("parts", list(permutations(("is it bad if i", "bob about", "in the stretch"))))
def test_a_question_about_the_form_is_heard_in_any_order(
    interpreter: Interpreter, parts: tuple[str, ...]
) -> None:
    heard = interpreter.understand(" ".join(parts))
    assert (heard.intent, filling(heard)) == ("FormQuestionIntent", {"aspect": "bounce"})


@pytest.mark.parametrize(
    "said",
    [
        "he should keep his heel down shouldn't he",
        "is it far to the shop",
        "did you press the button for the lift",
        "they resume play at two",
        "my brother never knows when to carry on",
    ],
)
def test_what_is_about_others_is_none(interpreter: Interpreter, said: str) -> None:
    assert interpreter.understand(said).intent is None
