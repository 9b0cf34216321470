"""How steadily the runner stretches, and whether both sides get the same."""

from datetime import datetime
from typing import Final

from skill.coach.ledger import Held, of_side
from skill.coach.stretch_habits import (
    HABIT,
    habitually_left_out,
    in_a_row,
    practices_between,
    runs_followed,
    weeks_in_a_row,
)
from skill.content.exercise import RoutineName, Side
from skill.conversation.memory.stretch_pages import STRETCHES
from skill.conversation.stretching.exercise_names import exercise_names
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.periods import Period, days_of
from skill.shoes.wear import month_of
from skill.speech.numbers import duration_in_words

UNEVEN_FROM: Final = 60
"""Seconds by which one side must have had less in a month before that is called less: three holds."""


def progress(talk: Talk) -> Outcome:
    """How steadily runs were followed by stretches, or weeks by weeks, and what is always left out."""
    talk.needs(STRETCHES)
    if not talk.stretches.recent:
        return talk.say(talk.line("stretch_log.never"), invitation=AnythingElse())
    now = talk.place_settings.read_local_time()
    parts = [steadiness(talk, now), this_week(talk, now)]
    never = habitually_left_out(talk.stretches.recent, RoutineName.POST_RUN)
    names = exercise_names(talk, (exercise for exercise in talk.exercises if exercise in never))
    if names:
        parts.append(talk.line("stretch_log.always_left_out", exercises=names, count=HABIT))
    return talk.say(" ".join(part for part in parts if part), invitation=AnythingElse())


def steadiness(talk: Talk, now: datetime) -> str:
    """After how many of the last runs there were stretches; with no runs known, how many weeks running."""
    practices = talk.stretches.recent
    runs = talk.shoes.recent.runs if talk.shoes.readable else ()
    followed = runs_followed([run.day for run in runs], practices, now)
    after = sum(followed)
    if after:
        row = in_a_row(followed)
        if row == len(followed) and row > 1:
            return talk.line("stretch_log.after_each", count=row)
        text = talk.line("stretch_log.after_runs", after=after, count=len(followed))
        return text if after == len(followed) else f"{text} {talk.line('stretch_log.rest_days')}"
    if followed:
        return talk.line("stretch_log.after_none", count=len(followed))
    weeks = weeks_in_a_row(practices, now)
    return talk.line("stretch_log.weeks", count=weeks) if weeks > 1 else ""


def this_week(talk: Talk, now: datetime) -> str:
    """How often there was a practice this week."""
    first, last = days_of(Period.THIS_WEEK, now.date())
    count = len(practices_between(talk.stretches.recent, first, last, now))
    return talk.line("stretch_log.this_week", count=count) if count else talk.line("stretch_log.week_empty")


def balance(talk: Talk) -> Outcome:
    """Whether one side had less this month."""
    talk.needs(STRETCHES)
    now = talk.place_settings.known_local_time()
    held = talk.stretches.told.sums.in_months(month_of(now.date())).held
    sides = {side: of_side(held, side) for side in Side}
    if not any(sides.values()):
        return talk.say(talk.line("stretch_log.no_sides"), invitation=AnythingElse())
    text = uneven_in_words(talk, held) or talk.line("stretch_log.even", time=_time(talk, max(sides.values())))
    return talk.say(text, invitation=AnythingElse())


def uneven_in_words(talk: Talk, held: Held) -> str:
    """Which side has had less, and by how much; empty where they are about even."""
    less = min(Side, key=lambda side: of_side(held, side))
    missing = abs(of_side(held, Side.LEFT) - of_side(held, Side.RIGHT))
    if missing < UNEVEN_FROM:
        return ""
    side = talk.line(f"sides.{less}")
    return talk.line("stretch_log.uneven", side=side, time=_time(talk, missing))


def _time(talk: Talk, seconds: float) -> str:
    return duration_in_words(talk.phrasebook, seconds)
