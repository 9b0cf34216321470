"""Reminders of form and breath, in turn over the bouts of a reply, and from one session to the next."""

from typing import Final

from skill.coach.exercise_words import exercise_lines
from skill.coach.routine import Step
from skill.coach.telling import Telling
from skill.content.language import Language

_MOST_IN_A_MASSAGE: Final = {Telling.FULL: 4, Telling.BRIEF: 3, Telling.NAME: 2, Telling.SIDE: 1}
"""They fade more slowly than instructions: the form slips just when nobody thinks of it any more."""


class FormCues:
    """The cues of one reply."""

    def __init__(self, language: Language, first: int) -> None:
        """Begin with each exercise's cue of this number, counted round and round; chance draws it."""
        self._language = language
        self._next = first
        self._before: list[str] = []

    def say_before(self, text: str) -> None:
        """Let something be said ahead of all cues."""
        self._before.append(text)

    def ahead(self, step: Step) -> list[str]:
        """All cues of an exercise, the one whose turn it is first."""
        cues = exercise_lines(self._language, step, "cues")
        turn = self._next % len(cues)
        return [*self._before, *cues[turn:], *cues[:turn]]

    def take(self, step: Step) -> str:
        """The cue whose turn it is; the next time it is another's."""
        cue = self.ahead(step)[0]
        self.are_said(1)
        return cue

    def are_said(self, number: int) -> None:
        """So many of those ahead are said: the next time it is another's turn."""
        self._next += max(number - len(self._before), 0)
        del self._before[:number]


def most_cues(telling: Telling, bout: int) -> int:
    """How many cues a hold may have, or what leads to it: in the end one an exercise."""
    return int(telling is not Telling.SIDE or bout == 1)


def most_cues_in_a_massage(telling: Telling, bout: int) -> int:
    """How many cues a massage may have: in the end one an exercise."""
    return 0 if telling is Telling.SIDE and bout else _MOST_IN_A_MASSAGE[telling]
