"""What runs come to beside their sum: the longest one, the usual week, one month against the one before."""

from datetime import date, timedelta
from enum import StrEnum
from math import ceil
from typing import Final

from skill.conversation.shoes.asked_days import (
    AskedDays,
    asked_days,
    runs_of,
    runs_reach_beyond,
    sums_reach_beyond,
    tally_of,
)
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import (
    capitalised,
    exact_distance,
    pair_in_words,
    rounded_distance,
    span_in_words,
    time_of_run,
)
from skill.conversation.shoes.which_pair import WhichPair, find_pair
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.periods import Period, span_of
from skill.shoes.run import Run, RunKind
from skill.shoes.spans import Span, SpanKind, last_weeks, month_span, week_span
from skill.shoes.wear import NO_RUNS, Tally

USUAL_WEEKS: Final = 8
"""The average is that of so many weeks where no other days were named: as a forecast's."""
DAYS_IN_WEEK: Final = 7
DAYS_IN_MONTH: Final = 30.44
"""Days of a month on average."""


class Extreme(StrEnum):
    """Which run of several; the values are the ids of the `Extreme` slot."""

    LONGEST = "longest"
    SHORTEST = "shortest"


class Per(StrEnum):
    """What an average is of; the values are the ids of the `Per` slot."""

    WEEK = "week"
    MONTH = "month"
    RUN = "run"


