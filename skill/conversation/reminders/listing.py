"""Which reminders stand."""

from skill.conversation.reminders.which_reminder import in_words, standing_reminders
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk


def tell_reminders(talk: Talk) -> Outcome:
    """Those that the coach has set, in the order in which they come."""
    standing = standing_reminders(talk)
    if not isinstance(standing, tuple):
        return standing
    line = talk.line("reminders.standing", count=len(standing), reminders=in_words(talk, standing))
    return talk.say(line, invitation=AnythingElse())
