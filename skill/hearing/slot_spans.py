"""Slot values as they are found in words: where they are, what they mean, which known values they match."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from skill.hearing.words import Word
from skill.value import Value

SHOE: Final = "Shoe"


class Match(Value):
    """A known value that a slot's words resolve to.

    Attributes:
        id: the value's id; its name where it has none.
        name: the value's own name.
    """

    id: str
    name: str


class SlotSpan(Value):
    """A stretch of an utterance that can fill a slot.

    Attributes:
        start, end: the words from `start` up to, not including, `end`.
        slot_type: the slot type it fills.
        value: what a request delivers: digits, ISO 8601, or for a custom type the words as they were said.
        static: the model's values that it matches, none for words outside the type's list.
        dynamic: the values taught at run time that it matches.
        unlisted: whether no list has it: it only stands in a slot's place.
        familiar: whether all of its words stand in sentences or lists, if it is unlisted.
    """

    start: int
    end: int
    slot_type: str
    value: str
    static: tuple[Match, ...] = ()
    dynamic: tuple[Match, ...] = ()
    unlisted: bool = False
    familiar: bool = False


def names_a_pair(span: SlotSpan) -> bool:
    """Whether a span is the name of a pair: one that the runner has, or a maker's or a model's.

    A list of names holds what else pairs are called, too: "the old ones". Names have a capital.
    """
    known = any(match.name[:1].isupper() for match in span.static)
    return span.slot_type == SHOE and (bool(span.dynamic) or known)


class MarkedWords(NamedTuple):
    """Words to be understood, and every stretch of them that can fill a slot."""

    words: tuple[Word, ...]
    spans: list[SlotSpan]


class SlotValue(Value):
    """One value of a slot type.

    Attributes:
        id: what the skill calls it; None in a type of names that people make up, such as their shoes'.
        names: what people call it, the value's own name first.
    """

    id: str | None
    names: tuple[str, ...]


Names = dict[tuple[str, ...], dict[str, list[Match]]]
"""What each name stands for, by slot type; a name is its words without plural endings."""


def stretches(words: tuple[Word, ...], longest: int) -> Iterator[tuple[int, int]]:
    """Yield where each stretch of up to `longest` words begins, and where it has ended."""
    for start in range(len(words)):
        for end in range(start + 1, min(start + longest, len(words)) + 1):
            yield start, end
