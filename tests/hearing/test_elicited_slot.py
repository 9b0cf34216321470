"""A question for one slot: what is an answer to it, and what is not."""

from datetime import date

import pytest

from skill.alexa.elicitation import ASKED_SLOTS, AskedSlot
from skill.hearing.elicited_slot import ElicitedSlot
from skill.hearing.interpretation import FilledSlot
from skill.hearing.interpreter import Interpreter
from tests.heard import said_for, slots_by_intent

SUNDAY = date(2026, 11, 22)
PAIRS = {"Shoe": [{"id": "pair-1", "values": ["old faithful"]}, {"id": "pair-2", "values": ["ghost 15"]}]}

ALSO_VALUES = {
    *("new shoes", "new pair", "new shoe", "new sneakers", "new running shoes", "track new shoes"),
    *("one minute", "one minute please", "one second", "one second please", "just a minute", "just a second"),
    *("hang on a minute", "hang on a second", "a second", "I want to track new shoes"),
    *(
        "and now",
        "okay now",
        "new runs",
        "great thanks",
        "lovely thanks",
        "fantastic ta",
        "same again please",
    ),
    *(
        "a run in half an hour",
        "at one and go up",
        "can I do just one",
        "can I do only two",
        "do it as before",
    ),
    *("go at one", "go from one up", "go like normal", "say it one by one", "should I foam roll my calves"),
    "good",  # of a shoe that is looked at; a word of thanks, asked for anything else
    *("three two one like that", "well one", "would I get two or is one", "you go a little fast for me"),
}
"""What a command and a value are both called, politeness taken off."""


def meaning(slot: FilledSlot) -> str:
    return next((match.id for match in (*slot.dynamic, *slot.static)), slot.value)


@pytest.mark.parametrize(
    ("said", "asked_for", "slots"),
    [
        ("ten", "LogRunIntent.distance", {"distance": "10"}),
        ("about ten miles", "LogRunIntent.distance", {"distance": "10", "unit": "miles"}),
        ("um, it was ten miles please", "LogRunIntent.distance", {"distance": "10", "unit": "miles"}),
        (
            "ten point five miles",
            "LogRunIntent.distance",
            {"distance": "10", "decimal": "5", "unit": "miles"},
        ),
        ("old faithful", "LogRunIntent.shoe", {"shoe": "pair-1"}),
        ("in the ghost fifteen", "LogRunIntent.shoe", {"shoe": "pair-2"}),
        ("the wombats", "LogRunIntent.shoe", {"shoe": "wombats"}),
        ("yesterday", "LogRunIntent.day", {"day": "2026-11-21"}),
        ("on tuesday", "LogRunIntent.day", {"day": "2026-11-24"}),
        ("toe lifts", "ExplainIntent.exercise", {"exercise": "toe-lifts"}),
        ("old faithfull", "LogRunIntent.shoe", {"shoe": "pair-1"}),
        ("sixteen", "LogRunIntent.shoe", {"shoe": "sixteen"}),
        ("the second one", "WhichShoeIntent.shoe", {"shoe": "second one"}),
        ("the first one", "WhichShoeIntent.shoe", {"shoe": "first one"}),
        ("the newer ones", "WhichShoeIntent.shoe", {"shoe": "newer ones"}),
        ("the blue ones", "WhichShoeIntent.shoe", {"shoe": "blue"}),
        ("the other ones", "WhichShoeIntent.shoe", {"shoe": "others"}),
        ("last tuesday in the ghosts", "LogRunIntent.day", {"day": "2026-11-17", "shoe": "Ghost"}),
        ("three and a half", "LogRunIntent.distance", {"distance": "3", "fraction": "half"}),
        ("thirty six hours", "SetRestIntent.duration", {"duration": "P1DT12H"}),
    ],
)
def test_a_value_with_little_around_it_answers(
    said: str, asked_for: str, slots: dict[str, str], interpreter: Interpreter
) -> None:
    intent, _, slot = asked_for.partition(".")

    heard = interpreter.understand(said, PAIRS, SUNDAY, ElicitedSlot(intent, slot))

    assert heard.intent == intent
    assert {name: meaning(filled) for name, filled in heard.slots.items()} == slots


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("stop", "AMAZON.StopIntent"),
        ("help", "AMAZON.HelpIntent"),
        ("which shoes today", "ChooseShoesIntent"),
        ("start my post run stretches", "StartRoutineIntent"),
        ("never mind", "AMAZON.CancelIntent"),
        ("yes", "AMAZON.YesIntent"),
        ("no", "AMAZON.NoIntent"),
        ("pause", "AMAZON.PauseIntent"),
        ("undo", "UndoIntent"),
    ],
)
@pytest.mark.parametrize("slot", ["distance", "shoe", "day"])
def test_what_another_intent_says_is_no_answer(
    said: str, intent: str, slot: str, interpreter: Interpreter
) -> None:
    heard = interpreter.understand(said, PAIRS, SUNDAY, ElicitedSlot("LogRunIntent", slot))

    assert heard.intent == interpreter.understand(said, PAIRS, SUNDAY).intent
    assert heard.intent == intent


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "asked_for"), [*enumerate(ASKED_SLOTS.values())], ids=[str(kind) for kind in ASKED_SLOTS]
)
def test_what_any_intent_says_without_a_slot_is_no_answer_unless_it_is_a_value_itself(
    number: int, asked_for: AskedSlot, interpreter: Interpreter
) -> None:
    """Every sentence is tried against one slot in five, each slot against another fifth of them."""
    asked = ElicitedSlot(asked_for.intent, asked_for.slot)
    said = [
        (intent, sentence)
        for intent in slots_by_intent()
        for sentence in said_for(intent)
        if "{" not in sentence
    ]
    commands = said[number % 5 :: 5]
    swallowed = {
        said
        for intent, said in commands
        if interpreter.understand(said, PAIRS, SUNDAY, asked).intent != intent
    }

    assert len(said) > 1500
    assert swallowed <= ALSO_VALUES


def test_the_intents_own_sample_tells_its_slots_apart(interpreter: Interpreter) -> None:
    asked = ElicitedSlot("LogRunIntent", "shoe")

    heard = interpreter.understand("I ran ten miles in old faithful", PAIRS, SUNDAY, asked)

    assert {name: meaning(slot) for name, slot in heard.slots.items()} == {
        "distance": "10",
        "unit": "miles",
        "shoe": "pair-1",
    }


@pytest.mark.parametrize("said", ["no idea", "why that", "hmm", "are you sure", "?"])
def test_words_that_can_be_no_value_fill_nothing(said: str, interpreter: Interpreter) -> None:
    heard = interpreter.understand(said, PAIRS, SUNDAY, ElicitedSlot("LogRunIntent", "shoe"))

    assert heard.slots == {}
