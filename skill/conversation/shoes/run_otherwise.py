"""A question about one run, to which it may be answered what the run was instead."""

from abc import abstractmethod

from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_correction import Correction
from skill.conversation.shoes.which_run import AboutRun
from skill.conversation.turn.question import AskedOnceMore
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance


class RunOtherwise(AskedOnceMore, AboutRun):
    """Whether something is to be done to a run; what is told of one instead is told of that run."""

    @abstractmethod
    def otherwise(self, talk: Talk, correction: Correction) -> Outcome:
        """The run is not to be what was asked about: it was that."""

    def no(self, talk: Talk) -> Outcome:
        """It stays as it is."""
        return say_about_shoes(talk, talk.line("answers.nothing_changed"))

    def other_distance(self, talk: Talk, distance: SpokenDistance) -> Outcome:
        """It was that far instead."""
        return self.otherwise(talk, Correction(distance=distance))

    def other_pair(self, talk: Talk, heard: Slot) -> Outcome:
        """It was in that pair instead."""
        return self.otherwise(talk, Correction(heard=heard))

    def other_day(self, talk: Talk, day: Day) -> Outcome:
        """It was on that day instead."""
        return self.otherwise(talk, Correction(day=day))
