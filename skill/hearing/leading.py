"""What is said before a request about the thing requested: "I'm off for twelve k, which shoes?"."""

from collections.abc import Mapping
from dataclasses import replace

from skill.hearing.slot_values import NUMBER, Reading, Spot
from skill.hearing.templates import Templates

PARTS = frozenset({NUMBER, "Unit", "Fraction"})
"""The slot types that say something together only: "twelve" and "k"; "half" alone is a half marathon too."""

_LONGEST_MEASURE = 7
"""The words of "twelve and three quarters of a mile"."""
_MOST_WORDS = 20


def said_before(reading: Reading, slots: Mapping[str, str], templates: Templates) -> dict[str, Spot]:
    """Return what a leading clause says of a request: the longest measure in it, then the rest.

    Args:
        reading: the clause.
        slots: the request's slots that are still empty: their types by their names.
        templates: the samples, by which the parts of a measure are told apart.
    """
    if len(reading.words) > _MOST_WORDS:
        return {}
    found = _measure(reading, slots, templates)
    for name, slot_type in slots.items():
        free = [
            spot
            for spot in reading.spots
            if spot.slot_type == slot_type
            and slot_type not in PARTS
            and not any(spot.start < taken.end and taken.start < spot.end for taken in found.values())
        ]
        if free:
            found[name] = max(free, key=lambda spot: (spot.end - spot.start, -spot.start))
    return found


def _measure(reading: Reading, slots: Mapping[str, str], templates: Templates) -> dict[str, Spot]:
    words, spots = reading
    for length in range(min(len(words), _LONGEST_MEASURE), 1, -1):
        for start in range(len(words) - length + 1):
            end = start + length
            within = [spot for spot in spots if start <= spot.start and spot.end <= end]
            if {spot.slot_type for spot in within}.isdisjoint(PARTS):
                continue
            for exact in templates.recognise(_part(reading, start, end)):
                forms = exact.template.forms
                if (
                    len(exact.slots) > 1
                    and forms[0].startswith("{")
                    and forms[-1].startswith("{")
                    and exact.template.slots.items() <= slots.items()
                    and PARTS.issuperset(exact.template.slots.values())
                ):
                    return {name: _moved(spot, start) for name, spot in exact.slots.items()}
    return {}


def _part(reading: Reading, start: int, end: int) -> Reading:
    within = [spot for spot in reading.spots if start <= spot.start and spot.end <= end]
    return Reading(reading.words[start:end], [_moved(spot, -start) for spot in within])


def _moved(spot: Spot, by: int) -> Spot:
    return replace(spot, start=spot.start + by, end=spot.end + by)