class Compared(StrEnum):
    """What is held against the one before; the values are the ids of the `Compared` slot."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_PERIODS: Final = {
    Compared.WEEK: (Period.THIS_WEEK, Period.LAST_WEEK),
    Compared.MONTH: (Period.THIS_MONTH, Period.LAST_MONTH),
    Compared.YEAR: (Period.THIS_YEAR, Period.LAST_YEAR),
}


class LongestInWhichPair(WhichPair, name="longest-in-which-pair"):
    """Which pair's longest run is to be told."""

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Tell it."""
        return extreme_run(talk, Extreme.LONGEST, heard, None, asked_days(talk, None, None))


def extreme_run(
    talk: Talk, extreme: Extreme, heard: Slot | None, kind: RunKind | None, days: AskedDays
) -> Outcome:
    """The longest or the shortest run: of all, of some days, of a pair, of a kind.

    Args:
        talk: the turn.
        extreme: which of them.
        heard: the pair; None for any.
        kind: of the run; None for any.
        days: in which it was.
    """
    shoe = find_pair(talk, heard, LongestInWhichPair()) if heard else None
    runs = [run for run in runs_of(talk, days, shoe) if kind is None or run.kind is kind]
    if not runs:
        period_said = days.said or talk.line("shoes.records.at_all")
        return say_about_shoes(talk, talk.line("shoes.records.none", period=period_said))
    pick = max if extreme is Extreme.LONGEST else min
    run = pick(runs, key=lambda one: (one.metres, one.at))
    where = f" {days.said}" if days.said else ""
    which = talk.line(f"shoes.records.{extreme}", period=where)
    talk.speak_of_run(run.id)
    text = talk.line("shoes.records.run", which=which, run=_run_in_words(talk, run))
    if runs_reach_beyond(talk, days):
        text = f"{text} {talk.line('shoes.records.newest_only')}"
    return say_about_shoes(talk, text)


def extreme_span(talk: Talk, extreme: Extreme, per: Per, period: Period | None, span: Span | None) -> Outcome:
    """The week or the month with the most or the fewest metres among those with a run.

    Args:
        talk: the turn.
        extreme: which of them.
        per: a week or a month.
        period: in which it was; None for any days.
        span: the days in which it was, where they were named by a date.
    """
    days = asked_days(talk, period, span)
    tallies: dict[Span, Tally] = {}
    for run in runs_of(talk, days):
        of_run = week_span(run.day) if per is Per.WEEK else month_span(run.day)
        tallies[of_run] = tallies.get(of_run, NO_RUNS).plus(Tally(run.metres, 1))
    if not tallies:
        period_said = days.said or talk.line("shoes.records.at_all")
        return say_about_shoes(talk, talk.line("shoes.records.none", period=period_said))
    pick = max if extreme is Extreme.LONGEST else min
    best = pick(tallies, key=lambda one: (tallies[one].metres, one.first))
    where = f" {days.said}" if days.said else ""
    text = talk.line(
        "shoes.records.span",
        which=talk.line(f"shoes.records.{extreme}_{per}", period=where),
        when=span_in_words(talk, best),
        distance=rounded_distance(talk, tallies[best].metres),
        runs=talk.line("shoes.telling.runs", count=tallies[best].runs),
    )
    if runs_reach_beyond(talk, days):
        text = f"{text} {talk.line('shoes.records.newest_only')}"
    return say_about_shoes(talk, text)


def average(talk: Talk, per: Per, period: Period | None, span: Span | None) -> Outcome:
    """How far a usual week, month or run is: of eight weeks as far as known, or of the days named."""
    now = talk.place_settings.read_local_time()
    days = asked_days(talk, period, span)
    if days.span is None:
        weeks = last_weeks(USUAL_WEEKS, now.date())
        known = _days_known(talk, AskedDays(weeks, ""), now.date())
        weeks = last_weeks(min(max(ceil(known / DAYS_IN_WEEK), 1), USUAL_WEEKS), now.date())
        days = AskedDays(weeks, span_in_words(talk, weeks))
    tally, known = tally_of(talk, days), _days_known(talk, days, now.date())
    if not tally.runs or known <= 0:
        return say_about_shoes(talk, talk.line("shoes.telling.not_in_period", period=days.said))
    if sums_reach_beyond(talk, days):
        return say_about_shoes(talk, talk.line("shoes.telling.too_long_ago", period=days.said))
    parts = {
        Per.RUN: tally.runs,
        Per.WEEK: max(known / DAYS_IN_WEEK, 1),
        Per.MONTH: max(known / DAYS_IN_MONTH, 1),
    }[per]
    text = talk.line(
        f"shoes.records.average.{per}",
        distance=rounded_distance(talk, round(tally.metres / parts)),
        runs=talk.line("shoes.telling.runs", count=tally.runs),
        period=days.said,
    )
    return say_about_shoes(talk, capitalised(text))


def compare(talk: Talk, compared: Compared) -> Outcome:
    """This week, month or year against the one before, and against as much of that as is over of this one."""
    today = talk.place_settings.read_local_time().date()
    now, before = (asked_days(talk, period, None) for period in _PERIODS[compared])
    this, last = tally_of(talk, now), tally_of(talk, before)
    if not this.runs and not last.runs:
        return say_about_shoes(talk, talk.line("shoes.telling.not_in_period", period=now.said))
    text = talk.line(
        "shoes.records.compared",
        now=now.said,
        before=before.said,
        distance=_sum_in_words(talk, this),
        other=_sum_in_words(talk, last),
    )
    by_then = _as_far(before.span, span_of(_PERIODS[compared][0], today), today)
    as_far = AskedDays(by_then, "")
    if by_then and last.runs and not runs_reach_beyond(talk, as_far):
        metres = sum(run.metres for run in runs_of(talk, as_far))
        line = "ahead" if this.metres > metres else "behind" if this.metres < metres else "level"
        difference = rounded_distance(talk, abs(this.metres - metres))
        text = f"{text} {talk.line(f'shoes.records.{line}', difference=difference, before=before.said)}"
    return say_about_shoes(talk, capitalised(text))


def compare_months(talk: Talk, one: int, two: int) -> Outcome:
    """One month against another, each the latest that has begun."""
    now = talk.place_settings.read_local_time()
    days = [
        asked_days(talk, None, month_span(now.date().replace(month=month, day=1))) for month in (one, two)
    ]
    first, second = (_sum_in_words(talk, tally_of(talk, month)) for month in days)
    text = talk.line(
        "shoes.records.compared", now=days[0].said, before=days[1].said, distance=first, other=second
    )
    return say_about_shoes(talk, capitalised(text))


def _as_far(before: Span | None, now: Span, today: date) -> Span | None:
    """As many days of the span before as are over of the one that is under way."""
    if before is None:
        return None
    last = before.first + timedelta(days=(today - now.first).days)
    return Span(SpanKind.SINCE, before.first, min(last, before.last))


def _days_known(talk: Talk, days: AskedDays, today: date) -> int:
    """How many of the days have been, from the runner's first run on."""
    if days.span is None:
        raise ValueError("an average is one of days")
    first, last = days.span.first, min(days.span.last, today)
    recent = talk.shoes.recent
    if recent.complete_since is None and recent.runs:
        first = max(first, min(run.day for run in recent.runs))
    return (last - first).days + 1


def _run_in_words(talk: Talk, run: Run) -> str:
    shoe = talk.shoes.rotation.find(run.shoe)
    line = "run_when_in" if shoe else "run_when"
    return talk.line(
        f"shoes.records.{line}",
        distance=exact_distance(talk, run.metres),
        when=time_of_run(talk, run.at),
        pair=pair_in_words(talk, shoe) if shoe else "",
    )


def _sum_in_words(talk: Talk, tally: Tally) -> str:
    if not tally.runs:
        return talk.line("shoes.records.nothing")
    runs = talk.line("shoes.telling.runs", count=tally.runs)
    return talk.line("shoes.records.sum", distance=rounded_distance(talk, tally.metres), runs=runs)
