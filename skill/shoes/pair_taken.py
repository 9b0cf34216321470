"""The pair that a runner said would be worn, until its run is told."""

from datetime import datetime, timedelta
from typing import Final

from skill.value import Value

TAKEN_FOR: Final = timedelta(hours=18)
"""So long it is for the run that comes next: from the evening before until the run is over (our figure)."""


class PairTaken(Value):
    """A pair that the runner took along.

    Attributes:
        shoe: its id.
        at: when that was said, aware, UTC.
    """

    shoe: str
    at: datetime

    def holds(self, now: datetime) -> bool:
        """Whether the run that is told now may be the one it was taken for."""
        return self.at <= now <= self.at + TAKEN_FOR
