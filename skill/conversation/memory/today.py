"""What holds for one day only: the thing that is not there, what takes its place, and what is left out."""

from collections.abc import Mapping
from datetime import date

from skill.content.exercise import Equipment
from skill.content.stand_ins import StandIn
from skill.value import Value, field


class Today(Value):
    """What holds for one day.

    Attributes:
        day: in the runner's own calendar.
        missing: equipment that is not at hand, and will be again; a part of all that is missing.
        stand_ins: what is used instead of it.
        left_out: ids of exercises that the runner wants to leave out.
        missed_before: equipment that was missing on an earlier day, and has not been there since.
    """

    day: date
    missing: frozenset[Equipment] = frozenset()
    stand_ins: Mapping[Equipment, StandIn] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    missed_before: frozenset[Equipment] = frozenset()

    def on(self, day: date) -> "Today":
        """What of it holds on this day: on another one only what was missing is remembered."""
        if day == self.day:
            return self
        return Today(day, missed_before=self.missed_before | self.missing)
