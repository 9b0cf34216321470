"""Days as they are said, turned into what AMAZON.DATE delivers.

Amazon's reference: the value is ISO 8601 and "defaults to dates on or after the current date", so
"Tuesday" is the coming one (or today), also where a runner speaks of a run gone by: the reader of the
slot has to turn such a day back. Weeks come as 2026-W47, weekends as 2026-W47-WE, months as
2026-11, years as 2026, "now" as PRESENT_REF, and a part of a day behind a T: 2026-11-22TMO.
(https://developer.amazon.com/docs/custom-skills/slot-type-reference.html#date; the same wording in
https://docs.aws.amazon.com/lex/latest/dg/built-in-slot-date.html.)
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from skill.hearing.spoken_numbers import SpokenValue, number_at, values_in
from skill.hearing.vocabulary import Vocabulary

_WEEK = 7
_PRESENT = "PRESENT_REF"


def dates_in(forms: tuple[str, ...], today: date, vocabulary: Vocabulary) -> Iterator[SpokenValue]:
    """Find the days in words, each as long as it goes; `today` is the speaker's own day."""
    return values_in(forms, lambda start: _date_at(forms, start, today, vocabulary))


def _date_at(forms: tuple[str, ...], start: int, today: date, vocabulary: Vocabulary) -> SpokenValue | None:
    table = vocabulary.dates
    readings = (
        _period_at(forms, start, today, table),
        _day_at(forms, start, today, vocabulary),
        _present_at(forms, start, table),
    )
    found = [reading for reading in readings if reading is not None]
    return max(found, key=lambda value: value.end) if found else None


def _present_at(forms: tuple[str, ...], start: int, table: dict[str, Any]) -> SpokenValue | None:
    end = _phrase(forms, start, table["now"])
    return SpokenValue(start, end, _PRESENT) if end else None


def _day_at(forms: tuple[str, ...], start: int, today: date, vocabulary: Vocabulary) -> SpokenValue | None:
    """Read one day, and the part of it if one follows."""
    table = vocabulary.dates
    if end := _phrase(forms, start, [table["tonight"]]):
        return SpokenValue(start, end, f"{today.isoformat()}TNI")
    if _is(forms, start, table["last"]) and _is(forms, start + 1, table["night"]):
        return SpokenValue(start, start + 2, f"{(today - timedelta(days=1)).isoformat()}TNI")
    if _is(forms, start, table["this"]) and (part := _part(forms, start + 1, table)):
        return SpokenValue(start, start + 2, f"{today.isoformat()}T{part}")
    found = (
        _named_day(forms, start, today, table)
        or _weekday(forms, start, today, table)
        or _days_ago(forms, start, today, vocabulary)
        or _calendar_day(forms, start, today, vocabulary)
    )
    if found is None:
        return None
    day, end = found
    if part := _part(forms, end, table):
        return SpokenValue(start, end + 1, f"{day.isoformat()}T{part}")
    return SpokenValue(start, end, day.isoformat())


def _named_day(
    forms: tuple[str, ...], start: int, today: date, table: dict[str, Any]
) -> tuple[date, int] | None:
    for name, days in (
        ("before_yesterday", -2),
        ("after_tomorrow", 2),
        ("yesterday", -1),
        ("tomorrow", 1),
        ("today", 0),
    ):
        if end := _phrase(forms, start, table[name]):
            return today + timedelta(days=days), end
    return None


def _weekday(
    forms: tuple[str, ...], start: int, today: date, table: dict[str, Any]
) -> tuple[date, int] | None:
    which = forms[start] if forms[start] in {table["last"], table["next"], table["this"]} else ""
    at = start + 1 if which else start
    if at >= len(forms) or forms[at] not in table["weekdays"]:
        return None
    ahead = (table["weekdays"].index(forms[at]) - today.weekday()) % _WEEK
    if which == table["last"]:
        ahead -= _WEEK
    elif which == table["next"] and ahead == 0:
        ahead = _WEEK
    return today + timedelta(days=ahead), at + 1


