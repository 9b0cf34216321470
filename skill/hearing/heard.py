"""Stretches of words that mean a value, and how they are found."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heard:
    """A stretch of words that means a value.

    Attributes:
        start, end: the words from `start` up to, not including, `end`.
        value: what it means, in the words of the built-in slot type that hears it.
    """

    start: int
    end: int
    value: str


def heard_in(forms: Sequence[str], read: Callable[[int], Heard | None]) -> Iterator[Heard]:
    """Find what can be read in words, from left to right, none overlapping another.

    Args:
        forms: the words.
        read: gives the longest reading that begins at a word; None where none does.
    """
    start = 0
    while start < len(forms):
        heard = read(start)
        if heard is None:
            start += 1
        else:
            yield heard
            start = heard.end
