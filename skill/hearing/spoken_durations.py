"""Durations as they are said, turned into the ISO 8601 that AMAZON.DURATION delivers."""

from collections.abc import Iterator
from fractions import Fraction

from skill.hearing.spoken_numbers import SpokenValue, number_at, values_in
from skill.hearing.vocabulary import Vocabulary

_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400, "weeks": 604800}
_HALF = Fraction(1, 2)
_QUARTER = Fraction(1, 4)


def durations_in(forms: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[SpokenValue]:
    """Find the durations in words, each as long as it goes.

    "five minutes" is PT5M, "a minute and a half" PT1M30S, "half an hour" PT30M.
    """
    return values_in(forms, lambda start: _duration_at(forms, start, vocabulary))


def iso_duration(seconds: Fraction) -> str:
    """Return an ISO 8601 duration; weeks and days only where it is whole days. `seconds` is at least 0."""
    left = int(seconds)
    if left and left % _SECONDS["weeks"] == 0:
        return f"P{left // _SECONDS['weeks']}W"
    days, left = divmod(left, _SECONDS["days"])
    hours, left = divmod(left, _SECONDS["hours"])
    minutes, left = divmod(left, _SECONDS["minutes"])
    time = "".join(
        f"{count}{letter}" for count, letter in ((hours, "H"), (minutes, "M"), (left, "S")) if count
    )
    if days:
        return f"P{days}D" + (f"T{time}" if time else "")
    return f"PT{time or '0S'}"


def _duration_at(forms: tuple[str, ...], start: int, vocabulary: Vocabulary) -> SpokenValue | None:
    total, at, smallest = Fraction(0), start, None
    while True:
        begin = at + 1 if at > start and _is(forms, at, vocabulary.durations["and"]) else at
        part = _part_at(forms, begin, vocabulary)
        if part is None or (smallest is not None and part[1] >= smallest):
            break
        amount, smallest, at = part
        total += amount
    return SpokenValue(start, at, iso_duration(total)) if smallest is not None else None


def _part_at(forms: tuple[str, ...], start: int, vocabulary: Vocabulary) -> tuple[Fraction, int, int] | None:
    """Read one amount of one unit: (seconds, seconds in the unit, the word after it)."""
    amount = _amount_at(forms, start, vocabulary)
    if amount is None:
        return None
    count, at = amount
    unit = _unit_at(forms, at, vocabulary)
    if unit is None:
        return None
    at += 1
    fraction = _fraction_at(forms, at, vocabulary)
    if fraction is not None:
        count, at = count + fraction[0], fraction[1]
    return count * unit, unit, at


def _amount_at(forms: tuple[str, ...], start: int, vocabulary: Vocabulary) -> tuple[Fraction, int] | None:
    """Read how many: "half an", "a couple of", "a", "three quarters of an", "one and a half"."""
    words = vocabulary.durations
    if _is(forms, start, words["half"]):
        return _HALF, start + 2 if _is(forms, start + 1, *words["one"]) else start + 1
    at = start + 1 if _is(forms, start, *words["one"]) else start
    if _is(forms, at, *words["couple"]):
        return Fraction(2), at + 2 if _is(forms, at + 1, words["of"]) else at + 1
    if at > start and _is(forms, at, words["half"]):
        return _HALF, at + 1
    number = number_at(forms, start, vocabulary) if start < len(forms) else None
    if number is not None and not number.value.startswith("-"):
        count, at = Fraction(int(number.value)), number.end
    elif at > start or _is(forms, at, *words["quarter"]):
        count = Fraction(1)
    else:
        return None
    if _is(forms, at, *words["quarter"]):
        return count * _QUARTER, _after_of_a(forms, at + 1, vocabulary)
    fraction = _fraction_at(forms, at, vocabulary)
    return (count + fraction[0], fraction[1]) if fraction else (count, at)


def _fraction_at(forms: tuple[str, ...], start: int, vocabulary: Vocabulary) -> tuple[Fraction, int] | None:
    """Read "and a half" or "and a quarter"."""
    words = vocabulary.durations
    if not (_is(forms, start, words["and"]) and _is(forms, start + 1, *words["one"])):
        return None
    if _is(forms, start + 2, words["half"]) and _unit_at(forms, start + 3, vocabulary) in {
        None,
        _SECONDS["minutes"],
        _SECONDS["hours"],
        1,
    }:
        return _HALF, start + 3
    if _is(forms, start + 2, *words["quarter"]):
        return _QUARTER, start + 3
    return None


def _after_of_a(forms: tuple[str, ...], at: int, vocabulary: Vocabulary) -> int:
    words = vocabulary.durations
    if _is(forms, at, words["of"]):
        return at + 2 if _is(forms, at + 1, *words["one"]) else at + 1
    return at


def _unit_at(forms: tuple[str, ...], at: int, vocabulary: Vocabulary) -> int | None:
    return next(
        (size for unit, size in _SECONDS.items() if _is(forms, at, *vocabulary.durations[unit])), None
    )


def _is(forms: tuple[str, ...], at: int, *words: str) -> bool:
    return at < len(forms) and forms[at] in words
