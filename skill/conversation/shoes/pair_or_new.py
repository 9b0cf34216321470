"""Which pair it was, where the name that was told may be that of a pair nobody knows yet."""

from abc import abstractmethod

from skill.conversation.shoes.adding import can_be_new
from skill.conversation.shoes.shoe_words import NAMED_AT_MOST, pairs_in_words
from skill.conversation.shoes.which_pair import WhichPair, meant
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot


class PairOrNew(WhichPair, kw_only=True):
    """Which pair a run was in; of a name that no pair has, whether a new pair is to be added under it."""

    @abstractmethod
    def named(self) -> Slot | None:
        """What the pair was called; None where it was not named."""

    @abstractmethod
    def use_new(self, talk: Talk, name: Slot) -> Outcome:
        """Add a pair of that name, and put the run on it."""

    def yes(self, talk: Talk) -> Outcome:
        """The name is a new pair's, which is added; of one pair alone, that one."""
        name = self._new_name(talk)
        return self.use_new(talk, name) if name else super().yes(talk)

    def new_pair(self, talk: Talk, name: Slot) -> Outcome | None:
        """Add it, and put the run on it; a pair of that name that is known is none to add."""
        is_new = not meant(talk, name, talk.shoes.rotation.shoes) and can_be_new(talk, name)
        return self.use_new(talk, name) if is_new and self._new_name(talk) else None

    def again(self, talk: Talk) -> str:
        """The question; with the offer to add a pair that nobody knows."""
        name = self._new_name(talk)
        if name is None:
            return super().again(talk)
        shoes = self._choices(talk)
        names = pairs_in_words(talk, shoes, choice=True) if len(shoes) <= NAMED_AT_MOST else ""
        line = "pairs.unknown.add_or_which" if names else "pairs.unknown.add"
        return talk.line(line, name=name.said, names=names)

    def _new_name(self, talk: Talk) -> Slot | None:
        """The name that was told, where it is none of a pair's and can be a new one's."""
        heard, shoes = self.named(), talk.shoes.rotation.shoes
        return heard if heard and not meant(talk, heard, shoes) and can_be_new(talk, heard) else None
