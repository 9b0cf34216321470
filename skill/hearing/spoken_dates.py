"""Days as they are said, turned into what AMAZON.DATE delivers.

Amazon's reference: the value is ISO 8601 and "defaults to dates on or after the current date", so
"Tuesday" is the coming one (or today), also where a runner speaks of a run gone by: the reader of the
slot has to turn such a day back. Weeks come as 2026-W47, weekends as 2026-W47-WE, months as
2026-11, years as 2026, "now" as PRESENT_REF, and a part of a day behind a T: 2026-11-22TMO.
(https://developer.amazon.com/docs/custom-skills/slot-type-reference.html#date; the same wording in
https://docs.aws.amazon.com/lex/latest/dg/built-in-slot-date.html.)
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache, partial

from skill.hearing.spoken_numbers import read_number
from skill.hearing.spoken_values import SpokenValue, WordReader, values_in
from skill.hearing.vocabulary import Vocabulary

_WEEK = 7
_PRESENT = "PRESENT_REF"
_NAMED_DAYS = {"before_yesterday": -2, "after_tomorrow": 2, "yesterday": -1, "tomorrow": 1, "today": 0}
"""Days from today, by their keys in the vocabulary."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()
_LEAP_CYCLE = 8 * 366
"""Days in which every day of the calendar comes at least once: 1900 and 2100 are no leap years."""


def dates_in(forms: tuple[str, ...], today: date, vocabulary: Vocabulary) -> Iterator[SpokenValue]:
    """Find the days in words, each as long as it goes; `today` is the speaker's own day."""
    return values_in(forms, vocabulary, _reading_on(today))


@lru_cache(maxsize=2)
def _reading_on(today: date) -> Callable[[WordReader], str | None]:
    """What reads a day, counted from today."""
    on_calendar = (_period, _weekend, _month_or_year, _day)
    readings: list[Callable[[WordReader], str | None]] = [partial(read, today) for read in on_calendar]
    readings.append(_present)
    return lambda reader: reader.longest(*readings)


def _present(reader: WordReader) -> str | None:
    return _PRESENT if reader.take_phrase(reader.vocabulary.dates["now"]) else None


def _day(today: date, reader: WordReader) -> str | None:
    """Read one day, and the part of it if one follows."""
    table = reader.vocabulary.dates
    if reader.take_phrase([table["tonight"]]):
        return f"{today.isoformat()}TNI"
    day: date | None
    if reader.sees(table["this"]) and reader.sees(*table["parts"], ahead=1):
        day, reader.at = today, reader.at + 1
    elif reader.sees(table["last"]) and reader.sees(table["night"], ahead=1):
        day, reader.at = today - timedelta(days=1), reader.at + 1
    elif reader.take_phrase(table["night_before_last"]):
        return f"{(today - timedelta(days=2)).isoformat()}TNI"
    else:
        readings = (_named_day, _weekday, _days_away, _calendar_day)
        day = reader.longest(*(partial(read, today) for read in readings))
    if day is None:
        return None
    if not reader.sees(*table["parts"]):
        return day.isoformat()
    reader.at += 1
    return f"{day.isoformat()}T{table['parts'][reader.forms[reader.at - 1]]}"


def _named_day(today: date, reader: WordReader) -> date | None:
    for name, days in _NAMED_DAYS.items():
        if reader.take_phrase(reader.vocabulary.dates[name]):
            return today + timedelta(days=days)
    return None


def _weekday(today: date, reader: WordReader) -> date | None:
    """Read "Tuesday", "last Tuesday", "Tuesday gone", "Tuesday last week", "Tuesday week" (a week later)."""
    table = reader.vocabulary.dates
    of_last_week = reader.take_phrase(table["of_last_week"])
    week_ago = reader.take_phrase(table["week_ago"])
    the = reader.take(table["the"])
    which = reader.word
    reader.take(table["last"], table["next"], table["this"])
    gone = reader.take(*table["gone"])
    if reader.word not in table["weekdays"]:
        return None
    weekday = table["weekdays"].index(reader.word)
    reader.at += 1
    before_last = reader.take_phrase(table["before_last"])
    if of_last_week or reader.take_phrase(table["of_last_week"]):
        return today + timedelta(days=weekday - today.weekday() - _WEEK)
    gone = reader.take_phrase(table["gone"]) or gone
    if the and not (before_last or gone):
        return None
    ahead = (weekday - today.weekday()) % _WEEK
    if which == table["last"] or gone or before_last or week_ago:
        ahead -= _WEEK
    elif reader.take_phrase(table["week_on"]):
        ahead = (ahead or _WEEK) + _WEEK
    elif which == table["next"] and ahead == 0:
        ahead = _WEEK
    return today + timedelta(days=ahead - _WEEK * (before_last or week_ago))


