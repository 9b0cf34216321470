"""Distances: units, races, and what a runner said of one."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Final

from skill.value import Value


class Unit(StrEnum):
    """A unit of distance; the values are the ids of the `Unit` slot."""

    KILOMETRES = "kilometres"
    MILES = "miles"
    METRES = "metres"


METRES_IN: Final[Mapping[Unit, Decimal]] = {
    Unit.KILOMETRES: Decimal(1000),
    Unit.MILES: Decimal("1609.344"),  # the international mile, exact by definition (1959)
    Unit.METRES: Decimal(1),
}


class Race(StrEnum):
    """A race whose name is its distance; the values are the ids of the `RaceDistance` slot."""

    FIVE_K = "five-k"
    TEN_K = "ten-k"
    HALF_MARATHON = "half-marathon"
    MARATHON = "marathon"


RACE_METRES: Final[Mapping[Race, Decimal]] = {
    Race.FIVE_K: Decimal(5000),
    Race.TEN_K: Decimal(10000),
    Race.HALF_MARATHON: Decimal("21097.5"),
    Race.MARATHON: Decimal(42195),
}
"""World Athletics, Competition and Technical Rules, TR 55."""


class Fraction(StrEnum):
    """A fraction of a unit; the values are the ids of the `Fraction` slot."""

    HALF = "half"
    QUARTER = "quarter"
    THREE_QUARTERS = "three-quarters"


AMOUNT_OF: Final[Mapping[Fraction, Decimal]] = {
    Fraction.HALF: Decimal("0.5"),
    Fraction.QUARTER: Decimal("0.25"),
    Fraction.THREE_QUARTERS: Decimal("0.75"),
}


class SpokenDistance(Value):
    """A distance as the runner said it: "six point two miles" is 6, decimals "2", miles.

    Attributes:
        whole: the number before the point; None when none was said.
        decimals: the digits after the point, in their order; empty when none were said.
        fraction: "and a half"; None when none was said.
        unit: None when none was said.
        race: a race that was named instead of a number; None when none was.
        more_metres: "and five hundred metres" behind the rest; None when none were said.
    """

    whole: Decimal | None = None
    decimals: str = ""
    fraction: Fraction | None = None
    unit: Unit | None = None
    race: Race | None = None
    more_metres: Decimal | None = None

    def metres(self, unit: Unit) -> Decimal | None:
        """The distance in metres; None when none was said.

        Args:
            unit: the one that is meant when none was said.
        """
        told = self._metres_told(unit)
        if told is None or self.more_metres is None:
            return self.more_metres if told is None else told
        return told + self.more_metres

    def _metres_told(self, unit: Unit) -> Decimal | None:
        """The distance without the metres behind it."""
        if self.race is not None:
            half = self.race is Race.MARATHON and self.fraction is Fraction.HALF
            return RACE_METRES[Race.HALF_MARATHON if half else self.race]
        if self.whole is None and not self.decimals and self.fraction is None:
            return None
        amount = abs(self.whole or Decimal(0))
        if self.decimals:
            amount += Decimal(f"0.{self.decimals}")
        if self.fraction is not None:
            amount += AMOUNT_OF[self.fraction]
        signed = -amount if self.whole is not None and self.whole < 0 else amount
        return signed * METRES_IN[self.unit or unit]

    def whole_number(self) -> int | None:
        """The number, where a whole number is all that was said."""
        if self.whole is None or self.whole % 1 or self != SpokenDistance(self.whole):
            return None
        return int(self.whole)


NO_DISTANCE: Final = SpokenDistance()
"""Nothing was said about a distance."""


def in_unit(metres: int, unit: Unit) -> Decimal:
    """Metres as an amount of another unit."""
    return metres / METRES_IN[unit]
