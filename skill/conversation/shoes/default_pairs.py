"""The pairs that runs without a pair are logged in: one for any run, and one for a kind of run."""

from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.default_words import default_in_words
from skill.conversation.shoes.pair_exchanges import DefaultChanged
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import capitalised, pair_in_words
from skill.conversation.shoes.which_pair import WhichPair, find_pair, meant
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.default_pairs import default_of, kinds_of_default, with_default
from skill.shoes.limits import Refusal, RefusedError
from skill.shoes.run import RunKind


class DefaultWhichPair(WhichPair, kw_only=True, name="default-which-pair"):
    """Which pair is to be the default.

    Attributes:
        kinds: for runs of these; empty for any.
    """

    kinds: frozenset[RunKind] = frozenset()

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Make it the default."""
        return set_default(talk, heard, self.kinds)


def set_default(talk: Talk, heard: Slot | None, kinds: frozenset[RunKind]) -> Outcome:
    """Log runs of these kinds, or any where there is none, in this pair where none is told."""
    if not talk.shoes.rotation.active:
        raise ask_for_first_pair(talk)
    shoe = find_pair(talk, heard, DefaultWhichPair(kinds=kinds))
    if not shoe.active:
        raise RefusedError(Refusal.RETIRED, shoe)
    _change(talk, _in_order(kinds), shoe.id)
    pair, runs = pair_in_words(talk, shoe), default_in_words(talk, _in_order(kinds))
    return say_about_shoes(talk, talk.line("pairs.default.set", pair=pair, runs=runs))


def clear_default(talk: Talk, kinds: frozenset[RunKind], heard: Slot | None = None) -> Outcome:
    """Ask again for the pair of runs of these kinds, or of any.

    Args:
        talk: the turn.
        kinds: of the runs; empty for any.
        heard: the pair that is to be the default no longer: only where it is one is anything cleared, and
            where no kind was told, for all that it is the default for. None where none was named.
    """
    rotation = talk.shoes.rotation
    cleared = tuple(kind for kind in _in_order(kinds) if default_of(rotation, kind))
    named = meant(talk, heard, rotation.shoes) if heard else ()
    if named:
        its_own = tuple(kind for shoe in named for kind in kinds_of_default(rotation, shoe))
        cleared = tuple(kind for kind in its_own if not kinds or kind in kinds)
        if not cleared:
            pair, runs = pair_in_words(talk, named[0]), default_in_words(talk, _in_order(kinds))
            return say_about_shoes(talk, talk.line("pairs.default.is_not", pair=capitalised(pair), runs=runs))
    _change(talk, cleared, None)
    line = "pairs.default.cleared" if cleared else "pairs.default.none"
    return say_about_shoes(talk, talk.line(line, runs=default_in_words(talk, cleared or _in_order(kinds))))


def tell_defaults(talk: Talk) -> Outcome:
    """Say which pairs are the default, and for what."""
    rotation = talk.shoes.rotation
    parts = [
        talk.line(
            "pairs.default.is",
            pair=capitalised(pair_in_words(talk, shoe)),
            runs=default_in_words(talk, kinds_of_default(rotation, shoe)),
        )
        for shoe in rotation.shoes
        if kinds_of_default(rotation, shoe)
    ]
    return say_about_shoes(talk, " ".join(parts) or talk.line("pairs.default.how"))


def _in_order(kinds: frozenset[RunKind]) -> tuple[RunKind | None, ...]:
    """The kinds in the order in which they are named; any run where there is none."""
    return tuple(kind for kind in RunKind if kind in kinds) or (None,)


def _change(talk: Talk, kinds: tuple[RunKind | None, ...], shoe: str | None) -> None:
    rotation = talk.shoes.rotation
    change = DefaultChanged(tuple((kind, default_of(rotation, kind)) for kind in kinds))
    for kind in kinds:
        rotation = with_default(rotation, kind, shoe)
    talk.shoes.rotation = rotation
    if change.stands(talk):
        talk.changed(change)
