"""Which reminders stand."""

from skill.conversation.reminders.which_reminder import in_words, meant_by, standing_reminders
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.spoken_time import SpokenTime
from skill.conversation.turn.talk import Talk


def tell_reminders(talk: Talk, told: SpokenTime) -> Outcome:
    """Those that the coach has set, in the order in which they come.

    Args:
        talk: the turn.
        told: when, where it was asked of a day alone; where none comes then, all are told.
    """
    standing = standing_reminders(talk)
    if not isinstance(standing, tuple):
        return standing
    then = meant_by(standing, told)
    shown = then or standing
    line = talk.line("reminders.standing", count=len(shown), reminders=in_words(talk, shown))
    text = line if then else talk.line("reminders.not_then", others=line)
    return talk.say(text, invitation=AnythingElse())
