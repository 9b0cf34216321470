"""What practices have in common: what is always left out, and how steadily runs are followed by stretches."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import Final

from skill.coach.stretch_log import Practice
from skill.content.exercise import RoutineName

HABIT: Final = 3
"""Times running that make a habit."""
NIGHT_OVER: Final = 5
"""Hour of the next morning until which a practice still belongs to the run of the day before."""
RUNS_LOOKED_AT: Final = 6


def habitually_left_out(practices: Sequence[Practice], routine: RoutineName) -> frozenset[str]:
    """Ids of the exercises that were left out of this routine each of the last three times.

    Args:
        practices: newest first; single exercises say nothing about a routine.
        routine: which.
    """
    whole = [one for one in practices if one.routine is routine and len(one.done) + len(one.left_out) > 1]
    if len(whole) < HABIT:
        return frozenset()
    return frozenset.intersection(*(frozenset(one.left_out) for one in whole[:HABIT]))


def practices_between(
    practices: Iterable[Practice], first: date, last: date, now: datetime
) -> list[Practice]:
    """The practices of these days, both included, by the calendar of the time zone that `now` is in."""
    return [one for one in practices if first <= one.at.astimezone(now.tzinfo).date() <= last]


def runs_followed(run_days: Iterable[date], practices: Iterable[Practice], now: datetime) -> tuple[bool, ...]:
    """Of the newest runs whether each was followed by post-run stretches, the newest first, six at most.

    A run is followed by what was done on its day or before the next morning. One whose night is not over is
    left out until it is.

    Args:
        run_days: the runner's own days, newest first.
        practices: the newest practices.
        now: in the runner's time zone.
    """
    stretched = set()
    for practice in practices:
        at = practice.at.astimezone(now.tzinfo)
        if practice.routine is RoutineName.POST_RUN:
            stretched.add(at.date())
            if at.hour < NIGHT_OVER:
                stretched.add(at.date() - timedelta(days=1))
    still_to_come = (now - timedelta(hours=NIGHT_OVER)).date()
    followed = [day in stretched for day in run_days if day in stretched or day < still_to_come]
    return tuple(followed[:RUNS_LOOKED_AT])


def in_a_row(followed: Iterable[bool]) -> int:
    """How many of the newest runs were followed, none between them left out."""
    return sum(1 for _ in takewhile(bool, followed))


def weeks_in_a_row(practices: Iterable[Practice], now: datetime) -> int:
    """In how many weeks running there was a practice, as far back as the practices go.

    A week begins on Monday (ISO 8601). One that has just begun breaks nothing.
    """
    days = [practice.at.astimezone(now.tzinfo).date() for practice in practices]
    weeks = {day - timedelta(days=day.weekday()) for day in days}
    week = now.date() - timedelta(days=now.weekday())
    if week not in weeks:
        week -= timedelta(days=7)
    count = 0
    while week in weeks:
        count, week = count + 1, week - timedelta(days=7)
    return count
