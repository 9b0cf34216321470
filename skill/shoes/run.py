"""A run, as the log keeps it, and the newest of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class RunKind(StrEnum):
    """What a run is for; the values are the ids of the `RunKind` slot."""

    EASY = "easy"
    LONG = "long"
    TEMPO = "tempo"
    INTERVALS = "intervals"
    RACE = "race"
    TRAIL = "trail"


@dataclass(frozen=True, slots=True)
class Run:
    """One run.

    Attributes:
        id: that of the request or activity that told it, so that a run told twice is logged once.
        at: when it was run, aware, UTC; the middle of the time of day when only that is known.
        day: the runner's own calendar day, which no later change of time zone moves.
        metres: 1 or more. Whole metres, so that totals are exact sums and miles come back as said:
            0.01 mile is 16 m.
        shoe: id of the pair that was worn, None when it is not known.
        kind: None when it was not told.
    """

    id: str
    at: datetime
    day: date
    metres: int
    shoe: str | None = None
    kind: RunKind | None = None


@dataclass(frozen=True, slots=True)
class RecentRuns:
    """The newest runs of the log.

    Attributes:
        runs: newest first.
        complete_since: every run since then is among them; None when they are all there are.
    """

    runs: Sequence[Run]
    complete_since: datetime | None = None
