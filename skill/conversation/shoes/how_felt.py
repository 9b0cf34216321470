"""How a pair felt on a run: kept with the run, and of weight in whose turn it is."""

from enum import StrEnum

from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import RunChanged, known_run
from skill.conversation.shoes.shoe_words import day_of_run, exact_distance, pair_in_words
from skill.conversation.shoes.which_pair import WhichPair, find_pair
from skill.conversation.shoes.which_run import is_on
from skill.conversation.turn.invitations import Choice
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.ledger import replace_run
from skill.shoes.run import Felt, Run
from skill.shoes.shoe import Shoe
from skill.value import replace


class Neither(StrEnum):
    """What is told of a pair and counts for nothing; the value is the id in the `Felt` slot."""

    NEITHER = "neither"


class RunFelt(RunChanged, name="run-felt"):
    """How the pair felt on a run was told."""

    def line(self, talk: Talk) -> str:  # noqa: ARG002 - always the same
        """One for all."""
        return self.name

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The run with its pair and its day."""
        shoe = talk.shoes.rotation.find(self.after.shoe)
        return {
            "pair": pair_in_words(talk, shoe) if shoe else "",
            "distance": exact_distance(talk, self.after.metres),
            "when": day_of_run(talk, self.after.day),
        }


class FeltInWhichPair(WhichPair, kw_only=True, name="felt-in-which-pair"):
    """Which pair felt so.

    Attributes:
        felt: how.
        day: of the run; None where none was told.
    """

    felt: Felt
    day_told: Day | None = None

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Keep it."""
        return note_felt(talk, heard, self.felt, self.day_told)


def note_neither(talk: Talk) -> Outcome:
    """A pair felt neither good nor bad: nothing is kept."""
    return say_about_shoes(talk, talk.line("shoes.felt.neither"))


def note_felt(talk: Talk, heard: Slot | None, felt: Felt | None, day: Day | None) -> Outcome:
    """Keep how a pair felt with its newest run, or with that of a day.

    Args:
        talk: the turn.
        heard: the pair; None for that of the run just told, else of the newest run.
        felt: how it felt; None where that was not understood.
        day: of the run; None where none was told.
    """
    if felt is None:
        return talk.ask(Choice(talk.line("shoes.felt.how")))
    shoe = find_pair(talk, heard, FeltInWhichPair(felt=felt, day_told=day)) if heard else None
    run = _run(talk, shoe, day)
    worn = talk.shoes.rotation.find(run.shoe) if run else None
    if run is None or worn is None:
        line = "no_run_in" if shoe else "no_run"
        pair = pair_in_words(talk, shoe) if shoe else ""
        return say_about_shoes(talk, talk.line(f"shoes.felt.{line}", pair=pair))
    after = replace(run, felt=felt)
    if after != run:
        talk.shoes.keep(replace_run(talk.shoes.rotation, run, after, talk.shoes.recent.runs))
        talk.changed(RunFelt(run, after))
        talk.run_told = run.id
    text = talk.line(
        f"shoes.felt.{felt}",
        pair=pair_in_words(talk, worn),
        distance=exact_distance(talk, run.metres),
        when=day_of_run(talk, run.day),
    )
    return say_about_shoes(talk, text)


def _run(talk: Talk, shoe: Shoe | None, day: Day | None) -> Run | None:
    """The run that is meant: the one just told where it fits, else the newest that does."""
    told = known_run(talk, talk.run_told)
    ahead = [told] if told else []
    fitting = (
        run
        for run in (*ahead, *talk.shoes.recent.runs)
        if (shoe is None or run.shoe == shoe.id) and (day is None or is_on(talk, run, day))
    )
    found = next(fitting, None)
    return known_run(talk, found.id) if found else None
