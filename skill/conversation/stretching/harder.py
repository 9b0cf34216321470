"""More for whom it was easy: longer holds, more repetitions, or the stronger way; offered, never assumed."""

from collections.abc import Mapping
from typing import Any

from skill.coach.preferences import HOLD_STEP, LONGEST_HOLD
from skill.content.exercise import DoseKind, Form
from skill.conversation.stretching.coaching_settings import (
    MOST_REPETITIONS,
    adjust,
    hold_now,
    set_hold,
)
from skill.conversation.stretching.exercise_names import exercise_name
from skill.conversation.stretching.more_of_this import place_meant
from skill.conversation.stretching.pain import Halted
from skill.conversation.turn.question import SettingOffered
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.speech.numbers import duration_in_words
from skill.value import replace


class LongerHoldsOffered(SettingOffered, name="longer-holds-offered"):
    """Whether holds are to be this long.

    Attributes:
        seconds: how long.
    """

    seconds: int

    def yes(self, talk: Talk) -> Outcome:
        """Make them so long."""
        return set_hold(talk, self.seconds)

    def no(self, talk: Talk) -> Outcome:
        """Leave them as they are."""
        return talk.say(talk.line("answers.as_it_is"))

    def values(self, talk: Talk) -> Mapping[str, str]:
        """The time."""
        return {"time": duration_in_words(talk.phrasebook, self.seconds)}


class MoreRepetitionsOffered(SettingOffered, name="more-repetitions-offered"):
    """Whether there are to be so many repetitions.

    Attributes:
        count: how many.
    """

    count: int

    def yes(self, talk: Talk) -> Outcome:
        """Do so many from now on."""
        changes: dict[str, Any] = {"repetitions": self.count}
        text = talk.line("adjusting.repetitions", count=self.count)
        return adjust(talk, replace(talk.profile.preferences, **changes), text)

    def no(self, talk: Talk) -> Outcome:
        """Leave them as they are."""
        return talk.say(talk.line("answers.as_it_is"))

    def values(self, talk: Talk) -> Mapping[str, int]:  # noqa: ARG002 - the number is its own
        """How many."""
        return {"count": self.count}


def too_easy(talk: Talk) -> Outcome:
    """Offer what makes the exercise harder that is meant; with none under way, longer holds."""
    walkthrough, asked = talk.resumable, {"in_routine": talk.interrupted}
    if isinstance(talk.asked, Halted):  # "it's nothing", of a pain
        return talk.ask(talk.asked)
    if walkthrough is None:
        return _offer_longer_holds(talk, hold_now(talk), in_routine=False)
    place = place_meant(talk, walkthrough)
    step = walkthrough.plan.routine.steps[place.step]
    here = place.step == walkthrough.place.step
    if here and step.form is not Form.STRONGER and Form.STRONGER in step.exercise.forms:
        return talk.say(talk.line("harder.stronger_way"))
    bout = step.bouts(walkthrough.plan.preferences)[place.bout]
    match bout.kind:
        case DoseKind.HOLD:
            return _offer_longer_holds(talk, bout.amount, in_routine=talk.interrupted)
        case DoseKind.REPETITIONS if bout.amount < MOST_REPETITIONS:
            return talk.ask(MoreRepetitionsOffered(min(bout.amount + 2, MOST_REPETITIONS), **asked))
    key = "massage" if bout.kind is DoseKind.MASSAGE else "most"
    return talk.say(talk.line(f"harder.{key}", exercise=exercise_name(talk, step.exercise.id)))


def _offer_longer_holds(talk: Talk, seconds: int, *, in_routine: bool) -> Outcome:
    if seconds >= LONGEST_HOLD:
        return talk.say(talk.line("adjusting.longest", count=LONGEST_HOLD))
    wanted = min(seconds + HOLD_STEP, LONGEST_HOLD)
    return talk.ask(LongerHoldsOffered(wanted, in_routine=in_routine))
