"""Distances as they are shown, in the runner's unit."""

from typing import Final

from skill.conversation.memory.shoe_pages import ShoesTold
from skill.conversation.turn.place_settings import MILES_IN
from skill.shoes.distance import Unit, in_unit

SHORT: Final = {Unit.KILOMETRES: "km", Unit.MILES: "mi"}


def unit_of(told: ShoesTold | None, locale: str) -> Unit:
    """The unit asked for, else used last, else the locale's: as the coach has it where no device tells."""
    if told and (asked := told.local_settings.unit or told.local_settings.heard_unit):
        return asked
    return Unit.MILES if locale in MILES_IN else Unit.KILOMETRES


def distance(metres: float, unit: Unit) -> str:
    """A distance with one decimal where it has one: "10.2 km", "10 km"."""
    figures = f"{in_unit(round(metres), unit):.1f}".removesuffix(".0")
    return f"{figures} {SHORT[unit]}"
