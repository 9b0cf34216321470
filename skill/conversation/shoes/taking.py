"""The pair that a runner will take: kept until its run is told without one."""

from skill.conversation.shoes.can_wear import can_wear, doubt_about
from skill.conversation.shoes.pair_meant import pair_meant
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import pair_in_words
from skill.conversation.shoes.which_pair import WhichPair, find_pair, slot_of
from skill.conversation.turn.change import Change
from skill.conversation.turn.open_questions import answer_of
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance
from skill.shoes.pair_taken import PairTaken
from skill.shoes.run import RunKind


class PairTakenAlong(Change, name="pair-taken"):
    """A pair was taken along.

    Attributes:
        before: the one taken before; None where none was.
        pair: the id of the one taken now.
    """

    before: PairTaken | None
    pair: str

    def stands(self, talk: Talk) -> bool:
        """Until its run is told."""
        return talk.shoes.taken is not None and talk.shoes.taken.shoe == self.pair

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The pair's name."""
        shoe = talk.shoes.rotation.find(self.pair)
        return {"pair": pair_in_words(talk, shoe) if shoe else ""}

    def take_back(self, talk: Talk) -> Outcome:
        """Take none along, or the one before."""
        text = self.done(talk)
        talk.shoes.taken = self.before
        return say_about_shoes(talk, text)


class TakeWhichPair(WhichPair, name="take-which-pair"):
    """Which pair is taken."""

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Take it."""
        return take(talk, heard)


def take(talk: Talk, heard: Slot | None) -> Outcome:
    """Keep which pair will be worn, for the run that is told next; what speaks against it is said.

    Where a pair was asked for, it is the answer.

    Args:
        talk: the turn.
        heard: the pair; None for the one that was named last.
    """
    if heard is None:
        named = pair_meant(talk)
        heard = slot_of(named) if named else None
    elif answer := _answered(talk, heard):
        return answer
    shoe = find_pair(talk, heard, TakeWhichPair())
    if not shoe.active:
        return say_about_shoes(talk, talk.line("shoes.taking.retired", pair=pair_in_words(talk, shoe)))
    change = PairTakenAlong(talk.shoes.taken, shoe.id)
    talk.shoes.taken = PairTaken(shoe.id, talk.turn.at)
    talk.changed(change)
    text = talk.line("shoes.taking.taken", pair=pair_in_words(talk, shoe))
    return say_about_shoes(talk, " ".join(filter(None, [text, doubt_about(talk, shoe)])))


def _answered(talk: Talk, heard: Slot) -> Outcome | None:
    return answer_of(talk, lambda question: question.pair(talk, heard))


def again(
    talk: Talk, heard: Slot | None, day: Day | None, kind: RunKind | None, told: SpokenDistance
) -> Outcome:
    """A pair, once more: the answer where a pair was asked for, else whether it may be worn so soon.

    Args:
        talk: the turn.
        heard: the pair.
        day: of the run; None for today.
        kind: of the run; None where it was not told.
        told: how far it is to be.
    """
    if heard is None:
        return can_wear(talk, None, day, kind, told)
    return _answered(talk, heard) or can_wear(talk, heard, day, kind, told)
