"""A routine and how it is done."""

from dataclasses import dataclass

from skill.coach.preferences import Preferences
from skill.coach.routine import Routine


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to perform.

    Attributes:
        known: ids of the exercises that the runner knows well enough for brief instructions.
    """

    routine: Routine
    preferences: Preferences
    known: frozenset[str] = frozenset()
