from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from skill.conversation.shoes.days import (
    Day,
    UnclearDayError,
    past_time,
    read_day,
    time_to_come,
    turned_back,
)

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("America/New_York"))
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (None, Day(TODAY)),
        ("PRESENT_REF", Day(TODAY)),
        ("2026-11-22", Day(TODAY)),
        ("2026-11-22TMO", Day(TODAY, 8)),
        ("2026-11-21TNI", Day(date(2026, 11, 21), 21)),
        ("2026-W47-WE", Day(date(2026, 11, 21))),
    ],
)
def test_a_day_is_read_as_alexa_writes_it(told: str | None, day: Day) -> None:
    assert read_day(told, NOW) == day


@pytest.mark.parametrize(
    "told", ["2026-W47", "2026-11", "2026", "202X", "2026-WI", "2026-13-40", "2026-W99-WE", ""]
)
def test_what_is_no_single_day_is_refused(told: str) -> None:
    with pytest.raises(UnclearDayError):
        read_day(told, NOW)


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 22), date(2026, 11, 22)),
        (date(2026, 11, 23), date(2026, 11, 23)),
        (date(2026, 11, 24), date(2026, 11, 17)),
        (date(2026, 11, 28), date(2026, 11, 21)),
        (date(2026, 11, 29), date(2026, 11, 22)),
        (date(2026, 11, 30), date(2026, 11, 30)),
    ],
)
def test_a_weekday_of_a_run_gone_by_is_the_last_one(told: date, meant: date) -> None:
    assert turned_back(Day(told), NOW).date == meant


@pytest.mark.parametrize(
    ("day", "at"),
    [
        (Day(TODAY), datetime(2026, 11, 22, 14, 30, tzinfo=UTC)),
        (Day(TODAY, 8), datetime(2026, 11, 22, 13, tzinfo=UTC)),
        (Day(TODAY, 21), datetime(2026, 11, 22, 14, 30, tzinfo=UTC)),
        (Day(date(2026, 11, 21)), datetime(2026, 11, 21, 17, tzinfo=UTC)),
        (Day(date(2026, 7, 1), 8), datetime(2026, 7, 1, 12, tzinfo=UTC)),
    ],
)
def test_a_run_gone_by_is_put_at_its_hour_in_the_runners_zone_and_never_after_now(
    day: Day, at: datetime
) -> None:
    assert past_time(day, NOW) == at


def test_a_run_to_come_is_at_its_part_of_the_day_or_at_this_hour() -> None:
    tomorrow = date(2026, 11, 23)

    assert time_to_come(Day(tomorrow, 8), NOW) == NOW.replace(day=23, hour=8, minute=0)
    assert time_to_come(Day(tomorrow), NOW) == NOW.replace(day=23)
    assert time_to_come(Day(TODAY, 8), NOW) == NOW
