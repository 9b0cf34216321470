"""When a reminder is to come, reckoned from what was said; where that is not enough, what is missing."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from skill.conversation.turn.reminder_service import Moment
from skill.conversation.turn.spoken_time import DayPart, SpokenTime

DAY: Final = timedelta(days=1)
WEEK: Final = 7
MINUTE: Final = timedelta(minutes=1)
HALF_A_DAY: Final = 12
_HALF: Final = timedelta(hours=HALF_A_DAY)
_SMALL_HOURS: Final = 5
"""Up to here an hour "at night" is one behind midnight."""
_FURTHEST: Final = timedelta(days=366)
"""Our figure: nobody means more than a year ahead, and a misheard number may."""


class Missing(StrEnum):
    """Why no moment can be reckoned; what is asked then."""

    WHEN = "when"
    TIME = "time"
    DAY = "day"
    HALF = "half"
    GONE = "gone"


def moment_of(told: SpokenTime, now: datetime, *, knows_today: bool = True) -> Moment | Missing:
    """The moment, or what is missing for it.

    "At eight" is the next eight o'clock; where that of this morning is over and that of the evening is not,
    either may be meant, and it is asked. A day that was said leaves no doubt: today's is the one to come.

    Args:
        told: what was said.
        now: the runner's own time, without its zone.
        knows_today: whether the runner's time zone is known, so that a time alone finds its day.
    """
    if told.seconds is not None:
        ahead = timedelta(seconds=told.seconds)
        return Moment(_whole_minutes(now + ahead)) if MINUTE <= ahead <= _FURTHEST else Missing.WHEN
    if told.clock is None:
        return Missing.TIME if told.day or told.days or told.part else Missing.WHEN
    if told.days:
        return _again(told.days, clock_of(told), now)
    if told.day:
        return _on_day(told.day, told, now, knows_today=knows_today)
    return _next(told, now) if knows_today else Missing.DAY


def _on_day(day: date, told: SpokenTime, now: datetime, *, knows_today: bool) -> Moment | Missing:
    on_that_day = datetime.combine(day, clock_of(told))
    open_half = _leaves_half_open(told)
    if on_that_day <= now and open_half and on_that_day + _HALF > now:
        on_that_day += _HALF
    if knows_today and on_that_day <= now:
        return Missing.GONE
    return Moment(on_that_day) if on_that_day - now <= _FURTHEST else Missing.DAY


def is_to_come(moment: Moment, now: datetime) -> bool:
    """Whether the reminder comes once more.

    Args:
        moment: when it comes.
        now: the runner's own time, without its zone.
    """
    return bool(moment.days) or moment.at > now


def clock_of(told: SpokenTime) -> time:
    """The time of day: "tomorrow evening at eight" is at twenty hours; midnight where none was said."""
    at, part = told.clock or time(), told.part
    at_night = part is DayPart.NIGHT
    if at_night and at.hour == HALF_A_DAY:
        return at.replace(hour=0)
    later = part in (DayPart.AFTERNOON, DayPart.EVENING) or (at_night and at.hour >= _SMALL_HOURS)
    return at.replace(hour=at.hour + HALF_A_DAY) if later and at.hour < HALF_A_DAY else at


def _next(told: SpokenTime, now: datetime) -> Moment | Missing:
    today = datetime.combine(now.date(), clock_of(told))
    if today > now:
        return Moment(today)
    return Missing.HALF if _leaves_half_open(told) and today + _HALF > now else Moment(today + DAY)


def _leaves_half_open(told: SpokenTime) -> bool:
    """Whether the time may be that of the morning or of the evening."""
    return told.part is None and 0 < clock_of(told).hour < HALF_A_DAY


def _again(days: tuple[int, ...], at: time, now: datetime) -> Moment:
    coming = (datetime.combine(now.date(), at) + ahead * DAY for ahead in range(WEEK + 1))
    first = next(one for one in coming if one > now and one.weekday() in days)
    return Moment(first, tuple(sorted(set(days))))


def _whole_minutes(at: datetime) -> datetime:
    """That time, rounded to the nearest minute."""
    return (at + MINUTE / 2).replace(second=0, microsecond=0)
