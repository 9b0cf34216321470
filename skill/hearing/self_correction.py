"""What is taken back in the same breath: "twelve k in the ghost no wait bruno" is twelve k in Bruno."""

from collections.abc import Sequence

from skill.hearing.sentences import DATE, DURATION, NUMBER
from skill.hearing.slot_spans import SHOE, SlotSpan
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word, forms

_TAKEN_BACK = frozenset({NUMBER, DURATION, DATE, SHOE, "RunKind", "Side", "Exercise"})
"""The slot types of which one value takes the place of another."""
_FARTHEST = 2
"""Words between a value and what takes it back, or between that and the next value: "five k no, in six"."""


def takes_back(words: tuple[Word, ...], vocabulary: Vocabulary) -> bool:
    """Whether words take back what was said before them; a "no" alone may say anything."""
    said = forms(words)
    return any(
        said[start : start + len(phrase)] == phrase
        for phrase in vocabulary.taking_back
        if len(phrase) > 1
        for start in range(len(said) - len(phrase) + 1)
    )


def without_what_was_taken_back(
    words: tuple[Word, ...], spans: Sequence[SlotSpan], vocabulary: Vocabulary
) -> tuple[Word, ...]:
    """Return words without a value that was taken back, and without the words that take it back.

    Args:
        words: an utterance.
        spans: the values in it, and names that no list has.
        vocabulary: has the words that take back what was said.

    Returns:
        `words` as they are where no value is followed by another of its kind with such words between them.
    """
    said = forms(words)
    for start in range(1, len(words) - 1):
        for phrase in vocabulary.taking_back:
            end = start + len(phrase)
            if said[start:end] != phrase:
                continue
            wrong = [span for span in spans if start - _FARTHEST <= span.end <= start]
            right = [span for span in spans if end <= span.start <= end + _FARTHEST]
            pairs = [
                (one, other)
                for one in wrong
                for other in right
                if one.slot_type == other.slot_type and one.slot_type in _TAKEN_BACK
            ]
            if pairs:
                one, other = max(pairs, key=lambda pair: (pair[0].end, pair[0].end - pair[0].start))
                return (*words[: one.start], *words[other.start :])
    return words
