"""How much is told of an exercise: less each time it was done without a question, more when one was asked."""

from enum import StrEnum
from typing import Final

from skill.coach.preferences import Words


class Telling(StrEnum):
    """The steps, from the most words to the fewest. What keeps a runner safe is said at each of them."""

    FULL = "full"
    """The whole instruction."""
    BRIEF = "brief"
    """What moves, and which way."""
    NAME = "name"
    """The exercise's name, the side and the length."""
    SIDE = "side"
    """The side, and the name only where a new exercise begins."""

    @property
    def faded(self) -> "Telling":
        """One step less, the last one again."""
        return _STEPS[min(_STEPS.index(self) + 1, len(_STEPS) - 1)]

    @property
    def brought_back(self) -> "Telling":
        """One step more, the first one again."""
        return _STEPS[max(_STEPS.index(self) - 1, 0)]

    @property
    def explains(self) -> bool:
        """Whether it tells how the exercise is done."""
        return self in {Telling.FULL, Telling.BRIEF}

    def no_more_than(self, most: "Telling") -> "Telling":
        """This step, or `most` where that tells less."""
        return max(self, most, key=_STEPS.index)

    def wanted(self, words: Words) -> "Telling":
        """The step for a runner who wants this many words, whatever is known of the exercise."""
        match words:
            case Words.MOST:
                return Telling.FULL
            case Words.USUAL:
                return self
            case Words.FEWER:
                return self.no_more_than(Telling.NAME)
            case Words.FEWEST:
                return Telling.SIDE


_STEPS: Final = tuple(Telling)
