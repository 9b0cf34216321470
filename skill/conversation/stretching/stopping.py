"""Stopping, with the place kept."""

from skill.conversation.stretching.exercise_names import place_in_words
from skill.conversation.stretching.safety import held_back
from skill.conversation.turn.reply import Reply
from skill.conversation.turn.talk import Talk


def stop(talk: Talk) -> Reply:
    """End the session; a routine under way can be gone on with for a day, where its place is kept.

    After a red flag nothing is said of going on.
    """
    walkthrough = talk.resumable
    if held_back(talk):
        return talk.end(talk.line("safety.take_care"))
    if walkthrough is None:
        return talk.end(talk.line("walkthrough.goodbye"))
    line = "walkthrough.stopped" if talk.remembers else "walkthrough.stopped_unkept"
    return talk.end(talk.line(line, place=place_in_words(talk, walkthrough)))
