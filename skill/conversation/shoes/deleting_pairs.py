"""A pair told by mistake is deleted, with its runs asked about; any other is rather retired."""

from typing import Final

from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.deleting import ask_to_delete_run
from skill.conversation.shoes.pair_exchanges import PairDeleted
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_settings import RetirePair
from skill.conversation.shoes.shoe_words import capitalised, pair_in_words
from skill.conversation.shoes.which_pair import AboutPair, WhichPair, find_pair
from skill.conversation.shoes.which_run import NamedRun
from skill.conversation.turn.question import AskedOnceMore
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.default_pairs import kinds_of_default
from skill.shoes.ledger import remove_runs
from skill.shoes.pairs import delete_pair
from skill.shoes.run import Run
from skill.shoes.shoe import Shoe

MOST_RUNS: Final = 10
"""Runs that are deleted with a pair: more were not told by mistake (our figure)."""


class DeleteWhichPair(WhichPair, kw_only=True, name="delete-which-pair"):
    """Which pair to delete.

    Attributes:
        mistake: whether it was told by mistake.
    """

    mistake: bool = False

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Ask whether it really is to be deleted."""
        return ask_to_delete(talk, heard, mistake=self.mistake)


class DeletePair(AskedOnceMore, AboutPair, name="delete-pair"):
    """Whether a pair is to be deleted; where it has runs, they are asked about behind a yes."""

    def yes(self, talk: Talk) -> Outcome:
        """Delete it, or ask what becomes of its runs."""
        shoe = self.shoe(talk)
        few = 0 < shoe.wear.tally.runs <= MOST_RUNS and len(_runs_of(talk, shoe)) == shoe.wear.tally.runs
        return talk.ask(DeleteRunsToo(shoe.id)) if few else _delete(talk, shoe, ())

    def no(self, talk: Talk) -> Outcome:
        """Keep it."""
        return say_about_shoes(talk, talk.line("answers.nothing_changed"))

    def other_pair(self, talk: Talk, heard: Slot) -> Outcome:
        """Another one was meant, which is asked about."""
        return ask_to_delete(talk, heard, mistake=False)

    def again(self, talk: Talk) -> str:
        """The question with the pair."""
        shoe = self.shoe(talk)
        runs = shoe.wear.tally.runs
        line = "pairs.deleting.sure" if runs else "pairs.deleting.sure_new"
        return talk.line(line, pair=pair_in_words(talk, shoe), runs=_count(talk, runs))


class DeleteRunsToo(AskedOnceMore, AboutPair, name="delete-runs-too"):
    """Whether the runs of a pair that is deleted are deleted too."""

    no_writes = True

    def yes(self, talk: Talk) -> Outcome:
        """Delete both."""
        shoe = self.shoe(talk)
        return _delete(talk, shoe, _runs_of(talk, shoe))

    def no(self, talk: Talk) -> Outcome:
        """Delete the pair alone."""
        return _delete(talk, self.shoe(talk), ())

    def never_mind(self, talk: Talk) -> Outcome:
        """Delete nothing."""
        return say_about_shoes(talk, talk.line("answers.nothing_changed"))

    def again(self, talk: Talk) -> str:
        """The question with how many they are."""
        shoe = self.shoe(talk)
        return talk.line("pairs.deleting.runs_too", runs=_count(talk, shoe.wear.tally.runs))


def ask_to_delete(talk: Talk, heard: Slot | None, *, mistake: bool) -> Outcome:
    """Ask before a pair is deleted; one that has run, and was no mistake, is rather retired.

    "Delete them" behind a run that was told just now is about what was told.
    """
    rotation = talk.shoes.rotation
    if heard is None and talk.run_told and not talk.moved_on:
        return ask_to_delete_run(talk, NamedRun())
    if not rotation.shoes:
        raise ask_for_first_pair(talk)
    shoe = find_pair(talk, heard, DeleteWhichPair(mistake=mistake))
    if mistake or not shoe.wear.tally.runs or not shoe.active:
        return talk.ask(DeletePair(shoe.id))
    return talk.ask(
        RetirePair(shoe.id), talk.line("pairs.deleting.rather_retire", pair=pair_in_words(talk, shoe))
    )


def _runs_of(talk: Talk, shoe: Shoe) -> tuple[Run, ...]:
    return tuple(run for run in talk.shoes.recent.runs if run.shoe == shoe.id)


def _delete(talk: Talk, shoe: Shoe, runs: tuple[Run, ...]) -> Outcome:
    pair, rotation = pair_in_words(talk, shoe), talk.shoes.rotation
    if runs:
        update = remove_runs(rotation, runs, talk.shoes.recent.runs)
        talk.shoes.keep(update)
    left = talk.shoes.rotation.find(shoe.id) or shoe
    place, kinds = rotation.shoes.index(shoe), kinds_of_default(rotation, shoe)
    change = PairDeleted(left, place, talk.shoes.rotation.former, kinds, runs)
    talk.shoes.rotation = delete_pair(talk.shoes.rotation, left)
    talk.changed(change)
    talk.run_told = None if any(run.id == talk.run_told for run in runs) else talk.run_told
    talk.pair_told = None
    line = "done_with_runs" if runs else "done_runs_stay" if shoe.wear.tally.runs else "done"
    values = {"pair": capitalised(pair), "runs": _count(talk, shoe.wear.tally.runs)}
    return say_about_shoes(talk, talk.line(f"pairs.deleting.{line}", **values))


def _count(talk: Talk, runs: int) -> str:
    return talk.line("shoes.telling.runs", count=runs)
