"""What is not told after a red flag, until somebody has said that it is really fine to go on."""

from collections.abc import Callable, Mapping
from typing import Final

from skill.alexa.slots import SlotUseCase
from skill.conversation.stretching.safety import unless_held_back, unless_hurt
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk

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

_RUNNING: Final = (
    "PlannedRunIntent",
    "ChooseShoesIntent",
    "DayOrKindIntent",
    "CanWearIntent",
    "PairAgainIntent",
)
"""What is about a run that is still to come."""


def held_back(intents: Mapping[str, SlotUseCase]) -> dict[str, SlotUseCase]:
    """Return those of the intents that coach or send on a run, each asking what waits instead."""
    coaching = {name: _unless(unless_held_back, intents[name]) for name in _COACHING}
    return coaching | {name: _unless(unless_hurt, intents[name]) for name in _RUNNING}


def _unless(held: Callable[[Callable[[Talk], Outcome], Talk], Outcome], use_case: SlotUseCase) -> SlotUseCase:
    return lambda talk, slots: held(lambda calm: use_case(calm, slots), talk)
