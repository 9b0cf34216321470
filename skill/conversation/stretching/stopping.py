"""Stopping, with the place kept."""

from skill.conversation.stretching.exercise_names import place_in_words
from skill.conversation.turn.reply import Reply
from skill.conversation.turn.talk import Talk


def stop(talk: Talk) -> Reply:
    """End the session; a routine under way can be gone on with for a day."""
    walkthrough = talk.resumable
    if walkthrough is None:
        return talk.end(talk.line("walkthrough.goodbye"))
    return talk.end(talk.line("walkthrough.stopped", place=place_in_words(talk, walkthrough)))