def _days_away(today: date, reader: WordReader) -> date | None:
    """Read "three weeks ago", "in three weeks", "three days from now"."""
    table = reader.vocabulary.dates
    ahead = reader.take(table["in"])
    number = reader.longest(read_number)
    if number is None and reader.take_phrase(table["couple"]):
        number = "2"
    if number is None and reader.take(*reader.vocabulary.numbers["one"]):
        number = "1"
    days = 1 if reader.take(*table["day"]) else _WEEK if reader.take(*table["week"]) else 0
    if number is None or not days:
        return None
    if reader.take_phrase(table["from_now"]):
        ahead = True
    elif not ahead:
        days = -days if reader.take(table["ago"]) else 0
    count = int(number) * days
    return today + timedelta(days=count) if count and _FIRST < today.toordinal() + count < _LAST else None


def _calendar_day(today: date, reader: WordReader) -> date | None:
    """Read "November fifth", "the fifth of November", "the fifth [of the month]", but not "the fifth one"."""
    table = reader.vocabulary.dates
    month = reader.longest(_month)
    the = reader.take(table["the"])
    day = reader.longest(_ordinal)
    if month is None and not (the and reader.take_phrase(table["of_this_month"])):
        month = reader.longest(_of_month)
    if day is None or not (month or the) or (month is None and reader.sees(*table["things"])):
        return None
    days = (today + timedelta(days=ahead) for ahead in range(_LEAP_CYCLE))
    return next((found for found in days if found.day == day and month in {None, found.month}), None)


def _month(reader: WordReader) -> int | None:
    months: list[str] = reader.vocabulary.dates["months"]
    return months.index(reader.forms[reader.at - 1]) + 1 if reader.take(*months) else None


def _of_month(reader: WordReader) -> int | None:
    reader.take(reader.vocabulary.dates["of"])
    return _month(reader)


def _month_or_year(today: date, reader: WordReader) -> str | None:
    """Read "in November", "last May", "in November 2025", "in 2025": a bare "march" is no month."""
    table = reader.vocabulary.dates
    last = reader.sees(table["last"])
    if not reader.take(*table["in_a_month"]):
        return None
    month = reader.longest(_month)
    year = reader.word if _YEAR.fullmatch(reader.word) else ""
    reader.at += bool(year)
    if month is None:
        return year if year and not last else None
    ahead = today.year + (month < today.month)
    return f"{year or ahead - last}-{month:02}"


def _ordinal(reader: WordReader) -> int | None:
    ordinals: list[str] = reader.vocabulary.dates["ordinals"]
    start = reader.at
    if reader.take_phrase(ordinals):
        return ordinals.index(" ".join(reader.forms[start : reader.at])) + 1
    number = reader.word
    if not number.isdigit() or not 1 <= int(number) <= len(ordinals):
        return None
    reader.at += 1
    reader.take(*reader.vocabulary.dates["ordinal_endings"])
    return int(number)


def _weekend(today: date, reader: WordReader) -> str | None:
    """Read "at the weekend", which for Alexa is the coming one, or the one that it is."""
    if not reader.take_phrase(reader.vocabulary.dates["at_the_weekend"]):
        return None
    year, week, _ = today.isocalendar()
    return f"{year}-W{week:02}-WE"


def _period(today: date, reader: WordReader) -> str | None:
    table = reader.vocabulary.dates
    step = {table["last"]: -1, table["this"]: 0, table["next"]: 1}.get(reader.word)
    if step is None:
        return None
    reader.at += 1
    year, week, _ = (today + timedelta(days=_WEEK * step)).isocalendar()
    if reader.take(table["weekend"]):
        return f"{year}-W{week:02}-WE"
    if reader.take(*table["week"]):
        return f"{year}-W{week:02}"
    if reader.take(*table["month"]):
        years, index = divmod(today.year * 12 + today.month - 1 + step, 12)
        return f"{years}-{index + 1:02}"
    return str(today.year + step) if reader.take(table["year"]) else None
