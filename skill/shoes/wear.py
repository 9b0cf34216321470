"""Sums of runs, kept beside what they describe so that no turn has to read the whole log."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Self

from skill.shoes.run import Run

LATEST_KEPT: Final = 8
"""How many of the newest runs a pair remembers the time of: that many can be taken back and the pair
still knows when it was worn before."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A sum of runs.

    Attributes:
        metres: together, 0 or more.
        runs: how many.
    """

    metres: int = 0
    runs: int = 0

    def plus(self, other: Self) -> "Tally":
        """Both sums together."""
        return Tally(self.metres + other.metres, self.runs + other.runs)

    def minus(self, other: Self) -> "Tally":
        """This sum without the other, which must be part of it."""
        return Tally(self.metres - other.metres, self.runs - other.runs)


NO_RUNS: Final = Tally()


@dataclass(frozen=True, slots=True)
class Wear:
    """The runs of one pair, summed.

    Attributes:
        tally: all of its runs.
        latest: times of its newest runs, newest first: exactly the newest `len(latest)`.
    """

    tally: Tally = NO_RUNS
    latest: tuple[datetime, ...] = ()

    @property
    def last_run_at(self) -> datetime | None:
        """When it was worn last; None when never, or longer ago than the pair remembers."""
        return self.latest[0] if self.latest else None

    def plus(self, run: Run) -> "Wear":
        """With one more run, newer or older than those it has."""
        remembers_all = self.tally.runs == len(self.latest)
        latest = self.latest
        if remembers_all or not latest or run.at >= latest[-1]:
            latest = tuple(sorted((*latest, run.at), reverse=True))[:LATEST_KEPT]
        return Wear(self.tally.plus(tally_of(run)), latest)

    def minus(self, run: Run, others: Iterable[datetime]) -> "Wear":
        """Without one of its runs.

        Args:
            run: one that is part of this.
            others: times of the pair's other runs, newest first, as far back as the caller knows; read
                only when every remembered run has been taken back.
        """
        remembered = list(self.latest)
        if run.at in remembered:
            remembered.remove(run.at)
        tally = self.tally.minus(tally_of(run))
        if not remembered and tally.runs:
            remembered = list(others)[:LATEST_KEPT]
        return Wear(tally, tuple(remembered))


UNWORN: Final = Wear()


def tally_of(run: Run) -> Tally:
    """The sum of one run."""
    return Tally(run.metres, 1)
