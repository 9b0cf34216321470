"""What is wanted of a pair that was named a clause before: "Bruno's got some life left, bring him back".

Runners tell first and ask then, and the second clause calls the pair "them". Put back, the name makes a
sentence of that clause, which is heard like any other.
"""

from collections.abc import Iterator, Sequence

from skill.hearing.slot_spans import SHOE, SlotSpan, names_a_pair
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word, forms

_FEWEST_WORDS = 2


def with_the_name_put_back(
    words: tuple[Word, ...], spans: Sequence[SlotSpan], vocabulary: Vocabulary
) -> Iterator[str]:
    """Yield the last clauses of an utterance, the pair's name for the pronoun in them, the longest first.

    Args:
        words: an utterance, as in "I retired the Brooks too early, can you bring them back".
        spans: every stretch of it that can fill a slot.
        vocabulary: has the pronouns.

    Yields:
        Such as "bring the brooks back"; nothing where no pair, or more than one, is named ahead of one
        pronoun, or what stands between them denies something.
    """
    said = forms(words)
    named = [span for span in spans if span.slot_type == SHOE and not span.unlisted and names_a_pair(span)]
    if len({said[span.start : span.end] for span in _outermost(named)}) != 1:
        return
    end = max(span.end for span in named)
    name = max((said[span.start : span.end] for span in named), key=len)
    places = [at for at in range(end, len(said)) if said[at] in vocabulary.pronouns]
    if len(places) != 1:
        return
    for start in range(end, min(places[0], len(said) - _FEWEST_WORDS) + 1):
        if not vocabulary.negations.isdisjoint(said[end:start]):
            return
        clause = (*said[start : places[0]], vocabulary.article, *name, *said[places[0] + 1 :])
        while opening := vocabulary.openings.beginning(clause):
            clause = clause[opening:]
        yield " ".join(clause)


def _outermost(spans: Sequence[SlotSpan]) -> list[SlotSpan]:
    return [
        span
        for span in spans
        if not any(
            other is not span and other.start <= span.start and span.end <= other.end and _longer(other, span)
            for other in spans
        )
    ]


def _longer(one: SlotSpan, other: SlotSpan) -> bool:
    return one.end - one.start > other.end - other.start
