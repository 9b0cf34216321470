"""Opening the skill and leaving it."""

from dataclasses import replace
from datetime import timedelta

from skill.conversation.shoes.life_notices import announce_stages
from skill.conversation.stretching.place_left import offer_place_left
from skill.conversation.stretching.rating import HowFelt, rating_is_due
from skill.conversation.turn.invitations import WhatNext
from skill.conversation.turn.reply import Reply
from skill.conversation.turn.talk import Talk

BACK_FROM_A_RUN = timedelta(hours=3)
"""From so long after a pre-run routine the coach asks about the run at opening; sooner, the runner more
likely comes to stretch, and is asked when that is done."""


def launch(talk: Talk) -> Reply:
    """Open the skill: offer what was left unfinished, else ask which routine."""
    sessions = talk.profile.sessions
    talk.profile = replace(talk.profile, sessions=sessions + 1)
    left = offer_place_left(talk)
    if left:
        return left
    last = talk.profile.last_pre_run
    if last and rating_is_due(talk) and talk.turn.at - last.at >= BACK_FROM_A_RUN:
        question = HowFelt()
        return talk.ask(question, f"{talk.line('opening.welcome_back')} {question.words(talk)}")
    text = talk.line("opening.again" if sessions else "opening.first")
    text = f"{announce_stages(talk)} {text}".strip()
    return talk.ask(WhatNext(), text, reprompt=talk.line("opening.reprompt"))


def leave(talk: Talk) -> Reply:
    """The session ended without a word: the place is kept, and nothing will be heard."""
    talk.leaving = True
    return talk.end("")
