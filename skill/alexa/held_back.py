"""What is not told after a red flag, until somebody has said that it is really fine to go on."""

from collections.abc import Mapping
from typing import Final

from skill.alexa.slots import SlotUseCase
from skill.conversation.stretching.safety import unless_held_back

_COACHING: Final = (
    "ExplainIntent",
    "FormQuestionIntent",
    "WhatsNextIntent",
    "HowLongLeftIntent",
    "HowManyLeftIntent",
    "BoutsLeftIntent",
    "HowFarIntent",
    "WhereAmIIntent",
    "ListExercisesIntent",
    "BestExercisesIntent",
    "TooEasyIntent",
    "WhatCanISayIntent",
    "AMAZON.HelpIntent",
)
"""What tells of an exercise, or of words that go on with one."""


def held_back(intents: Mapping[str, SlotUseCase]) -> dict[str, SlotUseCase]:
    """Return those of the intents that coach, each asking what waits after a red flag instead."""
    return {name: _unless_held_back(intents[name]) for name in _COACHING}


def _unless_held_back(use_case: SlotUseCase) -> SlotUseCase:
    return lambda talk, slots: unless_held_back(lambda calm: use_case(calm, slots), talk)
