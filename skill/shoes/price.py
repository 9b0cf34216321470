"""What a pair cost, as the runner said it, and what that makes a kilometre or a mile."""

from decimal import ROUND_HALF_UP
from enum import StrEnum
from typing import Final

from skill.shoes.distance import METRES_IN, Unit
from skill.value import Value


class Currency(StrEnum):
    """What prices are told in; the values are the ids of the `Currency` slot.

    It is the word that was said, and no country's money: dollars are those of where the runner lives.
    """

    EUROS = "euros"
    POUNDS = "pounds"
    DOLLARS = "dollars"
    RUPEES = "rupees"
    FRANCS = "francs"
    KRONOR = "kronor"
    YEN = "yen"
    RAND = "rand"


HUNDREDTHS: Final = 100
"""Of a unit of money: cents, pence, paise, centimes, ore. Nobody counts in those of a yen."""


class Price(Value):
    """What a pair cost.

    Attributes:
        hundredths: of a unit of money, 0 or more: 13,999 is one hundred and thirty nine euros ninety nine.
        currency: the unit.
    """

    hundredths: int
    currency: Currency


def cost_of_each(price: Price, metres: int, unit: Unit) -> Price | None:
    """What a kilometre or a mile has cost so far, rounded to hundredths.

    Args:
        price: of the pair.
        metres: everything that it has run.
        unit: kilometres or miles.

    Returns:
        None before it has run a whole one: what one costs then is the pair.
    """
    if metres < METRES_IN[unit]:
        return None
    each = price.hundredths * METRES_IN[unit] / metres
    return Price(int(each.to_integral_value(ROUND_HALF_UP)), price.currency)
