"""What stands beside a request: clauses before it, names in full, and words that name nothing."""

from datetime import date

import pytest

from skill.hearing.interpretation import Interpretation
from skill.hearing.interpreter import Interpreter

TODAY = date(2026, 11, 22)


def meant(understood: Interpretation) -> tuple[str | None, dict[str, str]]:
    slots = {
        name: slot.static[0].id if slot.static and slot.slot_type != "Shoe" else slot.value
        for name, slot in understood.slots.items()
    }
    return understood.intent, slots


@pytest.mark.parametrize(
    ("said", "slots"),
    [
        ("I might manage nine and a half miles, what do I put on", "9 and half miles"),
        ("thinking of a tempo on Tuesday perhaps, what do I put on", "tempo on 2026-11-24"),
        ("it could be a half, what do I put on", "half-marathon"),
        ("I ran ten k yesterday, what do I put on today", "on 2026-11-22"),
        ("I think in miles generally, what do I put on", ""),
    ],
)
def test_a_clause_before_the_question_says_what_run_it_is(
    said: str, slots: str, interpreter: Interpreter
) -> None:
    intent, filled = meant(interpreter.understand(said, today=TODAY))
    assert intent == "ChooseShoesIntent"
    measure = [filled[name] for name in ("distance",) if name in filled]
    measure += [f"and {filled[name]}" for name in ("fraction",) if name in filled]
    measure += [filled[name] for name in ("unit", "run_kind", "race_distance") if name in filled]
    measure += [f"on {filled[name]}" for name in ("day",) if name in filled]
    assert " ".join(measure) == slots


@pytest.mark.parametrize(
    ("said", "intent", "slots"),
    [
        ("my Ghosts feel flat, when should I replace them", "ReplaceWhenIntent", {"shoe": "ghosts"}),
        (
            "rename the Ghosts to blue thunder",
            "RenameShoesIntent",
            {"shoe": "ghosts", "new_name": "blue thunder"},
        ),
        (
            "change the name of the Ghosts to big blue",
            "RenameShoesIntent",
            {"shoe": "ghosts", "new_name": "big blue"},
        ),
        ("retire my old blue ones", "RetireShoesIntent", {"shoe": "old blue ones"}),
        ("nine mile trail run", "LogRunIntent", {"distance": "9", "unit": "miles", "run_kind": "trail"}),
        ("I ran a mile in the Ghosts", "LogRunIntent", {"distance": "1", "unit": "miles", "shoe": "ghosts"}),
        ("twice on each side", "SetRepetitionsIntent", {"number": "2"}),
        ("how much have my shoes done", "ShoeDistanceIntent", {}),
        ("I got some new running shoes", "AddShoesIntent", {}),
    ],
)
def test_a_name_is_heard_whole_and_what_names_nothing_is_no_name(
    said: str, intent: str, slots: dict[str, str], interpreter: Interpreter
) -> None:
    assert meant(interpreter.understand(said, today=TODAY)) == (intent, slots)


@pytest.mark.parametrize(
    "said",
    ["what's the time", "Alexa, what's your name please", "what movies are playing"],
)
def test_what_only_resembles_a_request_is_declined(said: str, interpreter: Interpreter) -> None:
    assert interpreter.understand(said, today=TODAY).intent is None


def test_the_time_left_is_no_time_of_day(interpreter: Interpreter) -> None:
    assert interpreter.understand("what's the time left").intent == "HowLongLeftIntent"
