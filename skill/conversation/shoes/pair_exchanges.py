"""What a turn changes of pairs as a whole: replaced, deleted, made the default; and how it is taken back."""

from skill.conversation.shoes.default_words import default_in_words
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import named_in_words, pair_in_words
from skill.conversation.turn.change import Change
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.default_pairs import default_of, with_default
from skill.shoes.ledger import log_runs
from skill.shoes.pairs import put_back_pair
from skill.shoes.replacing import take_replacement_back
from skill.shoes.run import Run, RunKind
from skill.shoes.shoe import Shoe
from skill.shoes.wear import Wear


class PairReplaced(Change, name="pair-replaced"):
    """A pair was retired, and a new one took its place.

    Attributes:
        old: id of the one.
        new: id of the other.
        nickname: what the old one was called before.
    """

    old: str
    new: str
    nickname: str

    def stands(self, talk: Talk) -> bool:
        """Whether both are there, the old one retired, and the new one without a run."""
        old, new = self._both(talk)
        return bool(old and new and not old.active and not new.wear.tally.runs)

    def values(self, talk: Talk) -> dict[str, str | int]:
        """What the old one is called now."""
        old = talk.shoes.rotation.find(self.old)
        return {"pair": pair_in_words(talk, old) if old else named_in_words(talk, self.nickname)}

    def take_back(self, talk: Talk) -> Outcome:
        """Bring the old one back, and remove the new one."""
        text, (old, new) = self.done(talk), self._both(talk)
        if old and new:
            rotation = talk.shoes.rotation
            talk.shoes.rotation = take_replacement_back(rotation, old, new, self.nickname)
        return say_about_shoes(talk, text)

    def _both(self, talk: Talk) -> tuple[Shoe | None, Shoe | None]:
        rotation = talk.shoes.rotation
        return rotation.find(self.old), rotation.find(self.new)


class PairDeleted(Change, name="pair-deleted"):
    """A pair was deleted.

    Attributes:
        shoe: as it was, without the runs that were deleted with it.
        place: where it stood among all pairs.
        former: the sum of the runs of deleted pairs before.
        kinds: what it was the default pair for; see `kinds_of_default`.
        runs: those that were deleted with it.
    """

    shoe: Shoe
    place: int
    former: Wear
    kinds: tuple[RunKind | None, ...] = ()
    runs: tuple[Run, ...] = ()

    def stands(self, talk: Talk) -> bool:
        """Whether it is gone, and no run of a deleted pair has changed since."""
        rotation = talk.shoes.rotation
        kept = self.former.together_with(self.shoe.wear)
        return rotation.find(self.shoe.id) is None and rotation.former == kept

    def line(self, talk: Talk) -> str:  # noqa: ARG002 - it shows in the runs
        """By whether runs were deleted with it."""
        return f"{self.name}-with-runs" if self.runs else self.name

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The pair's name, and how many runs were deleted."""
        return {
            "pair": pair_in_words(talk, self.shoe),
            "runs": talk.line("shoes.telling.runs", count=len(self.runs)),
        }

    def take_back(self, talk: Talk) -> Outcome:
        """Put the pair back, with its runs."""
        text = self.done(talk)
        rotation = put_back_pair(talk.shoes.rotation, self.shoe, self.place, self.former)
        for kind in self.kinds:
            if default_of(rotation, kind) is None:
                rotation = with_default(rotation, kind, self.shoe.id)
        talk.shoes.keep(log_runs(rotation, self.runs))
        return say_about_shoes(talk, text)


class DefaultChanged(Change, name="default-changed"):
    """The default pair for runs of some kinds, or for any, was set or cleared.

    Attributes:
        before: by the kinds, None for any: the ids of the pairs that it was; None where there was none.
    """

    before: tuple[tuple[RunKind | None, str | None], ...]

    def stands(self, talk: Talk) -> bool:
        """Whether it is another one now."""
        rotation = talk.shoes.rotation
        return any(default_of(rotation, kind) != before for kind, before in self.before)

    def line(self, talk: Talk) -> str:
        """By whether there was one before that is still there."""
        return self.name if self._pair(talk) else f"{self.name}-none"

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The pair before, and the runs it is for."""
        before = self._pair(talk)
        runs = default_in_words(talk, [kind for kind, _ in self.before])
        return {"before": pair_in_words(talk, before) if before else "", "runs": runs}

    def take_back(self, talk: Talk) -> Outcome:
        """Make it the one before again."""
        text = self.done(talk)
        for kind, id_ in self.before:
            known = talk.shoes.rotation.find(id_)
            talk.shoes.rotation = with_default(talk.shoes.rotation, kind, known.id if known else None)
        return say_about_shoes(talk, text)

    def _pair(self, talk: Talk) -> Shoe | None:
        """The pair that it was for the first of them; None where there was none, or it is gone."""
        return talk.shoes.rotation.find(next((id_ for _, id_ in self.before), None))
