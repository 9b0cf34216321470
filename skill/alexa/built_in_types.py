"""Reads the values of Alexa's built-in slot types (Amazon's documentation, "Slot Type Reference")."""

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Final

from skill.conversation.turn.spoken_time import DayPart
from skill.shoes.days import Day
from skill.shoes.spans import Span, SpanKind, day_span, month_span, year_span

_DURATION = re.compile(
    r"P(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?"
)
_UNIT_SECONDS: Final = {"weeks": 604_800, "days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(MO|AF|EV|NI))?", re.ASCII)
_WEEKEND = re.compile(r"(\d{4})-W(\d{2})-WE", re.ASCII)
_WEEK = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
_MONTH = re.compile(r"\d{4}-\d{2}", re.ASCII)
_CLOCK = re.compile(r"(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_SATURDAY: Final = 6
_HOURS_A_DAY: Final = 24
_MINUTES_AN_HOUR: Final = 60
_PARTS: Final = {
    "MO": DayPart.MORNING,
    "AF": DayPart.AFTERNOON,
    "EV": DayPart.EVENING,
    "NI": DayPart.NIGHT,
}
_HOURS: Final = {"MO": 8, "AF": 14, "EV": 19, "NI": 21}
"""What is taken for a part of the day: morning, afternoon, evening, night."""


def duration_seconds(text: str) -> int | None:
    """The seconds of an AMAZON.DURATION, without years and months; None for anything else."""
    match = _DURATION.fullmatch(text)
    parts = {name: value for name, value in (match.groupdict() if match else {}).items() if value}
    if not parts:
        return None
    return round(sum(float(value) * _UNIT_SECONDS[name] for name, value in parts.items()))


def clock_time(text: str) -> tuple[time | None, DayPart | None]:
    """The time of day of an AMAZON.TIME, or the part of the day that it names; None for what it does not.

    Args:
        text: as Alexa writes it: "08:00", or "MO", "AF", "EV", "NI" for a part of the day.
    """
    if found := _CLOCK.fullmatch(text):
        hour, minute = int(found[1]), int(found[2])
        return (time(hour, minute) if hour < _HOURS_A_DAY and minute < _MINUTES_AN_HOUR else None), None
    return None, _PARTS.get(text)


def spoken_day(text: str) -> Day | None:
    """The day of an AMAZON.DATE; None for "now".

    Args:
        text: as Alexa writes it: "2026-11-22", "2026-11-22TMO", "PRESENT_REF" for "now", a weekend
            ("2026-W47-WE"); a week, a month, a season are no single day.
    """
    if text == "PRESENT_REF":
        return None
    try:
        if found := _DAY.fullmatch(text):
            return Day(date.fromisoformat(found[1]), _HOURS.get(found[2]))
        if found := _WEEKEND.fullmatch(text):
            return Day(date.fromisocalendar(int(found[1]), int(found[2]), _SATURDAY), weekend=True)
    except ValueError:
        return Day(None)
    return Day(None)


def spoken_span(text: str) -> Span | None:
    """The days of an AMAZON.DATE; None where they are no days that are counted, as "now" or a season.

    Args:
        text: as Alexa writes it: a day "2026-11-22", a weekend "2026-W47-WE", a week "2026-W47", a month
            "2026-11", a year "2026".
    """
    read = ((form.fullmatch(text), span_of) for form, span_of in _SPANS)
    try:
        return next((span_of(found) for found, span_of in read if found), None)
    except (ValueError, OverflowError):
        return None


def _week(found: re.Match[str]) -> Span:
    monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    return Span(SpanKind.WEEK, monday, monday + timedelta(days=6))


def _weekend(found: re.Match[str]) -> Span:
    saturday = date.fromisocalendar(int(found[1]), int(found[2]), _SATURDAY)
    return Span(SpanKind.WEEKEND, saturday, saturday + timedelta(days=1))


_SPANS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Span]], ...]] = (
    (_DAY, lambda found: day_span(date.fromisoformat(found[1]))),
    (_WEEKEND, _weekend),
    (_WEEK, _week),
    (_MONTH, lambda found: month_span(date.fromisoformat(f"{found[0]}-01"))),
    (_YEAR, lambda found: year_span(int(found[0]))),
)
