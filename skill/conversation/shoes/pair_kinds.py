"""The kinds of run that a pair is kept for: set, added to, cleared."""

from enum import StrEnum

from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.pair_changes import change_pair
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import capitalised, kinds_in_words, pair_in_words
from skill.conversation.shoes.which_pair import AboutPair, WhichPair, find_pair, slot_of
from skill.conversation.turn.question import OpenQuestion
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.run import RunKind
from skill.shoes.shoe import EVERYDAY, Shoe
from skill.value import replace


class How(StrEnum):
    """What is done with the kinds of a pair."""

    SET = "set"
    ADD = "add"
    CLEAR = "clear"


class KindOfWhichPair(WhichPair, kw_only=True, name="kind-of-which-pair"):
    """Which pair is kept for kinds of run.

    Attributes:
        kinds: empty when none was told.
        how: what is done with them.
    """

    kinds: frozenset[RunKind] = frozenset()
    how: How = How.SET

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Keep it for those."""
        return change_kinds(talk, heard, self.kinds, self.how)


class WhichKind(AboutPair, OpenQuestion, name="which-kind"):
    """Which kind of run a pair is kept for.

    Attributes:
        how: what is done with the kind.
    """

    how: How = How.SET

    def kind(self, talk: Talk, kind: RunKind) -> Outcome:
        """Keep it for that."""
        return change_kinds(talk, slot_of(self.shoe(talk)), frozenset({kind}), self.how)

    def words(self, talk: Talk) -> str:
        """The question with the kinds there are."""
        pair = capitalised(pair_in_words(talk, self.shoe(talk)))
        return talk.line("shoes.setting.which_kind", pair=pair)


def change_kinds(talk: Talk, heard: Slot | None, kinds: frozenset[RunKind], how: How) -> Outcome:
    """Keep a pair for kinds of run, for those too, or no longer; cleared without a kind, it is for any run.

    One that is for any run, and to be for a kind too, stays an everyday pair.
    """
    if not talk.shoes.rotation.shoes:
        raise ask_for_first_pair(talk)
    found = find_pair(talk, heard, KindOfWhichPair(kinds=kinds, how=how))
    if not kinds and how is not How.CLEAR:
        return talk.ask(WhichKind(found.id, how))
    kept = replace(found, kinds=_after(found, kinds, how))
    change_pair(talk, found, talk.shoes.rotation.with_shoe(kept))
    pair, said = capitalised(pair_in_words(talk, found)), kinds_in_words(talk, kept)
    line = "shoes.setting.kind" if kept.kinds else "pairs.kinds.any"
    if kept.kinds == found.kinds:
        line = "pairs.kinds.already" if kept.kinds else "pairs.kinds.any_already"
    return say_about_shoes(talk, talk.line(line, pair=pair, kinds=said))


def _after(shoe: Shoe, kinds: frozenset[RunKind], how: How) -> frozenset[RunKind]:
    match how:
        case How.SET:
            return kinds
        case How.ADD:
            return (shoe.kinds or EVERYDAY) | kinds
        case How.CLEAR:
            return shoe.kinds - kinds if kinds else frozenset()
