from datetime import UTC, date, datetime

import pytest

from skill.shoes.run import RecentRuns, Run
from skill.shoes.spans import Span, SpanKind, day_span, month_span, reaches_beyond, runs_in, tally_in
from skill.shoes.wear import NO_RUNS, UNWORN, Tally

NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)
DAYS = ("2025-03-31", "2025-12-31", "2026-02-28", "2026-03-01", "2026-03-04")
YEAR = Span(SpanKind.YEAR, date(2025, 1, 1), date(2025, 12, 31))
WEEK = Span(SpanKind.WEEK, date(2026, 2, 23), date(2026, 3, 1))
RUNS = [
    Run(day, datetime.fromisoformat(f"{day}T12:00Z"), date.fromisoformat(day), 1 << place)
    for place, day in enumerate(DAYS)
]


def day(text: str) -> Span:
    return day_span(date.fromisoformat(text))


def month(text: str) -> Span:
    return month_span(date.fromisoformat(f"{text}-01"))


@pytest.mark.parametrize(
    ("span", "places"),
    [
        (day("2026-03-01"), [3]),
        (day("2026-03-02"), []),
        (WEEK, [2, 3]),
        (month("2026-03"), [3, 4]),
        (month("2026-02"), [2]),
        (month("2026-01"), []),
        (YEAR, [0, 1]),
    ],
)
def test_days_have_their_runs(span: Span, places: list[int]) -> None:
    wear = UNWORN
    for run in RUNS:
        wear = wear.plus(run)

    assert runs_in(span, RUNS) == [RUNS[place] for place in places]
    assert tally_in(span, [wear], RUNS) == Tally(sum(1 << place for place in places), len(places))


def test_months_and_years_are_told_by_their_sums_alone() -> None:
    assert tally_in(month("2026-03"), [UNWORN], RUNS) == NO_RUNS


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        (day("2026-03-10"), day("2026-03-03")),
        (day("2026-03-05"), day("2026-02-26")),
        (day("2026-03-04"), day("2026-03-04")),
        (day("2026-12-24"), day("2025-12-24")),
        (month("2027-02"), month("2026-02")),
        (month("2026-04"), month("2025-04")),
        (month("2026-03"), month("2026-03")),
        (YEAR, YEAR),
        (WEEK, WEEK),
    ],
)
def test_days_that_alexa_takes_for_coming_ones_are_those_gone_by(named: Span, meant: Span) -> None:
    assert named.gone_by(NOW) == meant


@pytest.mark.parametrize(
    ("span", "beyond"),
    [
        (day("2026-03-01"), False),
        (day("2026-02-27"), True),
        (WEEK, True),
        (month("2026-02"), False),
        (month("2024-03"), False),
        (month("2024-02"), True),
        (Span(SpanKind.YEAR, date(2024, 1, 1), date(2024, 12, 31)), True),
    ],
)
def test_what_is_further_back_than_is_known_is_told_apart(span: Span, beyond: bool) -> None:  # noqa: FBT001  a table's column
    recent = RecentRuns(RUNS, complete_since=datetime(2026, 2, 28, 12, tzinfo=UTC))

    assert reaches_beyond(span, NOW.date(), recent) is beyond
