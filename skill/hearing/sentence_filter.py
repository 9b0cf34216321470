"""Which sentences say some words from the first to the last: found before hassil tries them.

hassil tries every way through a sentence. Few sentences have all words of an utterance (`sentence_index`),
few of those begin and end as it does (`edges`), and of the rest most say them in another order (`reach`).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from skill.hearing.edges import EdgeFinder
from skill.hearing.reach import Places, Reach, Reaches
from skill.hearing.sentence_index import Reading, SentenceIndex
from skill.hearing.sentence_rows import Row, Rules, label


class PlacedValue(NamedTuple):
    """A value in an utterance.

    Attributes:
        start, end: its words from `start` up to, not including, `end`.
        labels: the lists that take it, as `{list}`.
    """

    start: int
    end: int
    labels: Sequence[str]


class SentenceFilter:
    """Finds the sentences that say an utterance.

    Args:
        rows: all sentences.
        rules: their rules.
    """

    def __init__(self, rows: Sequence[Row], rules: Rules) -> None:
        self._rows = rows
        self._index = SentenceIndex(
            [frozenset(map(label, row.parts)) for row in rows],
            [row.needs for row in rows],
            {f"<{name}>": frozenset(map(label, parts)) for name, parts in rules.parts.items()},
        )
        self._edges = EdgeFinder(rules.sentence)
        self._edges_known = 0
        self._beginning: dict[str, int] = {}
        self._ending: dict[str, int] = {}
        self._reaches = Reaches(rules.sentence)
        self._reach_of: dict[int, Reach] = {}

    def reading(self, labels: Iterable[str]) -> Reading:
        """Return what may say a word that can be read as any of these labels."""
        return self._index.reading(labels)

    def may_say(self, readings: Iterable[Reading]) -> bool:
        """Return whether some sentence may say all words with these readings."""
        return self._index.saying_all(readings) != 0

    def fitting(self, said: tuple[str, ...], values: Sequence[PlacedValue]) -> Iterator[Row]:
        """Yield the sentences that say all words.

        Args:
            said: the words, as they are compared.
            values: the values in them; they may overlap.
        """
        labels = [{form} for form in said]
        for value in values:
            for at in range(value.start, value.end):
                labels[at].update(value.labels)
        left = self._index.saying_all(map(self._index.reading, labels))
        if not left:
            return
        first = {said[0]}.union(*(value.labels for value in values if value.start == 0))
        last = {said[-1]}.union(*(value.labels for value in values if value.end == len(said)))
        there = frozenset(said).union(*(value.labels for value in values))
        places = _places(said, values)
        for at in _bits(left):
            if not self._edges_known >> at & 1 and self._rows[at].needs <= there:
                self._learn_edges(at)
        for at in _bits(left & _any(self._beginning, first) & _any(self._ending, last)):
            if self._rows[at].needs <= there and self._reach(at)(places, 1) >> len(said):
                yield self._rows[at]

    def _learn_edges(self, at: int) -> None:
        edges = self._edges.of(self._rows[at].expression)
        for known, labels in ((self._beginning, edges.first), (self._ending, edges.last)):
            for one in labels:
                known[one] = known.get(one, 0) | 1 << at
        self._edges_known |= 1 << at

    def _reach(self, at: int) -> Reach:
        if at not in self._reach_of:
            self._reach_of[at] = self._reaches.of(self._rows[at].expression)
        return self._reach_of[at]


def _places(said: tuple[str, ...], values: Iterable[PlacedValue]) -> Places:
    words: dict[str, int] = {}
    for at, form in enumerate(said):
        words[form] = words.get(form, 0) | 1 << at
    placed: dict[str, list[tuple[int, int]]] = {}
    for value in values:
        for one in value.labels:
            placed.setdefault(one, []).append((1 << value.start, 1 << value.end))
    return Places(words, placed)


def _any(sentences: dict[str, int], labels: Iterable[str]) -> int:
    found = 0
    for one in labels:
        found |= sentences.get(one, 0)
    return found


def _bits(sentences: int) -> Iterator[int]:
    while sentences:
        yield (sentences & -sentences).bit_length() - 1
        sentences &= sentences - 1
