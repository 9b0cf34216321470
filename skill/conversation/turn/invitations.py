"""What stands at the end of a reply when nothing else is asked."""

from skill.conversation.turn.question import InRoutine, Invitation, OpenQuestion
from skill.conversation.turn.reply import Outcome, Reply
from skill.conversation.turn.talk import Talk


def end_quietly(talk: Talk) -> Reply:
    """End the session of who wants nothing more, without the farewell of who said goodbye."""
    return talk.end(talk.line("walkthrough.until_then"))


class WhatNext(Invitation, name="what-next"):
    """Which routine, or anything else.

    Attributes:
        text: how it is asked; empty for the usual words.
    """

    text: str = ""

    def named_answers(self) -> tuple[str, ...]:
        """The routines."""
        return ("post_run", "pre_run")

    def yes(self, talk: Talk) -> Outcome:
        """Ask which."""
        return talk.ask(self)

    def no(self, talk: Talk) -> Outcome:
        """Then that was all."""
        return end_quietly(talk)

    def words(self, talk: Talk) -> str:
        """The question in full."""
        return self.text or talk.line("prompts.what_next")


class AnythingElse(Invitation, name="anything-else"):
    """Whether there is more, after something about the shoes or the runs."""

    def named_answers(self) -> tuple[str, ...]:
        """What is mostly wanted, and that it was all."""
        return ("which_shoes", "post_run", "no")

    def yes(self, talk: Talk) -> Outcome:
        """Ask what."""
        return talk.ask(WhatNext())

    def no(self, talk: Talk) -> Outcome:
        """Then that was all."""
        return end_quietly(talk)

    def words(self, talk: Talk) -> str:
        """The question in two words."""
        return talk.line("shoes.anything_else")


class Choice(InRoutine, OpenQuestion, name="choice"):
    """One of several things that can be said, each of which has its meaning by itself.

    Attributes:
        text: what there is to choose from, as it was said.
    """

    waits = False

    text: str

    def again(self, talk: Talk) -> str:  # noqa: ARG002 - the words are its own
        """The choice once more."""
        return self.text
