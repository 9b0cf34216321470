"""Something is wrong with a run: what, is asked."""

from skill.conversation.shoes.correcting import correct_run
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import run_to_change
from skill.conversation.shoes.run_correction import Correction
from skill.conversation.shoes.run_words import run_in_words
from skill.conversation.shoes.which_run import AboutRun, NamedRun, WhichRun, run_in_question
from skill.conversation.turn.question import OpenQuestion
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance
from skill.shoes.run import Run, RunKind


class WhatWasWrong(AboutRun, OpenQuestion, name="what-was-wrong"):
    """What was wrong with a run: whatever is said now is so of it."""

    def pair(self, talk: Talk, heard: Slot) -> Outcome:
        """The pair it was in."""
        return self._correct(talk, Correction(heard=heard))

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome:
        """How far it was, perhaps with the day."""
        return self._correct(talk, Correction(distance=distance, day=day))

    def day(self, talk: Talk, day: Day) -> Outcome:
        """When it was."""
        return self._correct(talk, Correction(day=day))

    def kind(self, talk: Talk, kind: RunKind) -> Outcome:
        """What it was for."""
        return self._correct(talk, Correction(kind=kind))

    def no(self, talk: Talk) -> Outcome:
        """Nothing."""
        return say_about_shoes(talk, talk.line("answers.nothing_changed"))

    def again(self, talk: Talk) -> str:
        """The question with the run as it is."""
        run = run_to_change(talk, self.run)
        known = "" if talk.shoes.rotation.find(run.shoe) else "_unknown"
        return talk.line(f"shoes.correct.what{known}", **run_in_words(talk, run))

    def _correct(self, talk: Talk, correction: Correction) -> Outcome:
        return correct_run(talk, run_to_change(talk, self.run), correction)


class WrongWhichRun(WhichRun, name="wrong-which-run"):
    """With which run of several something is wrong."""

    def use(self, talk: Talk, run: Run) -> Outcome:
        """Ask what."""
        return _ask_what(talk, run)


def ask_what_was_wrong(talk: Talk, named: NamedRun) -> Outcome:
    """Ask what is wrong with the run that is meant, which from then on is the one spoken of."""
    return _ask_what(talk, run_in_question(talk, named, WrongWhichRun()))


def _ask_what(talk: Talk, run: Run) -> Outcome:
    talk.run_told = run.id
    return talk.ask(WhatWasWrong(run.id))
