"""A rest without a word of what rests: the pauses of a routine, or the shoes."""

from skill.coach.preferences import Pace
from skill.conversation.stretching.coaching_settings import set_word
from skill.conversation.stretching.performing import resume
from skill.conversation.turn.invitations import Choice
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk


def change_rest(talk: Talk, pace: Pace | None) -> Outcome:
    """Leave more or less time between things in a routine; with none under way, say how either is told.

    Who wants less of a rest in the middle of one goes on, and no setting is changed.
    """
    walkthrough, found = talk.resumable, talk.as_found
    if walkthrough is None or pace is None:
        return talk.ask(Choice(talk.line("adjusting.which_rest")))
    if pace is Pace.FASTER and talk.interrupted and found and found.over_at(talk.turn.at):
        return resume(talk, walkthrough)
    return set_word(talk, "pace", pace)
