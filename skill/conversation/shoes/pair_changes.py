"""What a turn changes of the pairs, the rest rule and the unit, and how each is taken back."""

from datetime import datetime
from typing import Any, Final

from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import named_in_words, pair_in_words, rounded_distance
from skill.conversation.shoes.which_pair import vocabulary_of
from skill.conversation.turn.change import Change
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.check_up import Examination
from skill.shoes.distance import Unit
from skill.shoes.lifetime import reset_announced
from skill.shoes.name_rules import check_name
from skill.shoes.pairs import delete_pair
from skill.shoes.price import Price
from skill.shoes.rotation import Rest, Rotation
from skill.shoes.run import RunKind
from skill.shoes.shoe import Basis, Life, Shoe
from skill.shoes.spans import Span
from skill.value import replace


class PairAdded(Change, name="pair-added"):
    """A pair was added.

    Attributes:
        pair: its id.
    """

    pair: str

    def stands(self, talk: Talk) -> bool:
        """Whether the pair is there and no run of it is."""
        shoe = talk.shoes.rotation.find(self.pair)
        return shoe is not None and not shoe.wear.tally.runs

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The pair's name."""
        shoe = talk.shoes.rotation.find(self.pair)
        return {"pair": pair_in_words(talk, shoe) if shoe else ""}

    def take_back(self, talk: Talk) -> Outcome:
        """Remove the pair."""
        text = self.done(talk)
        shoe = talk.shoes.rotation.find(self.pair)
        if shoe:
            talk.shoes.rotation = delete_pair(talk.shoes.rotation, shoe)
        return say_about_shoes(talk, text)


_LINES: Final = {
    "examination": "pair-checked",
    "life": "pair-life",
    "kinds": "pair-kinds",
    "starting_metres": "pair-start",
    "alert_metres": "pair-alert",
    "price": "pair-told",
    "bought": "pair-told",
    "brand": "pair-told",
    "model": "pair-told",
}
"""The lines of a change of a pair, by what of it is otherwise; the first one counts."""


class PairChanged(Change, name="pair-changed"):
    """A pair was renamed, retired, brought back or checked, or its life, kinds or starting distance were set.

    Attributes:
        pair: its id.
        nickname: before, as are the others.
        life: see `Shoe`.
        kinds: see `Shoe`.
        retired_at: see `Shoe`.
        starting_metres: see `Shoe`.
        life_basis: see `Shoe`; None in what an older version noted.
        examination: see `Shoe`.
        price: see `Shoe`.
        bought: see `Shoe`.
        brand: see `Shoe`.
        model: see `Shoe`.
        alert_metres: see `Shoe`.
    """

    pair: str
    nickname: str
    life: Life
    kinds: frozenset[RunKind]
    retired_at: datetime | None
    starting_metres: int
    life_basis: Basis | None = None
    examination: Examination | None = None
    price: Price | None = None
    bought: Span | None = None
    brand: str | None = None
    model: str | None = None
    alert_metres: int | None = None

    @classmethod
    def of(cls, shoe: Shoe) -> "PairChanged":
        """The change of a pair that is still as it was; a life that nobody set follows from other pairs."""
        kept = {name: getattr(shoe, name) for name in _KEPT}
        if shoe.life_basis not in (Basis.TOLD, Basis.CHECKED):
            kept |= {"life": Life(), "life_basis": Basis.CONVENTION}
        return cls(shoe.id, **kept)

    def stands(self, talk: Talk) -> bool:
        """Whether the pair is there and otherwise than before."""
        shoe = talk.shoes.rotation.find(self.pair)
        return shoe is not None and PairChanged.of(shoe) != replace(self, life_basis=self._basis)

    def otherwise(self, shoe: Shoe) -> dict[str, Any]:
        """What of the pair is otherwise now, by the names of its fields."""
        now = PairChanged.of(shoe)
        return {name: getattr(shoe, name) for name in _KEPT if getattr(now, name) != getattr(self, name)}

    def line(self, talk: Talk) -> str:
        """By what is otherwise."""
        shoe = talk.shoes.rotation.find(self.pair)
        if shoe is None:
            return "pair-start"
        if (shoe.retired_at is None) != (self.retired_at is None):
            return "pair-brought-back" if shoe.active else "pair-retired"
        if shoe.nickname != self.nickname:
            return "pair-renamed"
        different = self.otherwise(shoe)
        return next((line for name, line in _LINES.items() if name in different), "pair-start")

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The pair's names now and before, and its starting distance before."""
        shoe = talk.shoes.rotation.find(self.pair)
        before = named_in_words(talk, self.nickname)
        return {
            "pair": pair_in_words(talk, shoe) if shoe else before,
            "before": before,
            "start": rounded_distance(talk, self.starting_metres),
        }

    def take_back(self, talk: Talk) -> Outcome:
        """Make the pair what it was."""
        rotation, text = talk.shoes.rotation, self.done(talk)
        shoe = rotation.find(self.pair)
        if shoe:
            if self.retired_at is None:
                check_name(self.nickname, rotation, vocabulary_of(talk), shoe.id)
            kept = {name: getattr(self, name) for name in _KEPT} | {"life_basis": self._basis}
            before = replace(shoe, **kept, alerted=True)
            talk.shoes.rotation = rotation.with_shoe(reset_announced(before))
        return say_about_shoes(talk, text)

    @property
    def _basis(self) -> Basis:
        """Why its life was what it was; before that was noted, only a runner's word moved one."""
        return self.life_basis or (Basis.CONVENTION if self.life == Life() else Basis.TOLD)


_KEPT: Final = tuple(name for name in PairChanged.__struct_fields__ if name != "pair")


class RestChanged(Change, name="rest-changed"):
    """The rest between runs was set, or switched on or off.

    Attributes:
        before: the rule before.
    """

    before: Rest

    def stands(self, talk: Talk) -> bool:
        """Whether the rule is another now."""
        return talk.shoes.rotation.rest != self.before

    def line(self, talk: Talk) -> str:  # noqa: ARG002 - it shows in the rule before
        """By whether rest counted before."""
        return self.name if self.before.on else f"{self.name}-off"

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The rest before."""
        return {"time": talk.line("shoes.setting.hours", count=self.before.hours)}

    def take_back(self, talk: Talk) -> Outcome:
        """Restore the rule."""
        talk.shoes.rotation = talk.shoes.rotation.with_rest(self.before)
        return say_about_shoes(talk, self.done(talk))


class UnitChanged(Change, name="unit-changed"):
    """The unit the coach speaks in was set.

    Attributes:
        before: the one asked for before; None when none was.
    """

    before: Unit | None

    def stands(self, talk: Talk) -> bool:
        """Whether the unit is another now."""
        return talk.place_settings.local.unit != self.before

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The unit that is taken back."""
        return {"unit": talk.line(f"shoes.units.{talk.place_settings.read_unit()}")}

    def take_back(self, talk: Talk) -> Outcome:
        """Restore the unit."""
        talk.place_settings.local = replace(talk.place_settings.local, unit=self.before)
        return say_about_shoes(talk, self.done(talk))


def change_pair(talk: Talk, shoe: Shoe, rotation: Rotation) -> Shoe:
    """Take over a rotation in which one pair is changed, and note how the pair was.

    Args:
        talk: the turn.
        shoe: the pair before.
        rotation: the one after.

    Returns:
        The pair after.
    """
    talk.shoes.rotation = rotation
    change = PairChanged.of(shoe)
    if change.stands(talk):
        talk.changed(change)
    return rotation.find(shoe.id) or shoe
