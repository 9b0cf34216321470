"""What is said of the log at a routine's end: now and then, and not the same each time."""

from datetime import datetime, timedelta
from typing import Final

from skill.coach.stretch_habits import HABIT, practices_between, runs_followed
from skill.coach.stretch_log import Practice
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import RoutineName
from skill.conversation.memory.stretch_pages import STRETCHES
from skill.conversation.stretching.stretch_progress import uneven_in_words
from skill.conversation.turn.talk import Talk
from skill.shoes.periods import Period, days_of
from skill.shoes.wear import month_of
from skill.value import replace

REMARK_AGAIN: Final = timedelta(days=2)
"""So long after a remark nothing is said of the log: who stretches every day hears one every other day."""
BALANCE_AGAIN: Final = timedelta(days=7)
"""So long that one side gets less is not said again."""


def remark(talk: Talk, walkthrough: Walkthrough) -> str:
    """What is worth saying of the log when this walkthrough ends; mostly nothing.

    Said again where the same end is performed again, since the words ahead of it may not have been heard.
    """
    told, begun_at = talk.stretches.told, walkthrough.begun_at
    whole = len(walkthrough.intended) > 1
    if not whole or not talk.remembers or STRETCHES in talk.unreadable:
        return ""
    if told.remarked and told.remarked != begun_at and begun_at - told.remarked < REMARK_AGAIN:
        return ""
    now = talk.place_settings.known_local_time()
    others = [one for one in talk.stretches.recent if one.at != begun_at]
    this = Practice("", begun_at, "", "", walkthrough.plan.routine.name, {})
    practices = [this, *others]
    uneven = _uneven(talk, begun_at, now)
    if uneven:
        talk.stretches.told = replace(told, remarked=begun_at, balanced=begun_at)
        return uneven
    week, runs = _this_week(talk, practices, now), _after_runs(talk, practices, now)
    text = (week or runs) if len(others) % 2 else (runs or week)
    if text:
        talk.stretches.told = replace(told, remarked=begun_at)
    return text


def _uneven(talk: Talk, begun_at: datetime, now: datetime) -> str:
    balanced = talk.stretches.told.balanced
    if balanced and balanced != begun_at and begun_at - balanced < BALANCE_AGAIN:
        return ""
    return uneven_in_words(talk, talk.stretches.told.sums.in_months(month_of(now.date())).held)


def _this_week(talk: Talk, practices: list[Practice], now: datetime) -> str:
    first, last = days_of(Period.THIS_WEEK, now.date())
    count = len(practices_between(practices, first, last, now))
    return talk.line("stretch_log.remark_week", count=count) if count > 1 else ""


def _after_runs(talk: Talk, practices: list[Practice], now: datetime) -> str:
    if practices[0].routine is not RoutineName.POST_RUN or not talk.shoes.readable:
        return ""
    followed = runs_followed([run.day for run in talk.shoes.recent.runs], practices, now)
    after = sum(followed)
    if after < HABIT:
        return ""
    if after == len(followed):
        return talk.line("stretch_log.remark_each", count=after)
    return talk.line("stretch_log.remark_runs", after=after, count=len(followed))
