from datetime import UTC, date, datetime

import pytest

from skill.shoes.periods import Period, reaches_beyond, tally_in
from skill.shoes.run import RecentRuns, Run
from skill.shoes.wear import NO_RUNS, UNWORN, Tally, Wear

WEDNESDAY = date(2026, 3, 4)
DAYS = (
    "2024-12-31",
    "2025-03-04",
    "2026-02-22",
    "2026-02-23",
    "2026-03-01",
    "2026-03-02",
    "2026-03-03",
    "2026-03-04",
)


def run(day: str) -> Run:
    """A run whose metres tell its place in the calendar: a single day's bit each."""
    return Run(day, datetime.fromisoformat(f"{day}T12:00Z"), date.fromisoformat(day), 1 << DAYS.index(day))


def wear(*days: str) -> Wear:
    total = UNWORN
    for day in days:
        total = total.plus(run(day))
    return total


@pytest.mark.parametrize(
    ("period", "days"),
    [
        (Period.TODAY, DAYS[7:]),
        (Period.YESTERDAY, DAYS[6:7]),
        (Period.THIS_WEEK, DAYS[5:]),
        (Period.LAST_WEEK, DAYS[3:5]),
        (Period.THIS_MONTH, DAYS[4:]),
        (Period.LAST_MONTH, DAYS[2:4]),
        (Period.THIS_YEAR, DAYS[2:]),
        (Period.LAST_YEAR, DAYS[1:2]),
        (Period.ALL_TIME, DAYS),
    ],
)
def test_a_period_has_the_runs_of_its_days(period: Period, days: tuple[str, ...]) -> None:
    wears = [wear(*DAYS[::2]), wear(*DAYS[1::2])]
    tally = tally_in(period, WEDNESDAY, wears, [run(day) for day in reversed(DAYS)])
    assert tally == Tally(sum(run(day).metres for day in days), len(days))


@pytest.mark.parametrize("period", list(Period))
def test_a_period_without_runs_has_none(period: Period) -> None:
    assert tally_in(period, WEDNESDAY, [UNWORN], []) == NO_RUNS


@pytest.mark.parametrize(
    ("period", "since", "beyond"),
    [
        (Period.THIS_WEEK, None, False),
        (Period.THIS_WEEK, datetime(2026, 3, 1, 23, tzinfo=UTC), False),
        (Period.THIS_WEEK, datetime(2026, 3, 3, tzinfo=UTC), True),
        (Period.LAST_WEEK, datetime(2026, 3, 1, 23, tzinfo=UTC), True),
        (Period.THIS_MONTH, datetime(2026, 3, 3, tzinfo=UTC), False),
    ],
)
def test_days_and_weeks_may_reach_beyond_the_newest_runs(
    period: Period, since: datetime | None, *, beyond: bool
) -> None:
    assert reaches_beyond(period, WEDNESDAY, RecentRuns((), since)) is beyond
