"""A length of time said right behind a run that was told without one: whether it is what the run took."""

from typing import Final

from skill.conversation.shoes.correcting import correct_run
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import known_run, run_to_change
from skill.conversation.shoes.run_correction import Correction
from skill.conversation.shoes.shoe_words import exact_distance
from skill.conversation.shoes.which_run import AboutRun
from skill.conversation.turn.question import AskedOnceMore
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.speech.numbers import duration_in_words

FASTEST: Final = 150
SLOWEST: Final = 720
"""Seconds a kilometre, from an elite runner's to a walk's; our figures."""
SHORTEST: Final = 15 * 60
"""Seconds; less than that is rather the time that there is for stretches. Our figure."""


class TimeOfRun(AskedOnceMore, AboutRun, name="time-of-run"):
    """Whether the run told last took so long.

    Attributes:
        seconds: so long.
    """

    seconds: int

    def yes(self, talk: Talk) -> Outcome:
        """Keep it with the run."""
        return correct_run(talk, run_to_change(talk, self.run), Correction(seconds=self.seconds))

    def no(self, talk: Talk) -> Outcome:
        """It was about something else."""
        return say_about_shoes(talk, talk.line("answers.nothing_changed"))

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The time and the run's distance."""
        distance = exact_distance(talk, run_to_change(talk, self.run).metres)
        return {"time": duration_in_words(talk.phrasebook, self.seconds), "distance": distance}


def time_of_run(talk: Talk, seconds: int) -> Outcome | None:
    """The question, where a run was told last whose time is not known, and which may have taken so long."""
    run = known_run(talk, talk.run_told)
    if run is None or run.seconds is not None or seconds < SHORTEST:
        return None
    if not FASTEST <= seconds / (run.metres / 1000) <= SLOWEST:
        return None
    return talk.ask(TimeOfRun(run.id, seconds))
