"""How a runner is greeted, by what is known of their day."""

from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Final

from skill.content.exercise import RoutineName
from skill.conversation.shoes.life_notices import announce_stages
from skill.conversation.shoes.shoe_words import capitalised, exact_distance
from skill.conversation.stretching.rating import rating_is_due
from skill.conversation.turn.talk import Talk

BACK_FROM_A_RUN: Final = timedelta(hours=3)
"""From so long after a pre-run routine the coach asks about the run at opening; sooner, the runner more
likely comes to stretch, and is asked when that is done."""
SHORTEST_RUN: Final = timedelta(minutes=20)
"""Who opens the skill sooner after a pre-run routine has hardly been out."""
KNOWN_BY_HEART: Final = 9
"""Sessions after which the question is shortened: who has heard it so often knows what is asked."""

MORNING, AFTERNOON, EVENING, NIGHT = 5, 12, 17, 22
"""The hours at which these begin."""


class Greeting(Enum):
    """What is asked behind a greeting."""

    BACK_OR_GOING = auto()
    BACK = auto()
    HOW_FELT = auto()


def greeting_for(talk: Talk, sessions: int) -> tuple[Greeting, str]:
    """What is asked at the opening, and the words.

    Args:
        talk: the turn; the stages of pairs that the words announce are noted.
        sessions: how often the skill was opened before.

    Returns:
        The words without the question where that is how the feet felt, with it otherwise.
    """
    pre_run = talk.profile.last_pre_run
    since = talk.turn.at - pre_run.at if pre_run else None
    if since is not None and since >= BACK_FROM_A_RUN and rating_is_due(talk):
        return Greeting.HOW_FELT, talk.line("opening.welcome_back")
    notices = announce_stages(talk)
    if not sessions:
        return Greeting.BACK_OR_GOING, f"{notices} {talk.line('opening.first')}".strip()
    greeting, text = _by_the_day(talk, known=sessions >= KNOWN_BY_HEART)
    return greeting, f"{notices} {text}".strip()


def _by_the_day(talk: Talk, *, known: bool) -> tuple[Greeting, str]:
    """The greeting of somebody who has been here, by the run of today or yesterday, else by the hour."""
    now = talk.place_settings.read_local_time()
    run = next(iter(talk.shoes.recent.runs), None) if talk.shoes.readable else None
    if run and run.day == now.date() and not _stretched_since(talk, run.at):
        return Greeting.BACK, talk.line("opening.ran_today", distance=exact_distance(talk, run.metres))
    pre_run = talk.profile.last_pre_run
    out = pre_run is not None and SHORTEST_RUN <= talk.turn.at - pre_run.at < BACK_FROM_A_RUN
    if pre_run and out and not _stretched_since(talk, pre_run.at):
        return Greeting.BACK, talk.line("opening.back_already")
    if run and run.day == now.date() - timedelta(days=1):
        text = talk.line("opening.ran_yesterday", distance=capitalised(exact_distance(talk, run.metres)))
        return Greeting.BACK_OR_GOING, text
    line = "opening.known" if known else "opening.again"
    return Greeting.BACK_OR_GOING, talk.line(line, greeting=talk.line(f"opening.hello.{_part_of_day(now)}"))


def _stretched_since(talk: Talk, at: datetime) -> bool:
    """Whether the runner has done post-run stretches since this moment."""
    return any(one.routine is RoutineName.POST_RUN and one.at >= at for one in talk.stretches.recent)


def _part_of_day(now: datetime) -> str:
    if MORNING <= now.hour < AFTERNOON:
        return "morning"
    if AFTERNOON <= now.hour < EVENING:
        return "afternoon"
    return "evening" if EVENING <= now.hour < NIGHT else "night"
