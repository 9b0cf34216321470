"""What was perhaps meant: what a sentence says once a few words are left out. It is only asked about."""

from collections.abc import Iterator

from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word, forms

MOST_LEFT_OUT = 1 / 3
"""The share of an utterance that may be left out; what is then said would else be too little of it."""
_FEWEST_KEPT = 2


def with_words_left_out(words: tuple[Word, ...], vocabulary: Vocabulary) -> Iterator[tuple[Word, ...]]:
    """Yield an utterance without one word, then without two that follow each other, and so on.

    What turns or asks something else is never left out: "not", "why".
    """
    kept = vocabulary.negations | vocabulary.questions
    most = min(int(len(words) * MOST_LEFT_OUT), len(words) - _FEWEST_KEPT)
    for count in range(1, most + 1):
        for start in range(len(words) - count + 1):
            if kept.isdisjoint(forms(words[start : start + count])):
                yield (*words[:start], *words[start + count :])
