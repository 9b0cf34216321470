"""What the coach foretold of a pair's end, kept until it has come, and how that compares."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final

from skill.value import Value

RECORD_OF: Final = 5
"""So many forecasts, the newest, are counted in the record: an old one was made by other habits."""


class Fared(StrEnum):
    """How a forecast fared."""

    HELD = "held"
    SOONER = "sooner"
    LATER = "later"


class Foretold(Value):
    """The first forecast of a pair that the runner was told, by the days of the runner's own calendar.

    Attributes:
        on: when it was told.
        first: it would hardly be before.
        last: it would hardly be after.
        ended: when the pair was retired, or past its life; None while neither is so.
    """

    on: date
    first: date
    last: date
    ended: date | None = None

    @property
    def fared(self) -> Fared | None:
        """How it fared; None while nobody can tell."""
        if self.ended is None:
            return None
        if self.ended < self.first:
            return Fared.SOONER
        return Fared.HELD if self.ended <= self.last else Fared.LATER


class Record(Value):
    """How the newest forecasts that came due fared.

    Attributes:
        held: how many ended within their days.
        judged: how many came due; `RECORD_OF` at most.
    """

    held: int
    judged: int


def newest_judged(foretold: Iterable[Foretold | None]) -> tuple[Foretold, ...]:
    """Those of the forecasts that came due, the newest end first, `RECORD_OF` at most."""
    judged = [one for one in foretold if one and one.ended]
    return tuple(sorted(judged, key=lambda one: (one.ended or date.min, one.on), reverse=True)[:RECORD_OF])


def record_of(foretold: Iterable[Foretold | None]) -> Record:
    """How the newest forecasts fared."""
    judged = newest_judged(foretold)
    return Record(sum(one.fared is Fared.HELD for one in judged), len(judged))
