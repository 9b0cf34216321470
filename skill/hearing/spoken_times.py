"""Times of day as they are said, turned into what AMAZON.TIME delivers: "08:00".

Amazon's reference: the value is ISO 8601, with a part of the day as MO, AF, EV or NI. Which eight o'clock is
meant by a bare "eight" Alexa decides by herself; here it is the likelier one of a day: five to eleven in the
morning, one to four in the afternoon. (https://developer.amazon.com/docs/custom-skills/slot-type-reference.html#time)
"""

from collections.abc import Iterator

from skill.hearing.spoken_numbers import read_number
from skill.hearing.spoken_values import SpokenValue, WordReader, values_in
from skill.hearing.vocabulary import Vocabulary

_HOURS = 24
_HALF_A_DAY = 12
_MINUTES = 60
_HALF, _QUARTER = 30, 15
_FIRST_OF_MORNING = 5
"""Whoever says an hour below and no part of the day means the afternoon."""
_SMALL_HOURS = 5
_MORNING, _NIGHT = "MO", "NI"


def times_in(forms: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[SpokenValue]:
    """Find the times in words, each as long as it goes.

    "half past seven" is 07:30, "eight thirty p m" 20:30, "nine in the evening" 21:00, "noon" 12:00.
    """
    return values_in(forms, vocabulary, _named_or_told)


def _named_or_told(reader: WordReader) -> str | None:
    return reader.longest(_named, _time)


def _named(reader: WordReader) -> str | None:
    table = reader.vocabulary.times
    start = reader.at
    named = next((word for word in table["named"] if word == reader.word), None)
    if named is None:
        return None
    reader.at = start + 1
    return str(table["named"][named])


def _time(reader: WordReader) -> str | None:
    clock = reader.longest(_before_or_after, _hour_first)
    if clock is None:
        return None
    hour, minute = clock
    part = reader.longest(_part)
    if part is None:
        later = 0 < hour < _FIRST_OF_MORNING
    elif part == _MORNING or (part == _NIGHT and hour < _SMALL_HOURS):
        later = False
    else:
        later = hour < _HALF_A_DAY
    if hour == _HALF_A_DAY and part in (_MORNING, _NIGHT):
        hour = 0
    return f"{(hour + _HALF_A_DAY if later else hour):02}:{minute:02}"


def _before_or_after(reader: WordReader) -> tuple[int, int] | None:
    """Read "half past seven", "quarter to eight", "ten past six", and "half seven", which is half past."""
    table = reader.vocabulary.times
    reader.take(*reader.vocabulary.numbers["one"])
    start = reader.at
    half, quarter = reader.take(*table["half"]), reader.take(*table["quarter"])
    minutes = _HALF if half else _QUARTER if quarter else None
    if minutes is None:
        number = reader.longest(read_number)
        minutes = int(number) if number and number.isdecimal() else None
        reader.take(*reader.vocabulary.durations["minutes"])
    past = reader.take(*table["past"])
    before = not past and reader.take(*table["to"])
    if minutes is None or not 0 < minutes < _MINUTES or not (past or before or half):
        reader.at = start
        return None
    hour = _hour(reader)
    if hour is None:
        return None
    return ((hour - 1) % _HOURS or _HALF_A_DAY, _MINUTES - minutes) if before else (hour, minutes)


def _hour_first(reader: WordReader) -> tuple[int, int] | None:
    """Read "eight", "eight thirty", "eight oh five", "eight o'clock"."""
    hour = _hour(reader)
    if hour is None:
        return None
    if reader.take_phrase(reader.vocabulary.times["oclock"]):
        return hour, 0
    return hour, reader.longest(_minutes) or 0


def _hour(reader: WordReader) -> int | None:
    words: dict[str, int] = reader.vocabulary.numbers["words"]
    word = reader.word
    hour = int(word) if word.isdecimal() else words.get(word)
    if hour is None or not 0 < hour < _HOURS or (hour == 1 and _names_a_thing(reader)):
        return None
    reader.at += 1
    return hour


def _names_a_thing(reader: WordReader) -> bool:
    """Whether "one" is no number here: "the second one"."""
    vocabulary = reader.vocabulary
    return reader.sees(*vocabulary.numbers["pronoun_behind"], *vocabulary.dates["ordinals"], ahead=-1)


def _minutes(reader: WordReader) -> int | None:
    """Read the minutes behind an hour, which are two figures: "thirty", "oh five", "forty five"."""
    words: dict[str, int] = reader.vocabulary.numbers["words"]
    if words.get(reader.word) == 0:
        reader.at += 1
        digit = words.get(reader.word, 0)
        reader.at += 1
        return digit if 0 < digit < len("0123456789") else None
    tens = int(reader.word) if reader.word.isdecimal() else words.get(reader.word, 0)
    if not len("0123456789") <= tens < _MINUTES:
        return None
    reader.at += 1
    digit = words.get(reader.word, 0)
    if tens % 10 or not 0 < digit < 10:  # noqa: PLR2004 - a figure behind the tens
        return tens
    reader.at += 1
    return tens + digit


def _part(reader: WordReader) -> str | None:
    """Read the part of the day behind a time: "p m", "in the evening", "at night"."""
    table = reader.vocabulary.times
    for part, phrases in table["parts"].items():
        if reader.take_phrase(phrases):
            return str(part)
    return None
