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

CHOICE: Final = {
    "routine": "Routine",
    "exercise": "Exercise",
    "pace": "Pace",
    "flow": "Flow",
    "form": "Form",
    "count_style": "CountStyle",
    "count_direction": "CountDirection",
    "hold_change": "HoldChange",
    "feeling": "Feeling",
    "topic": "AdviceTopic",
    "elsewhere": "Elsewhere",
    "body_area": "BodyArea",
    "equipment": "Equipment",
    "duration": "AMAZON.DURATION",
    **DISTANCE,
    "shoe": "Shoe",
    "day": "AMAZON.DATE",
    "run_kind": "RunKind",
    "period": "Period",
}

IDS: Final[Mapping[str, frozenset[str]]] = {"AdviceTopic": frozenset({"equipment"})}
"""Ids that a type of the model is going to have."""

SLOTS: Final[Mapping[str, Mapping[str, str]]] = {
    "AMAZON.FallbackIntent": {"guess": "AMAZON.SearchQuery"},
    "CanWearIntent": {"shoe": "Shoe", "day": "AMAZON.DATE", "run_kind": "RunKind", **DISTANCE},
    "ChangeHoldIntent": {"seconds": "AMAZON.NUMBER"},
    "ChoiceIntent": CHOICE,
    "LogRunIntent": {"duration": "AMAZON.DURATION", "more_metres": "AMAZON.NUMBER"},
    "DistanceIntent": {"more_metres": "AMAZON.NUMBER"},
    "CorrectDistanceIntent": {"more_metres": "AMAZON.NUMBER", "day": "AMAZON.DATE"},
    "CorrectShoesIntent": {"day": "AMAZON.DATE"},
    "PlannedRunIntent": {"shoe": "Shoe", "day": "AMAZON.DATE", "run_kind": "RunKind", **DISTANCE},
    "NoRunIntent": {"day": "AMAZON.DATE"},
    "OutOfScopeIntent": {"elsewhere": "Elsewhere"},
}
"""The types of those slots, by intent."""
