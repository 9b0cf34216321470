"""Before values are looked for, it is told which sentences may say a word: never fewer than do say it."""

from datetime import date
from pathlib import Path

import pytest

from skill.hearing.listed_names import ListedNames
from skill.hearing.slot_spans import MarkedWords, SlotValue
from skill.hearing.vocabulary import vocabulary
from skill.hearing.words import words_of
from tests.heard import grammar, span_finder

WORDS = vocabulary("en")
PAIRS = ListedNames(
    {"Shoe": [SlotValue("r", ("red wombats",)), SlotValue("g", ("ghost fifteen", "ghost"))]}, WORDS
)
TODAY = date(2026, 11, 27)
LISTS = sorted((Path(__file__).parent / "blind").glob("*.tsv"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_of_each_value_that_is_found_every_word_may_be_in_one_of_its_type(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        words = words_of(line.partition("\t")[0], WORDS)
        for span in span_finder().find(words, TODAY, PAIRS):
            for word in words[span.start : span.end]:
                assert span.slot_type in span_finder().types_with(word, PAIRS), (line, span, word)


@pytest.mark.parametrize(
    "said",
    [
        "ten k in the ghost",
        "five and a half miles in the red wombats on the twenty third",
        "log a half marathon in the ghost fifteen two weeks ago",
        "thirty seconds",
        "remind me at half past six in the morning",
    ],
)
def test_what_a_sentence_says_may_be_said(said: str) -> None:
    words = words_of(said, WORDS)
    assert grammar().matches(MarkedWords(words, span_finder().find(words, TODAY, PAIRS)))
    assert grammar().may_say(
        grammar().reading(word.form, span_finder().types_with(word, PAIRS)) for word in words
    )


def test_what_no_sentence_has_a_word_for_may_not() -> None:
    words = words_of("ten k in the flonk", WORDS)
    assert not grammar().may_say(
        grammar().reading(word.form, span_finder().types_with(word, PAIRS)) for word in words
    )
