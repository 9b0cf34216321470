"""The day of a run as the runner told it, and the time that it stands for."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

UNTOLD_HOUR: Final = 12
"""A run of a day gone by is put at noon when no part of the day was told: it is half a day off at most."""
WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it was told.

    Attributes:
        date: the runner's own calendar day; None when what was told is no single day, as a week or a month.
        hour: of the part of the day that was told; None when none was.
    """

    date: date | None
    hour: int | None = None


def latest(day: date, now: datetime) -> date:
    """The day of a run gone by: Alexa takes "on Tuesday" for the coming one, the runner means the last.

    So it is with "on the tenth of November", where that day of the year before is nearer. Tomorrow stays what
    it is, because it may have been said.
    """
    today = now.date()
    if timedelta(days=1) < day - today <= WEEK:
        return day - WEEK
    before = _a_year_before(day)
    return before if before <= today and day - today > today - before else day


def _a_year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # the twenty-ninth of February
        return day.replace(year=day.year - 1, day=day.day - 1)


def past_time(day: date, hour: int | None, now: datetime) -> datetime:
    """When a run of this day was, aware, UTC; `now` when it was today and no earlier hour is known."""
    if day == now.date() and hour is None:
        return now.astimezone(UTC)
    at = datetime.combine(day, time(UNTOLD_HOUR if hour is None else hour), now.tzinfo)
    if day == now.date():
        at = min(at, now)
    return at.astimezone(UTC)


def time_to_come(day: date, hour: int | None, now: datetime) -> datetime:
    """When a run of this day will be, in the runner's time zone: at this hour where none was told."""
    at = now.timetz() if hour is None else time(hour, tzinfo=now.tzinfo)
    return max(now, datetime.combine(day, at))
