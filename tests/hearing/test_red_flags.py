"""Red flags are heard whatever was asked and whatever is said around them, and near misses are none."""

from itertools import cycle

import pytest

from bench.red_flags import Verdict, phrasings, taken_amiss, taken_as
from skill.alexa.elicitation import ASKED_SLOTS
from skill.hearing.certainty import RED_FLAGS
from skill.hearing.elicited_slot import ElicitedSlot
from skill.hearing.interpreter import Interpreter
from skill.hearing.listed_names import ListedNames
from skill.hearing.red_flags import FlagFinder
from skill.hearing.words import words_of
from tests.heard import said_for
from tests.hearing.test_one_meaning import GRAMMAR, KNOWN, TODAY, WORDS, filled

ASKED_FOR = (None, *(ElicitedSlot(asked.intent, asked.slot) for asked in ASKED_SLOTS.values()))


def test_the_table_has_hundreds_of_each_side() -> None:
    said = [one.said for one in phrasings()]
    assert len(said) == len(set(said)) >= 600
    assert sum(one.verdict is Verdict.ORDINARY for one in phrasings()) >= 150


def test_everything_in_the_table_is_taken_as_it_has_to_be(interpreter: Interpreter) -> None:
    for asked_for, said in zip(cycle(ASKED_FOR), phrasings(), strict=False):
        assert taken_amiss([said], interpreter, asked_for) == []


@pytest.mark.slow
@pytest.mark.parametrize(("number", "asked_for"), [*enumerate(ASKED_FOR)])
def test_it_is_taken_so_whatever_was_asked_for(
    number: int, asked_for: ElicitedSlot | None, interpreter: Interpreter
) -> None:
    """Of all in the table a fifth, each time another one."""
    assert taken_amiss(phrasings()[number % 5 :: 5], interpreter, asked_for) == []


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("so I was up the hill with the dog and then my chest hurts you know", Verdict.EMERGENCY),
        ("no my chest hurts", Verdict.EMERGENCY),
        ("no chest pain", Verdict.ORDINARY),
        ("I can't I can't breathe", Verdict.EMERGENCY),
        ("I don't think I broke my ankle", Verdict.ORDINARY),
        ("it's not that my foot is numb", Verdict.ORDINARY),
        ("if I feel dizzy", Verdict.ORDINARY),
        ("I have a stress fracture and I feel dizzy", Verdict.EMERGENCY),
        ("my calf snapped two years ago", Verdict.ORDINARY),
        ("skip this one my foot has gone numb", Verdict.INJURY),
        ("thirty second holds and ow that hurts", Verdict.PAIN),
    ],
)
def test_what_is_said_before_and_behind_it_hides_it_only_where_it_turns_it(
    said: str, verdict: Verdict, interpreter: Interpreter
) -> None:
    assert taken_as(said, interpreter) is verdict


def test_hardly_a_sample_of_anything_else_is_a_red_flag() -> None:
    finder = FlagFinder(KNOWN, WORDS, RED_FLAGS, asked_about=True)
    untaught = ListedNames({}, WORDS)
    ours = {"EmergencyIntent", "InjuryIntent", "AskDoctorIntent", "SomebodyElseIntent"}
    said = [
        filled(sentence, GRAMMAR.slots[intent], turn)
        for intent in sorted(GRAMMAR.slots.keys() - ours)
        for turn, sentence in enumerate(said_for(intent))
    ]
    alarms = [one for one in said if finder.find(words_of(one, WORDS), TODAY, untaught)]
    assert len(alarms) <= 0.002 * len(said), alarms
