"""What another book says of a pair, as the runner told it."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from skill.conversation.turn.talk import Talk
from skill.shoes.books import OtherBook
from skill.shoes.distance import METRES_IN, SpokenDistance
from skill.shoes.limits import LONGEST_LIFE, Refusal, RefusedError
from skill.shoes.shoe import Shoe
from skill.value import Value, field, replace


class Apart(StrEnum):
    """How another book differs, where a difference was told; the values are ids of slots."""

    MORE = "more"
    LESS = "less"


class Told(Value):
    """What the other book says, as it travels with a question.

    Attributes:
        metres: on the pair in question.
        grain: metres by which its figures may be off.
        others: on other pairs, by their ids.
    """

    metres: int
    grain: int
    others: Mapping[str, int] = field(default_factory=dict)

    def book(self, shoe: Shoe) -> OtherBook:
        """It beside what the log has of the pair today."""
        return OtherBook(shoe, self.metres, self.grain, self.others)


def told_total(talk: Talk, distance: SpokenDistance) -> Told | None:
    """The total that was told, and how exactly: to half of the last figure said.

    Raises:
        RefusedError: no pair runs so far.
    """
    metres = talk.place_settings.read_metres(distance)
    if metres is None:
        return None
    if not 0 <= metres <= LONGEST_LIFE:
        raise RefusedError(Refusal.STARTING_DISTANCE)
    unit = METRES_IN[distance.unit or talk.place_settings.read_unit()]
    grain = unit / 2 / (10 ** len(distance.decimals))
    return Told(
        round(metres), max(round(grain), 1) if not distance.fraction else round(unit * Decimal("0.13"))
    )


def as_total(told: Told | None, shoe: Shoe, apart: Apart | None) -> Told | None:
    """The total that is meant where a difference was told: so much more or less than the log has."""
    if told is None or apart is None:
        return told
    metres = told.metres if apart is Apart.MORE else -told.metres
    return replace(told, metres=max(shoe.metres + metres, 0))
