"""What decides, and what takes something away, is understood by its own words and by no likeness."""

import pytest

from skill.hearing.certainty import DECISIVE
from skill.hearing.interpreter import Interpreter

YES, NO, LEAVE = "AMAZON.YesIntent", "AMAZON.NoIntent", "LeaveAsIsIntent"
DELETE_ALL, CONFIRM = "DeleteMyDataIntent", "ConfirmDeletionIntent"


@pytest.mark.parametrize(
    "said",
    [
        *("are you sure", "am I sure", "are you really sure", "should I", "do I want that"),
        *("hmm", "uh", "um", "er", "well", "so", "okay so", "oh", "ah", "maybe", "I guess", "I suppose"),
        *("yes maybe", "maybe yes", "I guess yes", "maybe not", "yess", "yse", "noo"),
        *("maybe delete everything", "I think delete everything", "delet everything", "yes delet it all"),
        *("I don't know, delete everything", "wait, yes"),
    ],
)
def test_filler_hedges_and_likeness_decide_nothing(said: str, interpreter: Interpreter) -> None:
    assert interpreter.understand(said).intent not in DECISIVE


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        *(
            (said, YES)
            for said in ("yes", "um, yes", "yes please", "oh yes", "okay", "I think so", "er, yes, thanks")
        ),
        *((said, YES) for said in ("yes delete it", "yes retire them", "I'm sure")),
        *((said, NO) for said in ("no", "er, no", "no thank you", "no thanks very much")),
        ("I'm not sure", "UnsureIntent"),
        *((said, LEAVE) for said in ("don't delete anything", "no, don't delete my data", "no don't log it")),
        *((said, DELETE_ALL) for said in ("delete everything", "delete it all", "please delete everything")),
        *(
            (said, CONFIRM)
            for said in (
                *("yes delete everything", "yes, delete it all", "yes erase everything"),
                *("yeah, wipe everything", "yes please delete all my data"),
            )
        ),
    ],
)
def test_plain_words_decide_also_with_politeness_around_them(
    said: str, intent: str, interpreter: Interpreter
) -> None:
    assert interpreter.understand(said).intent == intent


@pytest.mark.parametrize(
    "said", ["delete that ron", "undoo", "retirre the ghosts", "could that be undone one day"]
)
def test_what_only_resembles_words_that_take_away_takes_nothing_away(
    said: str, interpreter: Interpreter
) -> None:
    understood = interpreter.understand(said)
    assert understood.intent is None or understood.guess or not interpreter.writes(understood.intent)


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("delete my last run", "DeleteRunIntent"),
        ("delete that run", "DeleteRunIntent"),
        ("remove the last run", "DeleteRunIntent"),
        ("get rid of my last run", "DeleteRunIntent"),
        ("I didn't mean to log that run", "DeleteRunIntent"),
        ("undo", "UndoIntent"),
        ("undo that", "UndoIntent"),
        ("take that back", "UndoIntent"),
        ("I didn't mean that", "UndoIntent"),
        ("delete the last one", "DeleteRunIntent"),
        ("retire the gosts", "RetireShoesIntent"),
        ("my Ghosts are done, retire them", "RetireShoesIntent"),
        ("never mind", "AMAZON.CancelIntent"),
        ("forget it", "AMAZON.CancelIntent"),
        ("leave it", "AMAZON.CancelIntent"),
        ("cancel that", "AMAZON.CancelIntent"),
    ],
)
def test_taking_away_and_leaving_have_their_words(said: str, intent: str, interpreter: Interpreter) -> None:
    assert interpreter.understand(said).intent == intent


@pytest.mark.parametrize(
    ("said", "intent", "shoe"),
    [
        ("no, the ghosts", "CorrectShoesIntent", "ghosts"),
        ("no, the others", "CorrectShoesIntent", "others"),
        ("no, it was my other pair", "CorrectShoesIntent", "other"),
        ("I wore the others", "WhichShoeIntent", "others"),
        ("the other ones", "WhichShoeIntent", "other"),
        ("my other pair", "WhichShoeIntent", "other"),
    ],
)
def test_the_others_can_be_pointed_at(said: str, intent: str, shoe: str, interpreter: Interpreter) -> None:
    heard = interpreter.understand(said)

    assert (heard.intent, heard.slots["shoe"].value) == (intent, shoe)
