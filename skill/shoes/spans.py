"""Days that were asked about by their date: one, a weekend, a week, a month, a year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import reduce

from skill.shoes.days import WEEK, latest
from skill.shoes.run import RecentRuns, Run
from skill.shoes.wear import MONTHS_IN_YEAR, MONTHS_KEPT, NO_RUNS, Tally, Wear, month_of


class SpanKind(StrEnum):
    """How days were named."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Span:
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
        return self.kind in (SpanKind.MONTH, SpanKind.YEAR)

    @property
    def short(self) -> bool:
        """Whether its runs can be told one by one."""
        return self.kind in (SpanKind.DAY, SpanKind.WEEKEND)

    def gone_by(self, now: datetime) -> "Span":
        """The latest days of that name that have begun: of "in May", asked in April, those of last year.

        Args:
            now: the runner's own time.
        """
        if self.kind is SpanKind.DAY:
            day = latest(self.first, now)
            return day_span(day - WEEK if day > now.date() else day)
        if self.kind is SpanKind.MONTH and self.first > now.date():
            return month_span(self.first.replace(year=self.first.year - 1))
        return self


def day_span(day: date) -> Span:
    """One day."""
    return Span(SpanKind.DAY, day, day)


def month_span(day: date) -> Span:
    """The month of a day."""
    first = day.replace(day=1)
    return Span(SpanKind.MONTH, first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


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
        months = month_of(span.first) if span.kind is SpanKind.MONTH else f"{span.first.year:04d}-"
        tallies = [
            tally for wear in wears for month, tally in wear.months.items() if month.startswith(months)
        ]
    else:
        tallies = [Tally(run.metres, 1) for run in runs_in(span, runs)]
    return reduce(Tally.plus, tallies, NO_RUNS)


def reaches_beyond(span: Span, today: date, recent: RecentRuns) -> bool:
    """Whether those days may hold more runs than are known here; their tally is then "at least" so much."""
    if span.summed:
        months = (today.year - span.first.year) * MONTHS_IN_YEAR + today.month - span.first.month
        return months >= MONTHS_KEPT
    return recent.complete_since is not None and recent.complete_since.date() > span.first
