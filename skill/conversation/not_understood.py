"""Words that mean nothing here: said so, or asked whether something like them was meant."""

from typing import Final

from skill.coach.walkthrough import Walkthrough
from skill.conversation.stretching.exercise_names import count_in_words
from skill.conversation.stretching.performing import Ready, resume, wait
from skill.conversation.turn.invitations import Choice, WhatNext
from skill.conversation.turn.question import InRoutine, Invitation, Question
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance

LONGEST_GUESS: Final = 140
"""Characters of a guess that is asked about: more than a breath of words nobody can say yes to."""


class DidYouMean(InRoutine, name="did-you-mean"):
    """Whether something like the words that were not understood was meant.

    Only a speaker on the runner's own machine guesses. On a yes it sends what it guessed, which like
    everything else that is said leaves this question behind.

    Attributes:
        guess: words that are understood.
    """

    waits = False  # asked once: whoever says something else meant that
    about_a_run = True  # "no, ten" is about the guess, and about no run of before

    guess: str

    def yes(self, talk: Talk) -> Outcome:
        """What was guessed has not come with it: ask for it once more."""
        return talk.ask(Choice(talk.line("helping.once_more")))

    def no(self, talk: Talk) -> Outcome:
        """Go on with what was going on: the routine, or what was asked before."""
        if self.in_routine and talk.resumable:
            return resume(talk, talk.resumable, talk.line("helping.not_meant"))
        before = _open_before(talk)
        if before and not isinstance(before, Invitation):
            return talk.ask(before, f"{talk.line('helping.not_meant')} {before.again(talk)}")
        return talk.ask(before or WhatNext(), talk.line("helping.other_words"))

    def never_mind(self, talk: Talk) -> Outcome:
        """It was not meant; nobody who says so wants to be left."""
        return self.no(talk)

    def other_pair(self, talk: Talk, heard: Slot) -> Outcome:  # noqa: ARG002 - the guess is wrong as a whole
        """Part of it was another: all of it is asked for once more."""
        return self.yes(talk)

    def other_distance(self, talk: Talk, distance: SpokenDistance) -> Outcome:  # noqa: ARG002 - as above
        """As of a pair."""
        return self.yes(talk)

    def other_day(self, talk: Talk, day: Day) -> Outcome:  # noqa: ARG002 - as above
        """As of a pair."""
        return self.yes(talk)

    def values(self, talk: Talk) -> dict[str, str | int]:  # noqa: ARG002 - the words are its own
        """The words."""
        return {"guess": self.guess}


def not_understood(talk: Talk, guess: str | None = None) -> Outcome:
    """Say so and ask again, or wait where a routine sounded; with a guess, ask whether that was meant.

    Words in a hold may have been for somebody else, or a cry: nobody is counted on into that. After a red
    flag nothing is guessed.

    Args:
        talk: the turn.
        guess: words that are understood and perhaps were meant; None for none.
    """
    held_back = any(one.holds_back for one in talk.open_questions)
    if guess and len(guess) <= LONGEST_GUESS and not held_back:
        return _ask_whether_meant(talk, guess)
    if talk.interrupted and talk.resumable:
        return _wait(talk, talk.resumable)
    if talk.asked:
        return talk.ask(talk.asked, f"{talk.line('helping.sorry')} {talk.asked.again(talk)}")
    return talk.ask(WhatNext(), talk.line("helping.not_understood"))


def _wait(talk: Talk, walkthrough: Walkthrough) -> Outcome:
    count = talk.counted is not None and walkthrough.place.count
    where = count_in_words(talk, walkthrough) if count else talk.line("place.here")
    text = f"{talk.line('helping.sorry')} {talk.line('walkthrough.we_wait', where=where)}"
    reprompt = talk.line("walkthrough.we_wait_reprompt")
    return wait(talk, walkthrough, text, reprompt=reprompt, unasked=True)


def goes_on(talk: Talk) -> bool:
    """Whether a routine goes on by itself behind what is said now: it sounded, or waited for an answer."""
    if isinstance(talk.asked, Ready) or talk.asked is None:
        return talk.interrupted
    return talk.interrupted or talk.asked.keeps_position()


def _ask_whether_meant(talk: Talk, guess: str) -> Outcome:
    """Ask; the question that was open before stays known, also one that does not wait any more."""
    before = _open_before(talk)
    talk.set_aside = None if before is None or _waits(talk, before) else before
    return talk.ask(DidYouMean(guess, in_routine=goes_on(talk)))


def _open_before(talk: Talk) -> Question | None:
    """The question that was asked last before any guess: one that was set aside for it, else the newest."""
    others = [one for one in talk.open_questions if not isinstance(one, DidYouMean)]
    set_aside = [one for one in others if not _waits(talk, one)] if talk.asked not in others else []
    return next(iter([*set_aside, *others]), None)


def _waits(talk: Talk, question: Question) -> bool:
    return question.waits and question.still_open(talk)
