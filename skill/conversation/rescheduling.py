"""What is put on another day by "it": the race that is spoken of, else a reminder."""

from skill.conversation.reminders.moving import move_reminder
from skill.conversation.shoes.race_meant import race_spoken_of
from skill.conversation.shoes.races import correct_race
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.spoken_time import SpokenTime
from skill.conversation.turn.talk import Talk


def move(talk: Talk, to: SpokenTime, which: SpokenTime) -> Outcome:
    """Move what was spoken of last, a race or a reminder; a race has no hour.

    Args:
        talk: the turn.
        to: where to.
        which: the time that it has, as far as it was said: races are not named so.
    """
    race = race_spoken_of(talk)
    if race and to.day and to == SpokenTime(to.day) and not which:
        return correct_race(talk, race, to.day, None)
    return move_reminder(talk, to, which)
