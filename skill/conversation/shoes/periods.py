"""The runs of a week, a month, a year: added up for a runner, or for one pair."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from skill.conversation.talk import Talk
from skill.shoes.wear import NO_RUNS, Tally, Wear, month_of


class Period(StrEnum):
    """A span of days up to today; the values are the ids of the `Period` slot."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    THIS_WEEK = "this-week"
    LAST_WEEK = "last-week"
    THIS_MONTH = "this-month"
    LAST_MONTH = "last-month"
    THIS_YEAR = "this-year"
    LAST_YEAR = "last-year"
    ALL_TIME = "all-time"


def tally_in(talk: Talk, period: Period, wears: Sequence[Wear], shoe: str | None) -> Tally:
    """The runs of a period: of months and years from the sums, of days and weeks from the newest runs."""
    today = talk.wardrobe.local_time.date()
    prefix = {
        Period.THIS_MONTH: month_of(today),
        Period.LAST_MONTH: month_of(today.replace(day=1) - timedelta(days=1)),
        Period.THIS_YEAR: f"{today.year:04d}-",
        Period.LAST_YEAR: f"{today.year - 1:04d}-",
        Period.ALL_TIME: "",
    }
    total = NO_RUNS
    if period in prefix:
        for wear in wears:
            for month, tally in wear.months.items():
                total = total.plus(tally) if month.startswith(prefix[period]) else total
        return total
    first, last = _days(period, today)
    for run in talk.wardrobe.recent.runs:
        if first <= run.day <= last and shoe in (None, run.shoe):
            total = total.plus(Tally(run.metres, 1))
    return total


def _days(period: Period, today: date) -> tuple[date, date]:
    """First and last day; a week begins on Monday (ISO 8601)."""
    monday = today - timedelta(days=today.weekday())
    if period is Period.TODAY:
        return today, today
    if period is Period.YESTERDAY:
        return today - timedelta(days=1), today - timedelta(days=1)
    if period is Period.LAST_WEEK:
        return monday - timedelta(days=7), monday - timedelta(days=1)
    return monday, today


def cut_short(talk: Talk, period: Period) -> bool:
    """Whether there are more runs in the period than the newest that a turn knows."""
    since = talk.wardrobe.recent.complete_since
    by_days = period in (Period.TODAY, Period.YESTERDAY, Period.THIS_WEEK, Period.LAST_WEEK)
    return bool(by_days and since and since.date() > _days(period, talk.wardrobe.local_time.date())[0])
