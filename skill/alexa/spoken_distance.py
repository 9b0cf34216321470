"""Reads a distance from the slots of an intent."""

import re

from skill.alexa.slots import Slots
from skill.shoes.distance import Fraction, Race, SpokenDistance, Unit


def spoken_distance(slots: Slots) -> SpokenDistance:
    """The distance in an intent's slots."""
    decimals = slots.text("decimal") or ""
    return SpokenDistance(
        whole=slots.number("distance"),
        decimals=decimals if re.fullmatch(r"\d{1,6}", decimals, re.ASCII) else "",
        fraction=slots.word("fraction", Fraction),
        unit=slots.word("unit", Unit),
        race=slots.word("race_distance", Race),
        more_metres=slots.number("more_metres"),
    )
