"""Distances: units, races, and how a runner says them. Metres are the truth; words are made of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from skill.speech.lines import Lines


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


class Part(StrEnum):
    """A part of a unit; the values are the ids of the `Fraction` slot."""

    HALF = "half"
    QUARTER = "quarter"
    THREE_QUARTERS = "three-quarters"


PART_OF_ONE: Final[Mapping[Part, Decimal]] = {
    Part.HALF: Decimal("0.5"),
    Part.QUARTER: Decimal("0.25"),
    Part.THREE_QUARTERS: Decimal("0.75"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A distance as it was told: "six point two miles" is 6, decimals "2", miles.

    Attributes:
        whole: the number before the point; None when none was said.
        decimals: the digits after the point, in their order; empty when none were said.
        part: "and a half".
        unit: None when none was said.
        race: a race named instead of a number.
    """

    whole: Decimal | None = None
    decimals: str = ""
    part: Part | None = None
    unit: Unit | None = None
    race: Race | None = None

    def metres(self, unit: Unit) -> Decimal | None:
        """The distance in metres; None when none was told.

        Args:
            unit: taken when none was said.
        """
        if self.race is not None:
            half = self.race is Race.MARATHON and self.part is Part.HALF
            return RACE_METRES[Race.HALF_MARATHON if half else self.race]
        if self.whole is None and not self.decimals and self.part is None:
            return None
        amount = abs(self.whole or Decimal(0))
        if self.decimals:
            amount += Decimal(f"0.{self.decimals}")
        if self.part is not None:
            amount += PART_OF_ONE[self.part]
        signed = -amount if self.whole is not None and self.whole < 0 else amount
        return signed * METRES_IN[self.unit or unit]


def in_unit(metres: int, unit: Unit) -> Decimal:
    """Metres as an amount of another unit."""
    return metres / METRES_IN[unit]


def distance_in_words(words: Lines, metres: int, unit: Unit) -> str:
    """About how far, as one says it of a pair or a week: "two hundred and twelve kilometres".

    One decimal below twenty, whole above; below one kilometre in tens of metres.

    Args:
        words: the language's lines.
        metres: 0 or more.
        unit: of the runner; metres are taken for kilometres.
    """
    amount = in_unit(metres, _long(unit))
    return _in_words(words, metres, _long(unit), 1 if amount < 20 else 0)  # noqa: PLR2004  the rule above


def exact_distance_in_words(words: Lines, metres: int, unit: Unit) -> str:
    """A run as it is read back, to two decimals where they were told: "six point two five miles".

    Args:
        words: the language's lines.
        metres: 0 or more.
        unit: of the runner; metres are taken for kilometres.
    """
    for race in (Race.HALF_MARATHON, Race.MARATHON):
        if metres == round(RACE_METRES[race]):
            return words.say(f"distances.races.{race}")
    return _in_words(words, metres, _unit_told(metres, unit), 2)


def _unit_told(metres: int, unit: Unit) -> Unit:
    """Kilometres where a runner in miles ran a whole number of them: they told it so ("a ten k")."""
    tenth = METRES_IN[Unit.MILES] / 10
    in_miles = abs(metres - round(metres / tenth) * tenth) < 1
    return Unit.KILOMETRES if metres % 1000 == 0 and not in_miles else _long(unit)


def _long(unit: Unit) -> Unit:
    return Unit.KILOMETRES if unit is Unit.METRES else unit


def _in_words(words: Lines, metres: int, unit: Unit, places: int) -> str:
    if metres == 0:
        return words.say("distances.nothing")
    if unit is Unit.KILOMETRES and round(metres, -1) < 1000:  # noqa: PLR2004  below a kilometre
        return words.say("distances.metres.whole", count=metres if metres < 100 else round(metres, -1))  # noqa: PLR2004  tens from 100 m on
    amount = round(in_unit(metres, unit), places)
    if amount == amount.to_integral_value() and amount >= 1:
        return words.say(f"distances.{unit}.whole", count=int(amount))
    least = Decimal(1).scaleb(-max(places, 1))
    whole, _, decimals = f"{max(amount, least):f}".partition(".")
    return _with_part(words, int(whole), decimals.rstrip("0"), unit)


def _with_part(words: Lines, whole: int, decimals: str, unit: Unit) -> str:
    many = words.say(f"distances.{unit}.many")
    part = {"25": "quarter", "5": "half", "75": "three_quarters"}.get(decimals)
    if part and whole == 0:
        return words.say(f"distances.{unit}.{part}")
    if part:
        return words.say(f"distances.and_{part}", whole=whole, unit=many)
    digits = " ".join(words.number(int(digit)) for digit in decimals)
    said = words.say("distances.point", whole=whole, digits=digits)
    return words.say("distances.with_decimals", number=said, unit=many)
