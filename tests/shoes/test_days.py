from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from skill.shoes.days import latest, past_time, time_to_come

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("America/New_York"))
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 22), date(2026, 11, 22)),
        (date(2026, 11, 23), date(2026, 11, 23)),
        (date(2026, 11, 24), date(2026, 11, 17)),
        (date(2026, 11, 28), date(2026, 11, 21)),
        (date(2026, 11, 29), date(2026, 10, 29)),
        (date(2026, 11, 30), date(2026, 10, 30)),
        (date(2026, 12, 20), date(2026, 11, 20)),
        (date(2026, 12, 1), date(2026, 11, 1)),
        (date(2027, 11, 10), date(2026, 11, 10)),
        (date(2027, 6, 3), date(2026, 6, 3)),
        (date(2026, 12, 10), date(2026, 11, 10)),
        (date(2028, 2, 29), date(2028, 2, 29)),
    ],
)
def test_a_day_of_a_run_gone_by_is_the_last_one_of_its_name(told: date, meant: date) -> None:
    assert latest(told, NOW) == meant


@pytest.mark.parametrize(
    ("near", "meant"),
    [
        (date(2026, 11, 21), date(2026, 11, 17)),
        (date(2026, 10, 25), date(2026, 10, 24)),
        (None, date(2026, 11, 17)),
    ],
)
def test_a_date_of_the_coming_week_is_of_the_last_month_where_a_day_near_that_was_told(
    near: date | None, meant: date
) -> None:
    assert latest(date(2026, 11, 24), NOW, near) == meant


@pytest.mark.parametrize(
    ("day", "hour", "at"),
    [
        (TODAY, None, datetime(2026, 11, 22, 14, 30, tzinfo=UTC)),
        (TODAY, 8, datetime(2026, 11, 22, 13, tzinfo=UTC)),
        (TODAY, 21, datetime(2026, 11, 22, 14, 30, tzinfo=UTC)),
        (date(2026, 11, 21), None, datetime(2026, 11, 21, 17, tzinfo=UTC)),
        (date(2026, 7, 1), 8, datetime(2026, 7, 1, 12, tzinfo=UTC)),
    ],
)
def test_a_run_gone_by_is_put_at_its_hour_in_the_runners_zone_and_never_after_now(
    day: date, hour: int | None, at: datetime
) -> None:
    assert past_time(day, hour, NOW) == at


def test_a_run_to_come_is_at_its_part_of_the_day_or_at_this_hour() -> None:
    tomorrow = date(2026, 11, 23)

    assert time_to_come(tomorrow, 8, NOW) == NOW.replace(day=23, hour=8, minute=0)
    assert time_to_come(tomorrow, None, NOW) == NOW.replace(day=23)
    assert time_to_come(TODAY, 8, NOW) == NOW
