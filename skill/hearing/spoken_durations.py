"""Durations as they are said, turned into the ISO 8601 that AMAZON.DURATION delivers."""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from skill.hearing.spoken_numbers import read_number
from skill.hearing.spoken_values import SpokenValue, WordReader, values_in
from skill.hearing.vocabulary import Vocabulary

_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400, "weeks": 604800}
_HALF = Fraction(1, 2)
_QUARTER = Fraction(1, 4)

_MINUTES_OF_A_RACE = range(13, 60)
"""From where on no hour of the clock is meant; our figure."""
_DIGITS = 2
"""Of the seconds of a race: "forty", "oh five"."""

_Part = tuple[Fraction, int]
"""Seconds, and the seconds in the unit that they were said in."""


def durations_in(forms: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[SpokenValue]:
    """Find the durations in words, each as long as it goes.

    "five minutes" is PT5M, "a minute and a half" PT1M30S, "half an hour" PT30M; and "twenty three forty", as
    runners tell how long a race took, PT23M40S.
    """
    return values_in(forms, vocabulary, _duration_or_race_time)


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


def _duration_or_race_time(reader: WordReader) -> str | None:
    return reader.longest(_duration, _race_time)


def _race_time(reader: WordReader) -> str | None:
    """Read minutes and seconds without their units: no hour of a clock, "six thirty", and no long number."""
    minutes = reader.longest(read_number)
    seconds = reader.longest(read_number)
    if minutes is None or seconds is None or not (minutes.isdecimal() and seconds.isdecimal()):
        return None
    whole = len(seconds) == _DIGITS and int(seconds) < _SECONDS["minutes"]
    if int(minutes) not in _MINUTES_OF_A_RACE or not whole or reader.word.isdecimal() or _unit(reader):
        return None
    return iso_duration(Fraction(int(minutes) * _SECONDS["minutes"] + int(seconds)))


def _duration(reader: WordReader) -> str | None:
    parts: list[_Part] = []
    while part := reader.longest(partial(_part, parts), partial(_rest, parts)):
        parts.append(part)
    return iso_duration(sum((seconds for seconds, _ in parts), Fraction(0))) if parts else None


def _part(before: list[_Part], reader: WordReader) -> _Part | None:
    """Read one amount of one unit that is smaller than the one before."""
    if before:
        reader.take(reader.vocabulary.durations["and"])
    amount = _amount(reader)
    reader.take(*reader.vocabulary.durations["whole"])
    unit = _unit(reader)
    if amount is None or unit is None or (before and unit >= before[-1][1]):
        return None
    return (amount + (reader.longest(_and_a_fraction) or 0)) * unit, unit


def _rest(before: list[_Part], reader: WordReader) -> _Part | None:
    """Read the minutes of "two hours fifty", "an hour and ten": not the eight of "forty minutes eight k"."""
    unit = before[-1][1] // _SECONDS["minutes"] if before else 0
    reader.take(reader.vocabulary.durations["and"])
    number = reader.longest(read_number) if unit in {1, _SECONDS["minutes"]} else None
    fits = number is not None and number.isdecimal() and 0 < int(number) < _SECONDS["minutes"]
    fits = fits and not reader.sees(*reader.vocabulary.durations["no_minutes_before"])
    return (Fraction(int(number or 0)) * unit, unit) if fits else None


def _amount(reader: WordReader) -> Fraction | None:
    """Read how many: "half an", "a couple of", "a", "three quarters of an", "one and a half"."""
    words = reader.vocabulary.durations
    start = reader.at
    if reader.take(words["half"]):
        reader.take(*words["one"])
        return _HALF
    article = reader.take(*words["one"])
    if reader.take(*words["couple"]):
        reader.take(words["of"])
        return Fraction(2)
    if article and reader.take(words["half"]):
        return _HALF
    after_article, reader.at = reader.at, start
    number = reader.longest(read_number)
    if number is None or number.startswith("-"):
        number, reader.at = "1", after_article
        if not article and not reader.sees(*words["quarter"]):
            return None
    if not reader.take(*words["quarter"]):
        return int(number) + (reader.longest(_decimals, _and_a_fraction) or Fraction(0))
    if reader.take(words["of"]):
        reader.take(*words["one"])
    return int(number) * _QUARTER


def _decimals(reader: WordReader) -> Fraction | None:
    """Read "point five"."""
    digits = reader.longest(read_number) if reader.take(reader.vocabulary.numbers["point"]) else None
    return Fraction(int(digits), 10 ** len(digits)) if digits and digits.isdecimal() else None


def _and_a_fraction(reader: WordReader) -> Fraction | None:
    """Read "and a half" or "and a quarter"; "and a half days" is another duration."""
    words = reader.vocabulary.durations
    if not (reader.take(words["and"]) and reader.take(*words["one"])):
        return None
    if reader.take(words["half"]):
        return None if reader.sees(*words["days"], *words["weeks"]) else _HALF
    return _QUARTER if reader.take(*words["quarter"]) else None


def _unit(reader: WordReader) -> int | None:
    sizes = (size for unit, size in _SECONDS.items() if reader.take(*reader.vocabulary.durations[unit]))
    return next(sizes, None)
