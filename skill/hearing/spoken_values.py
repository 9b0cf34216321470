"""Values in words: how words are read one after the other, and what is found in them."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import TypeVar

from skill.hearing.vocabulary import Vocabulary
from skill.value import Value

Found = TypeVar("Found")

_MOST_RUNS = 4096
"""Runs of words that are remembered with what was read in them: an utterance is looked at in some hundred
ways, with a few words less or more, and most of its numbers stand in each."""


@cache
def _split(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.split())


class SpokenValue(Value):
    """A stretch of words that means a value.

    Attributes:
        start, end: the words from `start` up to, not including, `end`.
        value: what it means, in the words of the built-in slot type that hears it.
    """

    start: int
    end: int
    value: str


class WordReader:
    """Words that are read from left to right.

    Attributes:
        forms: the words.
        vocabulary: of their language.
        alone: whether nothing else is said than one word.
        at: the place of the word that is read next.
    """

    def __init__(self, forms: tuple[str, ...], vocabulary: Vocabulary, *, alone: bool = False) -> None:
        self.forms = forms
        self.vocabulary = vocabulary
        self.alone = alone
        self.at = 0

    @property
    def word(self) -> str:
        """The word that is read next; empty at the end."""
        return self.forms[self.at] if self.at < len(self.forms) else ""

    def sees(self, *words: str, ahead: int = 0) -> bool:
        """Return whether the next word, or the one `ahead` of it, is one of these."""
        return 0 <= self.at + ahead < len(self.forms) and self.forms[self.at + ahead] in words

    def take(self, *words: str) -> bool:
        """Go past the next word if it is one of these; return whether it was."""
        seen = self.sees(*words)
        self.at += seen
        return seen

    def take_phrase(self, phrases: list[str]) -> bool:
        """Go past the longest of these phrases that comes next; return whether there was one."""
        split = [_split(phrase) for phrase in phrases if phrase.startswith(self.word)]
        lengths = [len(words) for words in split if self.forms[self.at : self.at + len(words)] == words]
        self.at += max(lengths, default=0)
        return bool(lengths)

    def longest(self, *readings: "Callable[[WordReader], Found | None]") -> Found | None:
        """Return what the reading gives that reads furthest, and go there.

        Returns:
            None, without having moved, where no reading gives anything.
        """
        start, end, best = self.at, self.at, None
        for read in readings:
            self.at = start
            value = read(self)
            if value is not None and (best is None or self.at > end):
                best, end = value, self.at
        self.at = end
        return best


def values_in(
    forms: tuple[str, ...], vocabulary: Vocabulary, read: Callable[[WordReader], str | None]
) -> Iterator[SpokenValue]:
    """Find what can be read in words, from left to right, none overlapping another.

    Args:
        forms: the words.
        vocabulary: of their language.
        read: reads the longest value that comes next; None where none does. One that reads the same is the
            same function: what it read in a run of words is known the next time.
    """
    alone = len(forms) == 1
    for start, run in _runs(forms, vocabulary):
        for found in _values_in_run(run, vocabulary, read, alone=alone):
            yield SpokenValue(start + found.start, start + found.end, found.value)


def _runs(forms: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Where words of values follow each other: no value goes past another word, or depends on which it is."""
    start = 0
    for at, form in enumerate((*forms, "")):
        if not (form.isdecimal() or form in vocabulary.of_values):
            if at > start:
                yield start, forms[start:at]
            start = at + 1


@lru_cache(maxsize=_MOST_RUNS)
def _values_in_run(
    run: tuple[str, ...], vocabulary: Vocabulary, read: Callable[[WordReader], str | None], *, alone: bool
) -> tuple[SpokenValue, ...]:
    reader = WordReader(run, vocabulary, alone=alone)
    found = []
    while (start := reader.at) < len(run):
        value = reader.longest(read)
        if value is None:
            reader.at += 1
        else:
            found.append(SpokenValue(start, reader.at, value))
    return tuple(found)
