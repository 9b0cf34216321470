"""Runs told wrongly: one told in this conversation is changed at once, an older one after a question."""

from collections.abc import Callable
from dataclasses import dataclass

from skill.conversation.shoes.replies import refusal_in_words, say_about_shoes
from skill.conversation.shoes.run_changes import RunChanged, known_run, run_in_words, run_to_change
from skill.conversation.shoes.shoe_words import exact_distance, pair_in_words
from skill.conversation.shoes.which_pair import WhichPair, find_pair, meant, vocabulary_of
from skill.conversation.shoes.which_run import run_in_question
from skill.conversation.turn.question import AskedOnceMore, OpenQuestion, Question, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import AskInsteadError, Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance
from skill.shoes.ledger import replace_run
from skill.shoes.limits import RefusedError, check_distance
from skill.shoes.names import means_the_others
from skill.shoes.run import Run
from skill.shoes.shoe import Shoe


@dataclass(frozen=True)
class AboutRun(Question):
    """A question about one run.

    Attributes:
        run: its id.
    """

    needs_notebook = True

    run: str

    def still_open(self, talk: Talk) -> bool:
        """As long as the run is there."""
        return known_run(talk, self.run) is not None


@dataclass(frozen=True, kw_only=True)
class PutOnWhichPair(AboutRun, WhichPair, name="put-on-which-pair"):
    """Which pair a run was in instead."""

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Put the run on the pair."""
        return put_on_pair(talk, run_to_change(talk, self.run), heard, self)


class HowFarInstead(AboutRun, OpenQuestion, name="how-far-instead"):
    """How far a run was instead."""

    wanted = Wanted.DISTANCE

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """Correct it."""
        return None if day else _set_distance(talk, run_to_change(talk, self.run), distance)


@dataclass(frozen=True)
class ChangeOlderRun(AskedOnceMore, AboutRun, name="change-older-run"):
    """Whether a run is to be changed that was told in an earlier conversation, or may not be meant.

    Attributes:
        shoe: id of the pair it is to be put on; None where its distance is to be corrected.
        metres: its new distance; None where its pair is to be changed.
    """

    shoe: str | None = None
    metres: int | None = None

    def yes(self, talk: Talk) -> Outcome:
        """Change it."""
        run, shoe = run_to_change(talk, self.run), talk.shoes.rotation.find(self.shoe)
        if shoe:
            return _change(talk, run, run.put_on(shoe.id), lambda after: _pair_line(talk, after))
        changed = run.of_length(self.metres or run.metres)
        return _change(talk, run, changed, lambda after: _distance_line(talk, after))

    def no(self, talk: Talk) -> Outcome:
        """Leave it."""
        return say_about_shoes(talk, talk.line("answers.nothing_changed"))

    def still_open(self, talk: Talk) -> bool:
        """As long as no other run is told."""
        return super().still_open(talk) and not talk.shoes.added

    def again(self, talk: Talk) -> str:
        """The question with the run as it is."""
        run = run_to_change(talk, self.run)
        shoe = talk.shoes.rotation.find(self.shoe)
        change = pair_in_words(talk, shoe) if shoe else exact_distance(talk, self.metres or run.metres)
        known = talk.shoes.rotation.find(run.shoe)
        newest = next(iter(talk.shoes.recent.runs), run)
        which = "older" if run.id == newest.id else "of_that_day"
        line = f"shoes.correct.{which}{'' if known else '_unknown'}"
        return talk.line(line, change=change, **run_in_words(talk, run))


def correct_shoes(talk: Talk, heard: Slot | None, day: Day | None = None) -> Outcome:
    """The run told last, or that of a day, was in another pair."""
    run = run_in_question(talk, day)
    return put_on_pair(talk, run, heard, PutOnWhichPair(run=run.id))


def correct_distance(talk: Talk, distance: SpokenDistance, day: Day | None = None) -> Outcome:
    """The run told last, or that of a day, was of another length."""
    return _set_distance(talk, run_in_question(talk, day), distance)


def put_on_pair(
    talk: Talk, run: Run, heard: Slot | None, question: WhichPair, *, asked_for: bool = False
) -> Outcome:
    """Put a run on the pair that was named.

    Args:
        talk: the turn.
        run: the run as it is.
        heard: the pair; None where none was understood: then the other one of two.
        question: asked where it is not clear which.
        asked_for: whether the coach has asked for the pair of this very run.
    """
    after = run.put_on(_other_pair(talk, run, heard, question).id)
    if after.shoe == run.shoe:
        return say_about_shoes(talk, talk.line("shoes.correct.already", **run_in_words(talk, run)))
    if _is_older(talk, run) and not asked_for:
        return talk.ask(ChangeOlderRun(run.id, shoe=after.shoe))
    line = "shoes.log.set_pair" if asked_for else "shoes.correct.pair"
    return _change(talk, run, after, lambda changed: talk.line(line, **run_in_words(talk, changed)))


def _other_pair(talk: Talk, run: Run, heard: Slot | None, question: WhichPair) -> Shoe:
    """The pair that was named; where that does not tell, one that the run is not in already."""
    rotation = talk.shoes.rotation
    others = tuple(shoe for shoe in rotation.active if shoe.id != run.shoe) if run.shoe else ()
    if heard is None or means_the_others(heard.said, vocabulary_of(talk)):
        return find_pair(talk, None, question, others)
    return find_pair(talk, heard, question, () if len(meant(talk, heard, rotation.shoes)) == 1 else others)


def _is_older(talk: Talk, run: Run) -> bool:
    return run.id != talk.run_told


def _set_distance(talk: Talk, run: Run, distance: SpokenDistance) -> Outcome:
    question = HowFarInstead(run.id)
    metres = talk.place_settings.read_metres(distance)
    if metres is None:
        return talk.ask(question, talk.line("shoes.correct.how_far"))
    try:
        after = run.of_length(check_distance(metres))
    except RefusedError as refused:
        raise AskInsteadError(question, refusal_in_words(talk, refused)) from refused
    if _is_older(talk, run):
        return talk.ask(ChangeOlderRun(run.id, metres=after.metres))
    return _change(talk, run, after, lambda changed: _distance_line(talk, changed))


def _change(talk: Talk, before: Run, after: Run, line: Callable[[Run], str]) -> Outcome:
    if after != before:
        update = replace_run(talk.shoes.rotation, before, after, talk.shoes.recent.runs)
        talk.shoes.keep(update)
        talk.changed(RunChanged(before, after))
    talk.run_told = after.id
    return say_about_shoes(talk, line(after), just_named=talk.shoes.rotation.find(after.shoe))


def _pair_line(talk: Talk, run: Run) -> str:
    return talk.line("shoes.correct.pair", **run_in_words(talk, run))


def _distance_line(talk: Talk, run: Run) -> str:
    known = talk.shoes.rotation.find(run.shoe)
    return talk.line(f"shoes.correct.distance{'' if known else '_unknown'}", **run_in_words(talk, run))
