"""Where there are no reminders, and where Alexa's do not do what they are asked: said, with what does."""

from datetime import time
from typing import Final

from skill.conversation.reminders.moments import Missing, moment_of
from skill.conversation.reminders.reminder_words import local_now, moment_in_words
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.reminder_service import ReminderError, ReminderTrouble
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.spoken_time import SpokenTime
from skill.conversation.turn.talk import Talk
from skill.value import replace

_FOR_INSTANCE: Final = time(8)
"""What stands in an example for a time that was not said."""


def not_set_here(talk: Talk, task: str, told: SpokenTime) -> Outcome:
    """No reminder can be set from here: say so once, with the words that Alexa takes for it.

    Args:
        talk: the turn.
        task: what the runner wants to be reminded of.
        told: when.
    """
    return talk.say(
        talk.line("reminders.say_to_alexa_here", words=words_for_alexa(talk, task, told)),
        invitation=AnythingElse(),
    )


def words_for_alexa(talk: Talk, task: str, told: SpokenTime) -> str:
    """What Alexa takes for the same: "Alexa, remind me to stretch tomorrow at eight in the morning"."""
    now = local_now(talk)
    moment = moment_of(told, now)
    if moment is Missing.TIME:
        moment = moment_of(replace(told, clock=_FOR_INSTANCE), now)
    when = (
        talk.line("reminders.for_instance") if isinstance(moment, Missing) else moment_in_words(talk, moment)
    )
    return talk.line("reminders.alexa_takes", task=talk.line(f"reminders.task.{task}"), when=when)


def none_kept_here(talk: Talk) -> Outcome:
    """There are no reminders here to tell, move or cancel."""
    return talk.say(talk.line("reminders.none_here"), invitation=AnythingElse())


def in_trouble(talk: Talk, error: ReminderError) -> Outcome:
    """What the runner is told where Alexa's reminders did not do it."""
    return talk.say(talk.line(f"reminders.trouble.{error.trouble}"), invitation=AnythingElse())


def not_allowed(error: ReminderError) -> bool:
    """Whether it is the runner's leave that is missing."""
    return error.trouble is ReminderTrouble.NOT_ALLOWED
