"""The day of a run as the runner told it, and the time that it stands for."""

from bisect import bisect
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from skill.value import Value

UNTOLD_HOUR: Final = 12
"""A run of a day gone by is put at noon when no part of the day was told: it is half a day off at most."""
WEEK: Final = timedelta(days=7)
FURTHEST_AHEAD: Final = timedelta(days=31)
"""So far ahead at most lies what Alexa takes for "the twentieth", of which the runner means the last."""
SATURDAY: Final = 5
_PARTS_BEGIN: Final = (12, 17)
"""The hours at which afternoon and evening begin; our figures."""


class Day(Value):
    """A day as it was told.

    Attributes:
        date: the runner's own calendar day; None when what was told is no single day, as a week or a month.
        hour: of the part of the day that was told; None when none was.
        weekend: whether a weekend was told, and `date` is its Saturday.
    """

    date: date | None
    hour: int | None = None
    weekend: bool = False


def latest(day: date, now: datetime, near: date | None = None) -> date:
    """The day of a run gone by: Alexa takes "on Tuesday" for the coming one, the runner means the last.

    So it is with "on the tenth", and with whatever is a week ahead or more, which was in the last month, and
    with "on the tenth of March", which was in the last year. Tomorrow stays what it is, because it may have
    been said.

    Args:
        day: as it was delivered.
        now: the runner's own time.
        near: a day that was spoken of before: a date of the coming week may be a weekday's or a number's in
            the month, and is the nearer of both to it. "On the fifth", "no, the fourth".
    """
    today = now.date()
    if timedelta(days=1) < day - today < WEEK:
        of_the_week, of_the_month = day - WEEK, a_month_before(day)
        is_nearer = near is not None and abs(of_the_month - near) < abs(of_the_week - near)
        return of_the_month if is_nearer else of_the_week
    if WEEK <= day - today <= FURTHEST_AHEAD:
        return a_month_before(day)
    before = a_year_before(day)
    return before if day - today > FURTHEST_AHEAD and before <= today else day


def in_weekend(saturday: date, told: date) -> date:
    """The day of a weekend that has the same weekday as what was told; its Saturday where neither has.

    Args:
        saturday: of the weekend.
        told: the day by which it was named, in whatever week.
    """
    return saturday + timedelta(days=1) if told.weekday() == SATURDAY + 1 else saturday


def weekend_gone_by(saturday: date, now: datetime) -> date:
    """The Saturday of a weekend that was told: the one before where it has not begun."""
    return saturday - WEEK if saturday > now.date() else saturday


def told_ahead(day: date, now: datetime) -> bool:
    """Whether a day of a run gone by was told by a date to come: it is not certain which was meant."""
    return day - now.date() >= WEEK


def a_month_before(day: date) -> date:
    """The day of that number in the last month that has one."""
    last = day.replace(day=1) - timedelta(days=1)
    while last.day < day.day:
        last = last.replace(day=1) - timedelta(days=1)
    return last.replace(day=day.day)


def a_year_before(day: date) -> date:
    """The same day of the year before; of the twenty-ninth of February the twenty-eighth."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # the twenty-ninth of February
        return day.replace(year=day.year - 1, day=day.day - 1)


def same_part_of_day(hour: int, other: int) -> bool:
    """Whether two hours lie in the same part of a day: morning, afternoon, or evening and night."""
    return bisect(_PARTS_BEGIN, hour) == bisect(_PARTS_BEGIN, other)


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
