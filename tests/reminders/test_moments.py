"""When a reminder comes, by what was said and what the clock shows."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.conversation.reminders.moments import Missing, moment_of
from skill.conversation.turn.reminder_service import Moment
from skill.conversation.turn.spoken_time import DayPart, SpokenTime
from tests.reminders.clocks import on_the_clock

NOW = on_the_clock("2026-11-22T09:00:30")  # a Sunday
TODAY, TOMORROW, TUESDAY = date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 24)
EIGHT, TEN, EVENING = time(8), time(10), time(20)

SAID = [
    (SpokenTime(day=TOMORROW, clock=EIGHT), on_the_clock("2026-11-23T08:00")),
    (SpokenTime(day=TOMORROW, part=DayPart.EVENING, clock=EIGHT), on_the_clock("2026-11-23T20:00")),
    (SpokenTime(day=TOMORROW, part=DayPart.MORNING, clock=EIGHT), on_the_clock("2026-11-23T08:00")),
    (SpokenTime(day=TODAY, part=DayPart.NIGHT, clock=time(12)), Missing.GONE),
    (SpokenTime(day=TOMORROW, part=DayPart.NIGHT, clock=time(1)), on_the_clock("2026-11-23T01:00")),
    (SpokenTime(day=TODAY, clock=EIGHT), on_the_clock("2026-11-22T20:00")),
    (SpokenTime(day=TODAY, part=DayPart.MORNING, clock=EIGHT), Missing.GONE),
    (SpokenTime(day=TODAY, clock=time(0)), Missing.GONE),
    (SpokenTime(day=date(2026, 11, 20), clock=EIGHT), Missing.GONE),
    (SpokenTime(day=date(2028, 11, 20), clock=EIGHT), Missing.DAY),
    (SpokenTime(clock=TEN), on_the_clock("2026-11-22T10:00")),
    (SpokenTime(clock=EVENING), on_the_clock("2026-11-22T20:00")),
    (SpokenTime(clock=EIGHT), Missing.HALF),
    (SpokenTime(part=DayPart.EVENING, clock=EIGHT), on_the_clock("2026-11-22T20:00")),
    (SpokenTime(part=DayPart.MORNING, clock=EIGHT), on_the_clock("2026-11-23T08:00")),
    (SpokenTime(day=TUESDAY), Missing.TIME),
    (SpokenTime(part=DayPart.EVENING), Missing.TIME),
    (SpokenTime(days=(6,)), Missing.TIME),
    (SpokenTime(), Missing.WHEN),
    (SpokenTime(seconds=7200), on_the_clock("2026-11-22T11:01")),
    (SpokenTime(seconds=5), Missing.WHEN),
    (SpokenTime(seconds=10**9), Missing.WHEN),
]


@pytest.mark.parametrize(("told", "expected"), SAID)
def test_what_was_said_is_a_moment_or_something_is_missing(
    told: SpokenTime, expected: datetime | Missing
) -> None:
    assert moment_of(told, NOW) == (expected if isinstance(expected, Missing) else Moment(expected))


def test_one_that_comes_again_begins_on_the_next_of_its_days() -> None:
    for days, clock, first in (
        ((6, 2), EIGHT, "2026-11-25T08:00"),
        ((6,), TEN, "2026-11-22T10:00"),
        ((6,), EIGHT, "2026-11-29T08:00"),
    ):
        expected = Moment(on_the_clock(first), tuple(sorted(days)))
        assert moment_of(SpokenTime(days=days, clock=clock), NOW) == expected


def test_where_the_time_zone_is_unknown_a_time_alone_finds_no_day() -> None:
    assert moment_of(SpokenTime(clock=TEN), NOW, knows_today=False) is Missing.DAY
    assert moment_of(SpokenTime(day=TOMORROW, clock=TEN), NOW, knows_today=False) == Moment(
        on_the_clock("2026-11-23T10:00")
    )


TIMES_SAID = st.builds(
    SpokenTime,
    day=st.none() | st.dates(date(2026, 11, 1), date(2027, 12, 31)),
    part=st.none() | st.sampled_from(DayPart),
    clock=st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    days=st.lists(st.integers(0, 6)).map(tuple),
    seconds=st.none() | st.integers(-100, 10**8),
)


@given(told=TIMES_SAID, now=st.datetimes(on_the_clock("2026-11-01T00:00"), on_the_clock("2027-01-01T00:00")))
def test_no_reminder_is_ever_set_in_the_past_nor_beyond_a_year(told: SpokenTime, now: datetime) -> None:
    moment = moment_of(told, now)

    if isinstance(moment, Moment):
        assert now < moment.at <= now + timedelta(days=367)
        assert not moment.days or moment.at.weekday() in moment.days
        assert (moment.at.second, moment.at.microsecond) == (0, 0)


@given(told=TIMES_SAID, more=TIMES_SAID)
def test_what_is_said_later_counts(told: SpokenTime, more: SpokenTime) -> None:
    together = told.with_more(more)

    if more.seconds is not None:
        assert together == more
    else:
        assert together.clock == (more.clock or told.clock)
        assert together.day == more.day if more.day else together.day in (None, told.day)
