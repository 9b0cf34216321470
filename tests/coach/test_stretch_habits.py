"""What is always left out, and how steadily runs are followed by stretches."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from skill.coach.ledger import Held
from skill.coach.stretch_habits import (
    habitually_left_out,
    in_a_row,
    practices_between,
    runs_followed,
    weeks_in_a_row,
)
from skill.coach.stretch_log import Practice
from skill.content.exercise import RoutineName

NOW = datetime(2026, 11, 25, 20, tzinfo=UTC)
"""A Wednesday evening."""
HELD: Held = {("toes-on-wall", None): 40, ("butt-to-heel", None): 40}


def practice(
    days_ago: float, *left_out: str, routine: RoutineName = RoutineName.POST_RUN, hour: int = 18
) -> Practice:
    at = (NOW - timedelta(days=days_ago)).replace(hour=hour)
    return Practice(f"{days_ago}", at, "", "2026-11", routine, HELD, left_out)


def days(*ago: int) -> list[date]:
    return [(NOW - timedelta(days=each)).date() for each in ago]


def test_what_was_left_out_three_times_running_is_left_out_always() -> None:
    three = [
        practice(1, "bottle-roll"),
        practice(2, "sole-massage", "bottle-roll"),
        practice(3, "bottle-roll"),
    ]

    assert habitually_left_out(three, RoutineName.POST_RUN) == {"bottle-roll"}
    assert habitually_left_out(three[:2], RoutineName.POST_RUN) == frozenset()
    assert habitually_left_out([practice(0), *three], RoutineName.POST_RUN) == frozenset()
    assert habitually_left_out(three, RoutineName.PRE_RUN) == frozenset()


def test_a_run_is_followed_by_what_was_done_on_its_day_or_before_the_next_morning() -> None:
    late_at_night = practice(3, hour=1)

    assert runs_followed(days(1, 2, 4), [practice(1), late_at_night], NOW) == (True, False, True)
    assert runs_followed(days(1), [practice(0, hour=9)], NOW) == (False,)
    assert runs_followed(days(1), [practice(1, routine=RoutineName.PRE_RUN)], NOW) == (False,)


def test_rest_days_break_nothing_and_the_run_of_today_has_time_until_tomorrow() -> None:
    stretched = [practice(2), practice(9), practice(20)]

    assert runs_followed(days(0, 2, 9, 20), stretched, NOW) == (True, True, True)
    assert in_a_row(runs_followed(days(2, 9, 15, 20), stretched, NOW)) == 2


def test_without_runs_the_weeks_in_a_row_are_counted() -> None:
    assert weeks_in_a_row([practice(0), practice(6), practice(13), practice(27)], NOW) == 3
    assert weeks_in_a_row([practice(6)], NOW) == 1
    assert weeks_in_a_row([practice(27)], NOW) == 0


def test_a_day_is_one_of_the_runners_calendar() -> None:
    west = NOW.astimezone(ZoneInfo("America/Los_Angeles"))
    two_days_ago = (days(2)[0], days(2)[0])
    just_after_midnight_utc = practice(1, hour=1)

    assert practices_between([just_after_midnight_utc], *two_days_ago, west) == [just_after_midnight_utc]
