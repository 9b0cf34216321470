"""Days that were asked about: one, a weekend, a week, a month, a year, the last so many, all since one."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import reduce
from typing import Final

from skill.shoes.days import WEEK, a_year_before, latest
from skill.shoes.run import RecentRuns, Run
from skill.shoes.wear import MONTHS_IN_YEAR, MONTHS_KEPT, NO_RUNS, Tally, Wear, month_of
from skill.value import Value

FEBRUARY: Final = 2


class SpanKind(StrEnum):
    """How days were named."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    LAST_DAYS = "last_days"
    LAST_WEEKS = "last_weeks"
    LAST_MONTHS = "last_months"
    SINCE = "since"


class Span(Value):
    """Days in a row, in the runner's own calendar.

    Attributes:
        kind: how they were named.
        first: the first of them.
        last: the last of them, which may be still to come.
    """

    kind: SpanKind
    first: date
    last: date

    @property
    def summed(self) -> bool:
        """Whether the sums of months tell its runs."""
        whole_months = self.kind is SpanKind.SINCE and self.first.day == 1
        return self.kind in (SpanKind.MONTH, SpanKind.YEAR) or whole_months

    @property
    def short(self) -> bool:
        """Whether its runs can be told one by one."""
        return self.kind in (SpanKind.DAY, SpanKind.WEEKEND)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def gone_by(self, now: datetime) -> "Span":
        """The latest days of that name that have begun: of "in May", asked in April, those of last year.

        Args:
            now: the runner's own time.
        """
        if self.kind is SpanKind.DAY:
            day, today = latest(self.first, now), now.date()
            ahead = a_year_before(day) if day - today > WEEK else day - WEEK
            return day_span(ahead if day > today else day)
        if self.kind is SpanKind.WEEKEND and self.first > now.date():
            return Span(self.kind, self.first - WEEK, self.last - WEEK)
        if self.kind is SpanKind.MONTH and self.first > now.date():
            return month_span(self.first.replace(year=self.first.year - 1))
        return self


def day_span(day: date) -> Span:
    """One day."""
    return Span(SpanKind.DAY, day, day)


def week_span(day: date) -> Span:
    """The week of a day, which begins on Monday (ISO 8601)."""
    monday = day - timedelta(days=day.weekday())
    return Span(SpanKind.WEEK, monday, monday + timedelta(days=6))


def month_span(day: date) -> Span:
    """The month of a day."""
    first = day.replace(day=1)
    return Span(SpanKind.MONTH, first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def last_days(count: int, today: date) -> Span:
    """The last so many days, today among them."""
    return Span(SpanKind.LAST_DAYS, today - timedelta(days=count - 1), today)


def last_weeks(count: int, today: date) -> Span:
    """The last so many times seven days, today among them."""
    return Span(SpanKind.LAST_WEEKS, today - WEEK * count + timedelta(days=1), today)


def last_months(count: int, today: date) -> Span:
    """The days since the same one so many months ago, which is not among them itself."""
    months = today.year * MONTHS_IN_YEAR + today.month - 1 - count
    year, month = divmod(months, MONTHS_IN_YEAR)
    first = date(year, month + 1, 1)
    last_of_month = month_span(first).last
    same_day = first.replace(day=min(today.day, last_of_month.day))
    return Span(SpanKind.LAST_MONTHS, same_day + timedelta(days=1), today)


def since(day: date, today: date) -> Span:
    """All days since one, itself among them; a day still to come is the one of a year, or a week, before."""
    while day > today:
        day = day - WEEK if day - today < WEEK else _a_year_earlier(day)
    return Span(SpanKind.SINCE, day, today)


def _a_year_earlier(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == FEBRUARY else day.day)


def year_span(year: int) -> Span:
    """A whole year."""
    return Span(SpanKind.YEAR, date(year, 1, 1), date(year, 12, 31))


def runs_in(span: Span, runs: Iterable[Run]) -> list[Run]:
    """The runs of those days, in their order."""
    return [run for run in runs if span.first <= run.day <= span.last]


def tally_in(span: Span, wears: Iterable[Wear], runs: Iterable[Run]) -> Tally:
    """The runs of those days, added up: of months and years from the sums, of others from the runs.

    Args:
        span: which days count.
        wears: the sums of the pairs that count.
        runs: the newest runs of the same pairs.
    """
    if span.summed:
        first, last = month_of(span.first), month_of(span.last)
        tallies = [tally for wear in wears for month, tally in wear.months.items() if first <= month <= last]
    else:
        tallies = [Tally(run.metres, 1) for run in runs_in(span, runs)]
    return reduce(Tally.plus, tallies, NO_RUNS)


def reaches_beyond(span: Span, today: date, recent: RecentRuns) -> bool:
    """Whether those days may hold more runs than are known here; their tally is then "at least" so much."""
    if span.summed:
        months = (today.year - span.first.year) * MONTHS_IN_YEAR + today.month - span.first.month
        return months >= MONTHS_KEPT
    return recent.complete_since is not None and recent.complete_since.date() > span.first
