"""What questions about a reminder have in common: a day, a length of time and a number alone tell a time."""

from datetime import time

from skill.conversation.turn.question import Question, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.spoken_time import SpokenTime
from skill.conversation.turn.talk import Talk
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance
from skill.value import replace

LAST_HOUR = 23


def settle(talk: Talk) -> None:
    """Close what is asked about reminders, once one is set, moved or cancelled."""
    talk.open_questions = tuple(one for one in talk.open_questions if not isinstance(one, TimeQuestion))


class TimeQuestion(Question):
    """A question that a time answers."""

    wanted = Wanted.TIME

    def day(self, talk: Talk, day: Day) -> Outcome | None:
        """A day."""
        return self.time(talk, SpokenTime.of_day(day)) if day.date else None

    def duration(self, talk: Talk, seconds: int) -> Outcome | None:
        """So long from now."""
        return self.time(talk, SpokenTime(seconds=seconds))

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """A number alone is an hour."""
        hour = distance.whole_number()
        if hour is None or not 0 < hour <= LAST_HOUR:
            return None
        return self.time(talk, replace(SpokenTime.of_day(day), clock=time(hour)))
