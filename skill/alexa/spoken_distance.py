"""Reads a distance from the slots of an intent."""

from skill.alexa.slots import Slots
from skill.shoes.distance import Fraction, Race, SpokenDistance, Unit


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