def _days_ago(
    forms: tuple[str, ...], start: int, today: date, vocabulary: Vocabulary
) -> tuple[date, int] | None:
    table = vocabulary.dates
    number = number_at(forms, start, vocabulary)
    if number is None and forms[start] in vocabulary.numbers["one"]:
        number = SpokenValue(start, start + 1, "1")
    if number is None or not _is(forms, number.end + 1, table["ago"]):
        return None
    unit = forms[number.end]
    days = 1 if unit in table["day"] else _WEEK if unit in table["week"] else 0
    count = int(number.value) * days
    if not 0 < count < today.toordinal():
        return None
    return today - timedelta(days=count), number.end + 2


def _calendar_day(
    forms: tuple[str, ...], start: int, today: date, vocabulary: Vocabulary
) -> tuple[date, int] | None:
    """Read "November fifth", "the fifth of November", "the fifth"."""
    table = vocabulary.dates
    if forms[start] in table["months"]:
        at = start + 2 if _is(forms, start + 1, table["the"]) else start + 1
        ordinal = _ordinal(forms, at, vocabulary)
        month, end = forms[start], ordinal[1] if ordinal else 0
    else:
        at = start + 1 if _is(forms, start, table["the"]) else start
        ordinal = _ordinal(forms, at, vocabulary) if at > start else None
        end = ordinal[1] if ordinal else 0
        month = ""
        if ordinal:
            after = end + 1 if _is(forms, end, table["of"]) else end
            if after < len(forms) and forms[after] in table["months"]:
                month, end = forms[after], after + 1
    if ordinal is None:
        return None
    day = _on_or_after(today, table["months"].index(month) + 1 if month else None, ordinal[0])
    return (day, end) if day else None


def _on_or_after(today: date, month: int | None, day: int) -> date | None:
    """Return the first such day from `today` on; None where the calendar has none within a leap cycle."""
    for ahead in range(1, 12 * 8 + 1):
        months = today.year * 12 + today.month - 2 + ahead
        year, index = divmod(months, 12)
        if month is not None and index + 1 != month:
            continue
        try:
            candidate = date(year, index + 1, day)
        except ValueError:
            continue
        if candidate >= today:
            return candidate
    return None


def _ordinal(forms: tuple[str, ...], start: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    ordinals = vocabulary.dates["ordinals"]
    for length in (2, 1):
        said = forms[start : start + length]
        if " ".join(said) in ordinals:
            return ordinals.index(" ".join(said)) + 1, start + len(said)
    if start < len(forms) and forms[start].isdigit() and 1 <= int(forms[start]) <= len(ordinals):
        end = (
            start + 2
            if start + 1 < len(forms) and forms[start + 1] in vocabulary.dates["ordinal_endings"]
            else start + 1
        )
        return int(forms[start]), end
    return None


def _period_at(forms: tuple[str, ...], start: int, today: date, table: dict[str, Any]) -> SpokenValue | None:
    steps = {table["last"]: -1, table["this"]: 0, table["next"]: 1}
    if forms[start] not in steps or start + 1 >= len(forms):
        return None
    step, unit = steps[forms[start]], forms[start + 1]
    year, week, _ = (today + timedelta(days=_WEEK * step)).isocalendar()
    if unit == table["weekend"]:
        return SpokenValue(start, start + 2, f"{year}-W{week:02}-WE")
    if unit in table["week"]:
        return SpokenValue(start, start + 2, f"{year}-W{week:02}")
    if unit in table["month"]:
        years, index = divmod(today.year * 12 + today.month - 1 + step, 12)
        return SpokenValue(start, start + 2, f"{years}-{index + 1:02}")
    if unit == table["year"]:
        return SpokenValue(start, start + 2, str(today.year + step))
    return None


def _part(forms: tuple[str, ...], at: int, table: dict[str, Any]) -> str | None:
    return table["parts"].get(forms[at]) if at < len(forms) else None


def _phrase(forms: tuple[str, ...], start: int, phrases: list[str]) -> int:
    """Return the word after the longest of `phrases` that begins at `start`; 0 if none does."""
    ends = [
        start + len(phrase.split())
        for phrase in phrases
        if forms[start : start + len(phrase.split())] == tuple(phrase.split())
    ]
    return max(ends, default=0)


def _is(forms: tuple[str, ...], at: int, word: str) -> bool:
    return at < len(forms) and forms[at] == word
