"""What a runner tells of a pair beside its name, while adding it or later."""

from datetime import date
from typing import Final

from skill.shoes.limits import Refusal, RefusedError, check_starting_distance
from skill.shoes.price import Price
from skill.shoes.run import RunKind
from skill.shoes.shoe import Shoe
from skill.shoes.spans import Span
from skill.value import Value, replace


class ToldOfPair(Value):
    """What was told of a pair; None, or empty, where nothing was.

    Attributes:
        metres: how far it had run before it was added.
        kinds: the kinds of run it is kept for.
        price: what it cost.
        bought: when it was bought.
        brand: who makes it.
        model: which of the maker's shoes it is.
    """

    metres: float | None = None
    kinds: frozenset[RunKind] = frozenset()
    price: Price | None = None
    bought: Span | None = None
    brand: str | None = None
    model: str | None = None

    def together_with(self, before: "ToldOfPair") -> "ToldOfPair":
        """This, with what was told before and is not told otherwise now."""
        return ToldOfPair(
            before.metres if self.metres is None else self.metres,
            self.kinds or before.kinds,
            self.price or before.price,
            self.bought or before.bought,
            self.brand or before.brand,
            self.model or before.model,
        )

    def of(self, shoe: Shoe, today: date) -> Shoe:
        """The pair with all that was told.

        Args:
            shoe: the pair.
            today: the runner's own day.

        Raises:
            RefusedError: no pair has run so far, or it was bought on a day still to come.
        """
        if self.bought and self.bought.first > today:
            raise RefusedError(Refusal.BOUGHT)
        return replace(
            shoe,
            starting_metres=shoe.starting_metres
            if self.metres is None
            else check_starting_distance(self.metres),
            kinds=self.kinds or shoe.kinds,
            price=self.price or shoe.price,
            bought=self.bought or shoe.bought,
            brand=self.brand or shoe.brand,
            model=self.model or shoe.model,
        )


NOTHING_TOLD: Final = ToldOfPair()
"""Nothing was told beside the name."""
