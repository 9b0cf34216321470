"""A length of time said right behind a run that was told without one: whether it is what the run took."""

from datetime import timedelta
from typing import Final

from skill.conversation.shoes.correcting import correct_run
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import known_run, run_to_change
from skill.conversation.shoes.run_correction import Correction
from skill.conversation.shoes.shoe_words import exact_distance
from skill.conversation.shoes.which_run import NEAR_ENOUGH, AboutRun
from skill.conversation.turn.question import AskedOnceMore
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.distance import SpokenDistance
from skill.shoes.run import Run
from skill.speech.numbers import duration_in_words

FASTEST: Final = 150
SLOWEST: Final = 720
"""Seconds a kilometre, from an elite runner's to a walk's; our figures."""
SHORTEST: Final = 15 * 60
"""Seconds; less than that is rather the time that there is for stretches. Our figure."""
LATELY: Final = timedelta(days=7)
"""As far back a run may be that is spoken of by its length alone. Our figure."""


class TimeOfRun(AskedOnceMore, AboutRun, name="time-of-run"):
    """Whether the run told last took so long.

    Attributes:
        seconds: so long.
    """

    seconds: int

    def yes(self, talk: Talk) -> Outcome:
        """Keep it with the run, which has now been told of."""
        talk.run_told = self.run
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
    return talk.ask(TimeOfRun(run.id, seconds)) if run and _may_be_of(run, seconds) else None


def time_of_that_far(talk: Talk, distance: SpokenDistance, seconds: int) -> Outcome | None:
    """The question about the newest run of about that length lately, in "the sixteen k took me an hour".

    None where no run of the last week is that long, or none whose time is not known.
    """
    metres = talk.place_settings.read_metres(distance)
    first = talk.place_settings.read_local_time().date() - LATELY
    for run in talk.shoes.recent.runs:
        that_far = metres and abs(run.metres - metres) <= NEAR_ENOUGH * metres
        if that_far and run.day >= first and _may_be_of(run, seconds):
            return talk.ask(TimeOfRun(run.id, seconds))
    return None


def _may_be_of(run: Run, seconds: int) -> bool:
    plausible = FASTEST <= seconds / (run.metres / 1000) <= SLOWEST
    return run.seconds is None and seconds >= SHORTEST and plausible
