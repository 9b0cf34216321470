"""Values in words; and numbers, turned into the digits that AMAZON.NUMBER delivers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from skill.hearing.vocabulary import Vocabulary

_HUNDRED = 100
_THOUSAND = 1000
_TEN = 10


@dataclass(frozen=True, slots=True)
class SpokenValue:
    """A stretch of words that means a value.

    Attributes:
        start, end: the words from `start` up to, not including, `end`.
        value: what it means, in the words of the built-in slot type that hears it.
    """

    start: int
    end: int
    value: str


def values_in(forms: Sequence[str], read: Callable[[int], SpokenValue | None]) -> Iterator[SpokenValue]:
    """Find what can be read in words, from left to right, none overlapping another.

    Args:
        forms: the words.
        read: gives the longest reading that begins at a word; None where none does.
    """
    start = 0
    while start < len(forms):
        value = read(start)
        if value is None:
            start += 1
        else:
            yield value
            start = value.end


def numbers_in(forms: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[SpokenValue]:
    """Find the numbers in words, each as long as it goes.

    "two hundred and fifty" is 250, "one fifty" 150, "a hundred" 100, "zero five" 05 (so that the
    digits after a point keep their places), "minus three" -3, the "a" of "a mile" 1. "Oh" alone is no number.
    """
    if forms in vocabulary.openings:
        return iter(())
    return values_in(forms, lambda start: number_at(forms, start, vocabulary))


def number_at(forms: tuple[str, ...], start: int, vocabulary: Vocabulary) -> SpokenValue | None:
    """Return the longest number that begins at `start`, or None."""
    if forms[start] in vocabulary.numbers["minus"]:
        following = number_at(forms, start + 1, vocabulary) if start + 1 < len(forms) else None
        return SpokenValue(start, following.end, f"-{following.value}") if following else None
    counted = start + 1 < len(forms) and forms[start + 1] in vocabulary.numbers["counted"]
    if counted and _is_one(forms, start, vocabulary):
        return SpokenValue(start, start + 1, "1")
    readings = [_counted(forms, start, vocabulary), _spelt(forms, start, vocabulary)]
    found = [reading for reading in readings if reading is not None]
    return max(found, key=lambda value: value.end) if found else None


def _counted(forms: tuple[str, ...], start: int, vocabulary: Vocabulary) -> SpokenValue | None:
    """Read "[thousands] [hundreds] [tens and ones]", each part optional but one."""
    table = vocabulary.numbers
    total, at = 0, start
    below = _below_thousand(forms, at, vocabulary)
    if below is None:
        return None
    value, at = below
    if at < len(forms) and forms[at] == table["thousand"]:
        total, at = value * _THOUSAND, at + 1
        value = 0
        rest = _below_thousand(forms, _after_and(forms, at, vocabulary), vocabulary)
        if rest is not None and not _is_one(forms, _after_and(forms, at, vocabulary), vocabulary):
            value, at = rest
    return SpokenValue(start, at, str(total + value))


def _below_thousand(forms: tuple[str, ...], start: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    small = _dozens_or_article(forms, start, vocabulary) or _below_hundred(forms, start, vocabulary)
    if small is None:
        return None
    value, at = small
    if at < len(forms) and forms[at] == vocabulary.numbers["hundred"]:
        rest = _below_hundred(forms, _after_and(forms, at + 1, vocabulary), vocabulary)
        return (value * _HUNDRED + rest[0], rest[1]) if rest else (value * _HUNDRED, at + 1)
    if 0 < value < _TEN and not forms[start].isdigit():
        # "one fifty"
        rest = _below_hundred(forms, at, vocabulary)
        if rest is not None and rest[0] >= _TEN:
            return value * _HUNDRED + rest[0], rest[1]
    return value, at


def _dozens_or_article(forms: tuple[str, ...], start: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """Read "dozen", "a dozen", and the "a" of "a hundred" and "a thousand"."""
    table = vocabulary.numbers
    at = start + 1 if _is_one(forms, start, vocabulary) else start
    if at >= len(forms):
        return None
    if forms[at] in table["whole"]:
        return int(table["whole"][forms[at]]), at + 1
    return (1, at) if at > start and forms[at] in {table["hundred"], table["thousand"]} else None


def _below_hundred(forms: tuple[str, ...], start: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    words = vocabulary.numbers["words"]
    if start >= len(forms):
        return None
    if forms[start].isdigit():
        return int(forms[start]), start + 1
    if forms[start] not in words:
        return None
    value, at = int(words[forms[start]]), start + 1
    if value >= 2 * _TEN and at < len(forms) and 0 < words.get(forms[at], 0) < _TEN:
        return value + int(words[forms[at]]), at + 1
    return value, at


def _spelt(forms: tuple[str, ...], start: int, vocabulary: Vocabulary) -> SpokenValue | None:
    """Read a number said digit by digit: "one two five", "zero five"."""
    words = vocabulary.numbers["words"]
    at, digits = start, ""
    while at < len(forms) and (forms[at].isdigit() or words.get(forms[at], _TEN) < _TEN):
        digits += forms[at] if forms[at].isdigit() else str(words[forms[at]])
        at += 1
    return SpokenValue(start, at, digits) if at > start else None


def _after_and(forms: tuple[str, ...], at: int, vocabulary: Vocabulary) -> int:
    return at + 1 if at < len(forms) and forms[at] == vocabulary.numbers["and"] else at


def _is_one(forms: tuple[str, ...], at: int, vocabulary: Vocabulary) -> bool:
    return at < len(forms) and forms[at] in vocabulary.numbers["one"]
