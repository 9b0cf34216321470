"""The runs of a week, a month, a year, added up."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from functools import reduce

from skill.shoes import spans
from skill.shoes.run import RecentRuns, Run
from skill.shoes.spans import Span, SpanKind, month_span, year_span
from skill.shoes.wear import NO_RUNS, Tally, Wear, month_of


class Period(StrEnum):
    """A span of days up to today; the values are the ids of the `Period` slot."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    THIS_WEEK = "this-week"
    LAST_WEEK = "last-week"
    WEEK_BEFORE_LAST = "week-before-last"
    THIS_MONTH = "this-month"
    LAST_MONTH = "last-month"
    THIS_YEAR = "this-year"
    LAST_YEAR = "last-year"
    ALL_TIME = "all-time"


def tally_in(period: Period, today: date, wears: Iterable[Wear], runs: Iterable[Run]) -> Tally:
    """The runs of a period, added up: of months and years from the sums, of days and weeks from the runs.

    Args:
        period: which days count.
        today: the runner's own day.
        wears: the sums of the pairs that count.
        runs: the newest runs of the same pairs.
    """
    if period is Period.ALL_TIME:
        return reduce(Tally.plus, (wear.tally for wear in wears), NO_RUNS)
    return spans.tally_in(span_of(period, today), wears, runs)


def reaches_beyond(period: Period, today: date, recent: RecentRuns) -> bool:
    """Whether the period may hold more runs than the newest ones; its tally is then "at least" so much."""
    return period is not Period.ALL_TIME and spans.reaches_beyond(span_of(period, today), today, recent)


def span_of(period: Period, today: date) -> Span:
    """The days of a period, which is not "all time": that has no first day."""
    months = months_of(period, today)
    if months is None:
        first, last = days_of(period, today)
        return Span(SpanKind.DAY if first == last else SpanKind.WEEK, first, last)
    year, month = months.split("-")
    return month_span(date(int(year), int(month), 1)) if month else year_span(int(year))


def months_of(period: Period, today: date) -> str | None:
    """What the names of the period's months begin with; None when it is made of days."""
    return {
        Period.THIS_MONTH: month_of(today),
        Period.LAST_MONTH: month_of(today.replace(day=1) - timedelta(days=1)),
        Period.THIS_YEAR: f"{today.year:04d}-",
        Period.LAST_YEAR: f"{today.year - 1:04d}-",
        Period.ALL_TIME: "",
    }.get(period)


def days_of(period: Period, today: date) -> tuple[date, date]:
    """First and last day; a week begins on Monday (ISO 8601)."""
    monday = today - timedelta(days=today.weekday())
    return {
        Period.TODAY: (today, today),
        Period.YESTERDAY: (today - timedelta(days=1), today - timedelta(days=1)),
        Period.THIS_WEEK: (monday, today),
        Period.LAST_WEEK: (monday - timedelta(days=7), monday - timedelta(days=1)),
        Period.WEEK_BEFORE_LAST: (monday - timedelta(days=14), monday - timedelta(days=8)),
    }[period]
