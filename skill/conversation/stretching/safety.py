"""Red flags, and what a doctor has to say: nothing is coached, and nothing of it is kept."""

from skill.conversation.stretching.performing import wait
from skill.conversation.turn.invitations import AnythingElse, WhatNext
from skill.conversation.turn.question import Invitation
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk


class AllRight(Invitation, name="all-right"):
    """Whether the runner is all right, after what may be an emergency. No exercise is offered."""

    def yes(self, talk: Talk) -> Outcome:
        """Good: the runner says when to go on."""
        if talk.resumable:
            return wait(talk, talk.resumable, talk.line("safety.resting"))
        return talk.ask(WhatNext(), talk.line("safety.nothing_under_way"))

    def no(self, talk: Talk) -> Outcome:
        """Say once more who can help."""
        return talk.ask(self, talk.line("safety.emergency"))

    def ready(self, talk: Talk) -> Outcome:
        """Good, but that is no word for going on."""
        return self.yes(talk)


def emergency(talk: Talk) -> Outcome:
    """Stop the count, and say who can help, ahead of which nothing is said; what was asked before is left."""
    talk.open_questions, talk.notice = (), ""
    return talk.ask(AllRight(), talk.line("safety.emergency"))


def ask_doctor(talk: Talk) -> Outcome:
    """Send to those who know; a routine waits."""
    text = talk.line("safety.ask_doctor")
    if talk.resumable:
        return wait(talk, talk.resumable, f"{text} {talk.line('safety.waits_for_doctor')}")
    return talk.say(text, invitation=AnythingElse())
