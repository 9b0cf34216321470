"""A question that stands in another sentence is heard as the direct one."""

from datetime import date

import pytest

from skill.hearing.indirect_question import asked_directly
from skill.hearing.interpreter import Interpreter
from skill.hearing.vocabulary import vocabulary
from skill.hearing.words import forms, words_of
from stand_ins.phrasings import filling

TODAY = date(2026, 11, 27)
PAIRS = {"Shoe": [{"id": "g", "values": ["ghost"]}, {"id": "b", "values": ["bruno"]}]}


@pytest.mark.parametrize(
    ("said", "direct"),
    [
        ("I can't remember which pair I wore yesterday", "which pair did I wear yesterday"),
        ("can you tell me how often I've stretched this month", "how often have I stretched this month"),
        ("I forgot when I last ran in Bruno", "when did I last run in Bruno"),
        ("I'm not sure if I stretched yesterday", "did I stretch yesterday"),
        ("I wonder whether I should wear the ghost today", "should I wear the ghost today"),
        ("I don't know how many are left", "how many are left"),
        ("not sure if my leg should be straight", "should my leg be straight"),
        ("tell me which stretch I do most", "which stretch do I do most"),
        ("which shoes I had on on Wednesday", "which shoes did I have on on Wednesday"),
        ("I don't know which side it is", "which side is it"),
        ("do you know how long I've been stretching this week", "how long have I been stretching this week"),
    ],
)
def test_it_means_what_the_direct_question_means(said: str, direct: str, interpreter: Interpreter) -> None:
    indirect, plain = (interpreter.understand(one, PAIRS, TODAY) for one in (said, direct))
    assert plain.intent
    assert (indirect.intent, filling(indirect), indirect.guess) == (plain.intent, filling(plain), "")


@pytest.mark.parametrize(
    "said",
    [
        "I wonder if you could retire the ghost",
        "I forgot if I ran ten kilometres in the ghost",
        "not sure whether I ran eight k yesterday",
        "I don't know when I'll run ten k in Bruno",
    ],
)
def test_it_changes_nothing_that_is_kept(said: str, interpreter: Interpreter) -> None:
    heard = interpreter.understand(said, PAIRS, TODAY)
    assert heard.intent is None or heard.guess or not interpreter.writes(heard.intent)


@pytest.mark.parametrize(
    ("said", "direct"),
    [
        ("I forgot what I did last time", ["what did i do last time", "what i did last time"]),
        (
            "do you know when I skipped it",
            [
                "when did i skip it",
                "when did i skipp it",
                "when did i skippe it",
                "when i skipped it",
            ],
        ),
        ("I don't know what it means", ["what does it mean", "what it means"]),
        ("which runs I have this week", ["which runs have i this week", "which runs do i have this week"]),
        ("which shoes I took", ["which shoes did i take"]),
        ("tell me when it's half", []),
        ("tell me if the ghost reaches five hundred", []),
        ("if it rains I stay in", []),
        ("when I'm ready", []),
        ("which shoes today", []),
        ("how many are left", []),
    ],
)
def test_the_verb_changes_places_with_its_subject(said: str, direct: list[str]) -> None:
    english = vocabulary("en")
    found = [" ".join(forms(words)) for words in asked_directly(words_of(said, english), english)]
    assert found == direct
