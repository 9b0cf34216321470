"""The runner's account at a service that keeps runs, as a turn may ask it."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from skill.importing.found import Found


class RunAccount(Protocol):
    """An account at Strava, linked or not; what it is asked and told is kept nowhere."""

    @property
    def linked(self) -> bool:
        """Whether the runner lets it be asked."""
        ...

    def new_runs(self, since: datetime, known: Collection[str]) -> Found:
        """The runs that began since then, and their pairs.

        It never takes longer than a turn can wait, and in one turn it gives the same each time.

        Args:
            since: aware.
            known: keys of pairs of which nothing more is to be learnt.

        Raises:
            ServiceError: it gave nothing, or nothing in time.
        """
        ...
