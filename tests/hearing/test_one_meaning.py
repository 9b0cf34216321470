"""No utterance belongs to two intents: every sentence, its slots filled, is heard as its own."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import cycle, islice

import pytest

from skill.hearing.expansion import every_way
from skill.hearing.listed_names import ListedNames
from skill.hearing.sentences import DATE, DURATION, NUMBER, TIME, sentences, slot_type_of
from skill.hearing.slot_spans import MarkedWords
from skill.hearing.vocabulary import vocabulary
from skill.hearing.words import words_of
from tests.heard import grammar, said_for, span_finder

TODAY = date(2026, 11, 25)
KNOWN, WORDS = sentences("en"), vocabulary("en")
GRAMMAR = grammar()
UNTAUGHT = ListedNames({}, WORDS)
BUILT_IN = {
    NUMBER: ("ten", "two", "twenty six", "forty"),
    DURATION: ("ten minutes", "forty seconds", "two days", "half an hour"),
    DATE: ("yesterday", "monday", "tomorrow", "the third of november"),
    TIME: ("eight", "half past seven", "nine in the evening", "noon"),
}
VALUES = BUILT_IN | {
    slot_type_of(name): tuple(every_way(text, KNOWN.rules)[0] for text, _ in values)
    for name, values in KNOWN.lists.items()
}
FILLINGS = 3
"""Each sentence is filled as often, each time with other values."""

AMBIGUOUS = {
    r"racing a .*": "a kind of run and its distance, or a plan",
    r".* tomorrow": "a day, or a plan",
    r"(.* )?(five|ten) k( .*)?": "a run that is planned, or a race that is called so: neither is kept",
    r"my new .*": "a pair that is added, or one that has a name already and was worn",
    r"(easy|long|tempo|race) shoes": "what to wear for such a run, or a pair that is called so",
    r"(scrap|take) last one( off)?|last one again": "the last thing told, or the last of several pairs",
    r"(hold for |give me )?a second": "a moment to wait, or a length of time",
    r"do .* seconds": "how long a hold is, or how long there is time",
    r"back from .*": "a run that was made, or somebody who wants to stretch",
    r".* (GT two thousand|(six|eight|ten) (sixty|eighty)) .*": "a name that ends in a number, before one",
    r"the (first|second|last)( option| choice)?": "a place in a row, or a day",
    r"(it was|make it) easy": "how hard an exercise is, or what a run was for",
    r".* meters and .* meters": "metres behind others, or two runs",
    r"monday run three quarters .*": "three quarters, or a pair that is called Run Three",
    r".* in Rides": "a pair that is called so, or another sport",
    r"make it quick": "a short routine, or a faster one",
    r"one side .*|.* (down|on|in) one side|my (arm|face|neck) .*": "a limb, or an emergency, which counts",
    r".*broken (foot|toe|ankle|leg|heel|bone)": "broken now or before: a doctor's business counts",
    r"what is the pace": "how fast the coach goes, or how fast a run was",
    r"my (left|right) calf": "a side, or where it is sore",
    r"help my feet": "what helps a sore place, or a routine",
    r"(check for )?new runs": "what came in, or a pair that is called so",
    r"add my Rides": "a pair that is called so, or another sport",
    r"shorter stretches": "holds that last less long, or a routine that does",
    r"skip the explanation": "this one alone, or all of them",
    r"one more on this side": "a hold on the same side, or a repetition in one: by where it is said",
    r"ease up a notch.*": "an easier form, or a slower pace",
    r"recovery": "what to wear for such a run, or the stretches after one",
    r"one more time": "the exercise once more, or one more of it: either is one more",
    r"I've already did it": "an exercise, or all of it",
    r"play counting": "the count that waits, or something to hear",
    r"why two": "how many pairs to have, or how far one lasts",
    r".* have holes? in the (toe|sole)": "a sign of wear, or a pair that is done with",
    r"I think it is torn": "a limb, or a shoe that is looked at: a doctor's business counts",
    r"straight through": "a routine without stops, or two points of a check-up: level, and gone",
    r"I (would )?(rather|prefer|like|want|need) (to )?(wear |have )?others": "any others, or the pair left",
    r".*forty three times": "so often, or forty of a unit nobody said, three times",
    r"much longer": "asked about a hold, or wished for",
    r"perfect|good|great|lovely": "how it felt, or a word of thanks",
}
"""What means two things all the same; the sentence that says more of the words itself wins."""


def filled(sentence: str, slots: Mapping[str, str], turn: int) -> str:
    parts = (
        next(islice(cycle(VALUES[slots[part[1 : part.index("}")]]]), turn, None))
        + part[part.index("}") + 1 :]
        if part[0] == "{"
        else part
        for part in sentence.split()
    )
    return " ".join(parts)


def said_of(intent: str) -> Iterator[str]:
    for turn, sentence in enumerate(said_for(intent)):
        for filling in range(FILLINGS if "{" in sentence else 1):
            yield filled(sentence, GRAMMAR.slots[intent], turn + 7 * filling)


def meanings(said: str) -> set[str]:
    words = words_of(said, WORDS)
    return {
        match.intent
        for match in GRAMMAR.matches(MarkedWords(words, span_finder().find(words, TODAY, UNTAUGHT)))
    }


def is_ambiguous(said: str) -> bool:
    return any(re.fullmatch(pattern, said) for pattern in AMBIGUOUS)


@pytest.mark.parametrize("intent", sorted(GRAMMAR.slots))
def test_what_is_said_for_an_intent_is_said_for_no_other(intent: str) -> None:
    heard = {said: meanings(said) for said in said_of(intent)}
    assert {said: of for said, of in heard.items() if of != {intent} and not is_ambiguous(said)} == {}
