"""Nothing begins, ends or moves by a part of what is said of something else, and no question writes."""

from datetime import date

import pytest

from skill.hearing.certainty import MOVES
from skill.hearing.interpretation import Interpretation
from tests.device.a_speaker import interpreter

FRIDAY = date(2026, 11, 27)
CLOSET = {"Shoe": [{"id": "g", "values": ["ghost"]}, {"id": "b", "values": ["bruno"]}]}


def understood(said: str) -> Interpretation:
    return interpreter().understand(said, CLOSET, FRIDAY)


@pytest.mark.parametrize(
    "said",
    [
        "put the oven on for another ten minutes would you",
        "leave the potatoes in for another five minutes",
        "oh and it took me an hour and eight",
        "5 point 2 bruno 31 minutes",
        "eleven k ghost 52 minutes",
        "next thing you know he's signed up for a marathon",
        "next thing you know she has three dogs",
        "two minutes i have to let the dog out",
        "my back garden's a mess",
        "erm left no hang on right yeah right",
    ],
)
def test_talk_of_something_else_moves_nothing_unasked(said: str) -> None:
    heard = understood(said)
    assert heard.intent not in MOVES or heard.guess, heard
    assert heard.intent != "AMAZON.YesIntent"


@pytest.mark.parametrize("said", ["erm left no hang on right yeah right", "left no wait right"])
def test_a_side_taken_back_is_none_to_leave_out(said: str) -> None:
    assert understood(said).intent != "ChooseSidesIntent"


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("heading out in like five minutes", "StartRoutineIntent"),
        ("i come just from the run", "StartRoutineIntent"),
        ("goodness show me the next one", "AMAZON.NextIntent"),
        ("another ten minutes please", "MoreOfThisIntent"),
        ("haven't gone yet no", "GoingIntent"),
        ("we have not left yet", "GoingIntent"),
    ],
)
def test_light_words_around_it_are_no_reason_to_ask(said: str, intent: str) -> None:
    heard = understood(said)
    assert (heard.intent, heard.guess) == (intent, "")


@pytest.mark.parametrize(
    "said",
    [
        "i ran ten on wednesday didn't i",
        "i wore the ghosts on monday didn't i",
        "is bruno knackered yet be honest",
        "are the ghosts for the bin do you think",
        "i did ten k in the ghost on monday or did i",
    ],
)
def test_a_question_changes_nothing_even_if_it_is_one_by_its_end(said: str) -> None:
    heard = understood(said)
    assert heard.intent is None or not interpreter().writes(heard.intent), heard


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("i ran ten on wednesday didn't i", "RunsIntent"),
        ("did i run tuesday i can't remember for the life of me", "RunsIntent"),
        ("november total", "RunsIntent"),
        ("read me back my week", "RunsIntent"),
        ("what have i in the closet at the minute", "ListShoesIntent"),
        ("how much time did i hold now in total", "StretchTimeIntent"),
        ("help me please help", "EmergencyIntent"),
        ("i'm fixin to black out", "EmergencyIntent"),
        ("i think i need the hospital", "EmergencyIntent"),
        ("there's a bone sticking out", "EmergencyIntent"),
        ("i am not able to stand only", "InjuryIntent"),
    ],
)
def test_what_was_asked_is_answered(said: str, intent: str) -> None:
    assert understood(said).intent == intent
