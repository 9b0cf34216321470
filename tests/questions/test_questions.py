"""Every question in a situation of its own, with every answer that it takes.

A table of this folder has the words that the conversations in it begin with, `beginning`, and for each
question a table of its name. "<LogRunIntent distance=10>" is an intent that is said, other words are a
sentence:

    asked       what is said until the question is asked
    heard       how it is asked, where that is not `again`
    again       how it is asked in short: after a side question, and behind "Sorry, I didn't get that."
    reprompt    what is said after silence, where that is not `again`
    yes, no, never_mind, and each answer that the question takes, called as its method is: a row or several
        said    the words
        heard   what must be heard
        kept    what the notebook holds more afterward, a line for each thing; see `notebook.py`
        gone    what it holds no more
        asks    the question that is asked next
"""

from collections import Counter
from pathlib import Path

import pytest

from skill.conversation.shoes.correcting import CorrectWhichRun
from skill.conversation.shoes.which_pair import WhichPair
from skill.conversation.shoes.which_run import WhichRun
from skill.conversation.turn.question import Question, question_kinds
from tests.questions.living_room import LivingRoom
from tests.questions.situations import Answer, Situation, answers_of, situations

KINDS = {kind.name: kind for kind in question_kinds()}
SITUATIONS = situations()
ROWS = [
    pytest.param(situation, answer, id=f"{situation.name}, {answer.to}: {answer.said}")
    for situation in SITUATIONS.values()
    for answer in situation.answers
]
SIDE_QUESTION = "why should I warm up"
FILLERS = ("uh", "hmm well", "are you sure", "am I sure", "thank you")
OTHER_WORDS_FOR_A_PAIR = ("the second one", "the newer one", "the red ones", "sixteen", "the sixteen")
"""For the red ghost sixteen, wherever it is asked whether it is meant or the blue ghost fifteen."""

each_situation = pytest.mark.parametrize("situation", SITUATIONS.values(), ids=lambda one: one.name)


@pytest.fixture
def room(tmp_path: Path) -> LivingRoom:
    return LivingRoom(tmp_path)


def ask(room: LivingRoom, situation: Situation) -> None:
    """Talk until the question is asked."""
    heard = ""
    for said in situation.before:
        heard = room.say(said)
    assert room.asked == situation.name, heard
    assert situation.heard in heard


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_a_question_has_a_situation_with_every_answer_that_it_takes(kind: type[Question]) -> None:
    assert kind.name in SITUATIONS, "tests/questions has no table for it"
    assert answers_of(kind) <= {answer.to for answer in SITUATIONS[kind.name].answers}


def test_every_situation_is_that_of_a_question() -> None:
    assert set(SITUATIONS) <= set(KINDS)


@pytest.mark.parametrize(("situation", "answer"), ROWS)
def test_an_answer_does_what_it_says_and_once(room: LivingRoom, situation: Situation, answer: Answer) -> None:
    ask(room, situation)
    before = room.notebook

    heard = room.say(answer.said)

    assert answer.heard in heard
    assert answer.asks in (None, room.asked)
    after = room.notebook
    assert after - before == Counter(answer.kept)
    assert before - after == Counter(answer.gone)
    room.is_heard_twice()
    assert room.notebook == after


@pytest.mark.parametrize("said", OTHER_WORDS_FOR_A_PAIR)
@pytest.mark.parametrize("name", [kind.name for kind in KINDS.values() if issubclass(kind, WhichPair)])
def test_a_pair_is_chosen_by_place_age_colour_or_number(room: LivingRoom, name: str, said: str) -> None:
    situation = SITUATIONS[name]
    by_name = next(answer for answer in situation.answers if "ghost sixteen" in answer.said)
    ask(room, situation)
    before = room.notebook

    assert by_name.heard in room.say(said)
    assert room.notebook - before == Counter(by_name.kept)


@pytest.mark.parametrize(
    "name", [kind.name for kind in KINDS.values() if issubclass(kind, WhichPair | WhichRun)]
)
def test_a_number_that_corrects_a_distance_chooses_no_pair_and_no_run(room: LivingRoom, name: str) -> None:
    ask(room, SITUATIONS[name])
    before, chosen = room.notebook, 5 if issubclass(KINDS[name], WhichRun) else 16

    heard = room.say(f"sorry make that {chosen}")

    assert SITUATIONS[name].again in heard or KINDS[name] is CorrectWhichRun
    assert room.asked == name
    assert room.notebook == before


@each_situation
def test_a_side_question_is_answered_and_what_waits_is_asked_again(
    room: LivingRoom, situation: Situation
) -> None:
    ask(room, situation)
    before = room.notebook

    heard = room.say(SIDE_QUESTION)

    assert "Waking up feet" in heard
    if KINDS[situation.name].waits:
        assert situation.again in heard
        assert room.asked == situation.name
    assert room.notebook == before


@each_situation
def test_filler_confirms_nothing_and_the_question_is_asked_again_however_often(
    room: LivingRoom, situation: Situation
) -> None:
    ask(room, situation)
    before = room.notebook

    for filler in FILLERS:
        assert situation.again in room.say(filler), filler
        assert room.asked == situation.name, filler
        assert room.notebook == before, filler


@each_situation
def test_silence_is_asked_once_more_and_a_yes_in_a_later_session_confirms_nothing(
    room: LivingRoom, situation: Situation
) -> None:
    ask(room, situation)
    before = room.notebook

    assert situation.reprompt in room.is_silent()
    assert room.notebook == before

    back = room.say("open foot coach")
    if "not logged yet" not in back:
        room.say("yes")
    assert room.notebook == before
