"""The day of a run, as the `day` slot tells it."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(MO|AF|EV|NI))?")
_WEEKEND = re.compile(r"(\d{4})-W(\d{2})-WE")
_HOURS: Final = {"MO": 8, "AF": 14, "EV": 19, "NI": 21}
_PRESENT: Final = "PRESENT_REF"
UNTOLD_HOUR: Final = 12
"""A run of a day gone by is put at noon when no part of the day was told: it is half a day off at most."""
WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it was told.

    Attributes:
        date: the runner's own calendar day.
        hour: of the part of the day that was told; None when none was.
    """

    date: date
    hour: int | None = None


class UnclearDayError(Exception):
    """What was told is a week, a month or nothing known: no single day."""


def read_day(text: str | None, now: datetime) -> Day:
    """The day in an AMAZON.DATE.

    Args:
        text: as Alexa sends it: "2026-11-22", "2026-11-22TMO", "PRESENT_REF", a weekend ("2026-W47-WE",
            taken for its Saturday); None for today.
        now: in the runner's time zone.

    Raises:
        UnclearDayError: it names no single day.
    """
    if text is None or text == _PRESENT:
        return Day(now.date())
    try:
        if found := _DAY.fullmatch(text):
            return Day(date.fromisoformat(found[1]), _HOURS.get(found[2]))
        if found := _WEEKEND.fullmatch(text):
            return Day(date.fromisocalendar(int(found[1]), int(found[2]), 6))
    except ValueError as error:
        raise UnclearDayError(text) from error
    raise UnclearDayError(text)


def turned_back(day: Day, now: datetime) -> Day:
    """The day of a run gone by: Alexa takes "on Tuesday" for the coming one, the runner means the last.

    Tomorrow stays what it is, because it may have been said.
    """
    ahead = day.date - now.date()
    return Day(day.date - WEEK, day.hour) if timedelta(days=1) < ahead <= WEEK else day


def past_time(day: Day, now: datetime) -> datetime:
    """When a run of this day was, aware, UTC; `now` when it was today and no earlier hour is known."""
    if day.date == now.date() and day.hour is None:
        return now.astimezone(UTC)
    at = datetime.combine(day.date, time(UNTOLD_HOUR if day.hour is None else day.hour), now.tzinfo)
    if day.date == now.date():
        at = min(at, now)
    return at.astimezone(UTC)


def time_to_come(day: Day, now: datetime) -> datetime:
    """When a run of this day will be, in the runner's time zone: at this hour where none was told."""
    hour = now.timetz() if day.hour is None else time(day.hour, tzinfo=now.tzinfo)
    return max(now, datetime.combine(day.date, hour))
