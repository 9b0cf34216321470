"""Opening the skill and leaving it."""

from dataclasses import replace
from datetime import timedelta

from skill.conversation.shoes.life_notices import announce_stages
from skill.conversation.stretching.exercise_names import place_in_words
from skill.conversation.stretching.performing import FineToGoOn, resume_if_any
from skill.conversation.stretching.rating import HowFelt, rating_is_due
from skill.conversation.turn.invitations import WhatNext
from skill.conversation.turn.question import Invitation
from skill.conversation.turn.reply import Outcome, Reply
from skill.conversation.turn.talk import Talk

BACK_FROM_A_RUN = timedelta(hours=3)
"""From so long after a pre-run routine the coach asks about the run at opening; sooner, the runner more
likely comes to stretch, and is asked when that is done."""


class ResumeOffered(Invitation, name="resume-offered"):
    """Whether to take up the walkthrough that was left."""

    def yes(self, talk: Talk) -> Outcome:
        """Take it up."""
        return resume_if_any(talk)

    def no(self, talk: Talk) -> Outcome:
        """Start afresh."""
        if talk.walkthrough:
            talk.walkthrough = talk.walkthrough.finish(talk.turn.at)
        return talk.ask(WhatNext(), talk.line("answers.start_afresh"))

    def ready(self, talk: Talk) -> Outcome:
        """Take it up."""
        return resume_if_any(talk)


def launch(talk: Talk) -> Reply:
    """Open the skill: offer what was left unfinished, else ask which routine."""
    sessions = talk.profile.sessions
    talk.profile = replace(talk.profile, sessions=sessions + 1)
    walkthrough = talk.resumable
    if walkthrough and walkthrough.stopped_for_safety:
        place = place_in_words(talk, walkthrough)
        return talk.ask(FineToGoOn(), talk.line("safety.stopped_before", place=place))
    if walkthrough:
        text = talk.line("opening.unfinished", place=place_in_words(talk, walkthrough))
        return talk.ask(ResumeOffered(), text, reprompt=talk.line("opening.unfinished_reprompt"))
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
