"""Distances and prices in an intent's slots."""

from skill.alexa.slots import Slots
from skill.shoes.distance import Fraction, Race, SpokenDistance, Unit
from skill.shoes.price import Currency
from skill.shoes.spoken_price import SpokenPrice


def spoken_distance(slots: Slots) -> SpokenDistance:
    """The distance in an intent's slots."""
    return SpokenDistance(
        whole=slots.number("distance"),
        decimals=slots.digits("decimal"),
        fraction=slots.word("fraction", Fraction),
        unit=slots.word("unit", Unit),
        race=slots.word("race_distance", Race),
        more_metres=slots.number("more_metres"),
    )


def spoken_price(slots: Slots) -> SpokenPrice:
    """The price in an intent's slots."""
    return SpokenPrice(
        whole=slots.number("price"),
        decimals=slots.digits("price_decimal"),
        cents=slots.whole("cents"),
        currency=slots.word("currency", Currency),
    )
