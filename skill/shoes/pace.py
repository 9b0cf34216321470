"""How fast a runner usually runs, by the runs of which it is known how long they took."""

from collections.abc import Iterable
from statistics import median
from typing import Final

from skill.shoes.distance import METRES_IN, Unit
from skill.shoes.run import Run

FEWEST_TIMED: Final = 3
"""Runs whose time is known, before anything is usual; our figure."""
NEWEST_TIMED: Final = 20
"""So many of them count: a runner's pace changes over months; our figure."""
FASTEST: Final = 120
"""Seconds for a kilometre: faster than any world record from 1,000 m on (131.96 s, Noah Ngeny, 1999)."""
SLOWEST: Final = 1200
"""Seconds for a kilometre, a slow walk of 3 km/h: what takes longer is no pace of running; our figure."""


def pace(metres: int, seconds: int) -> float | None:
    """The seconds for a kilometre; None where nobody runs like that."""
    found = seconds / metres * 1000
    return found if FASTEST <= found <= SLOWEST else None


def usual_pace(runs: Iterable[Run]) -> float | None:
    """The runner's usual seconds for a kilometre, the middle one; None where too few runs tell.

    Args:
        runs: the newest runs, newest first.
    """
    timed = [found for run in runs if run.seconds and (found := pace(run.metres, run.seconds))]
    return median(timed[:NEWEST_TIMED]) if len(timed) >= FEWEST_TIMED else None


def distance_at(seconds_per_kilometre: float, seconds: int, unit: Unit) -> int:
    """How far that time goes at a pace, to half a unit, in metres."""
    halves = round(seconds / seconds_per_kilometre * 1000 / float(METRES_IN[unit]) * 2)
    return round(halves * METRES_IN[unit] / 2)
