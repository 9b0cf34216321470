"""Slots that the skill reads and the interaction model does not declare yet; empty once it does."""

from collections.abc import Mapping
from typing import Final

DISTANCE: Final = {
    "distance": "AMAZON.NUMBER",
    "decimal": "AMAZON.NUMBER",
    "fraction": "Fraction",
    "unit": "Unit",
    "race_distance": "RaceDistance",
    "more_metres": "AMAZON.NUMBER",
}

SLOTS: Final[Mapping[str, Mapping[str, str]]] = {
    "AMAZON.FallbackIntent": {"guess": "AMAZON.SearchQuery"},
}
"""The types of those slots, by intent."""
