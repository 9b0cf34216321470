"""How far through its life a pair is, when that is said, and when its life will be over."""

from datetime import datetime, timedelta
from math import exp, hypot, sqrt
from typing import Final

from skill.shoes.alerts import reset_alert
from skill.shoes.run import RecentRuns
from skill.shoes.shoe import Basis, Life, Shoe, Stage
from skill.value import Value, replace

FORECAST_WINDOW: Final = timedelta(weeks=8)
"""A forecast goes by the runs of this time: long enough for a week without running, short enough to follow a
change of the training plan."""
SHORTEST_WINDOW: Final = timedelta(weeks=3)
FEWEST_RUNS: Final = 5
"""A forecast from less time or fewer runs would say more about one run than about the runner."""
FURTHEST_FORECAST: Final = timedelta(days=3650)
LATER: Final = 1.08
"""How much longer than at the pace of the last weeks a life lasts, for the weeks off to come; this and the
three below by bench/forecast.py."""
UNSURE_OF_THE_PACE: Final = 0.8
"""How far the logarithm of the time that is left spreads after one week of runs; less with more of them."""
UNSURE_OF_THE_WEEKS: Final = 0.5
"""How far it spreads for one week to come; less for more of them, which level out."""
UNSURE_ANYWAY: Final = 0.15
"""How far it spreads however much is known: levels change."""
UNSURE_OF_THE_LIFE: Final = 0.8
"""How much of a learnt life's spread counts, as a share of what is left: half of the pairs end at the figure
itself, because the coach says so there."""
ENDS_BEFORE: Final = 0.4
"""By how much of that spread a pair ends before the figure on average: the other half is done sooner."""
EIGHT_OF_TEN: Final = 1.2816
"""Of a normal distribution's spread: within it lies what comes eight times out of ten."""


class Forecast(Value):
    """When a pair's life will be over.

    Attributes:
        earliest: it will hardly be before.
        likely: as likely before as after.
        latest: it will hardly be after; between earliest and latest eight times out of ten.
    """

    earliest: datetime
    likely: datetime
    latest: datetime


def stage_to_announce(shoe: Shoe) -> Stage | None:
    """The stage that the runner has not been told yet; None when there is nothing new to say."""
    return shoe.stage if shoe.active and shoe.stage > shoe.announced else None


def mark_announced(shoe: Shoe) -> Shoe:
    """The pair once the runner has been told its stage."""
    return replace(shoe, announced=max(shoe.announced, shoe.stage))


def reset_announced(shoe: Shoe) -> Shoe:
    """The pair with `announced` lowered to its present stage: later ones, and its alert, are said again."""
    return reset_alert(replace(shoe, announced=min(shoe.announced, shoe.stage)))


def with_life(shoe: Shoe, life: Life) -> Shoe:
    """The pair under a life that the runner told.

    Stages that it has not reached any more will be announced again, and what was foretold by another life is
    forgotten.
    """
    return reset_announced(replace(shoe, life=life, life_basis=Basis.TOLD, foretold=None))


def forecast(shoe: Shoe, recent: RecentRuns, now: datetime, unsure_metres: int = 0) -> Forecast | None:
    """When the pair's life will be over if it runs on as in the last weeks, with some of them off.

    Args:
        shoe: the pair.
        recent: the newest runs of the runner, this pair's among them.
        now: aware, UTC.
        unsure_metres: by how much its life may be another, where that was learnt.

    Returns:
        The days, ten years from now at most; None when the pair is past its life or ran less than five times
        in the last eight weeks.
    """
    since = now - FORECAST_WINDOW
    if recent.complete_since is not None:
        since = max(since, recent.complete_since)
    worn = [run for run in recent.runs if run.shoe == shoe.id and since <= run.at <= now]
    if len(worn) < FEWEST_RUNS or shoe.metres_left <= 0:
        return None
    if len(worn) == shoe.wear.tally.runs:
        since = max(since, min(run.at for run in worn))
    span = max(now - since, SHORTEST_WINDOW)
    ahead = max(shoe.metres_left - ENDS_BEFORE * unsure_metres, shoe.metres_left / 2)
    left = span * (LATER * ahead / sum(run.metres for run in worn))
    week = timedelta(weeks=1)
    spread = hypot(
        UNSURE_OF_THE_PACE / sqrt(span / week),
        UNSURE_OF_THE_WEEKS / sqrt(max(left / week, 1.0)),
        UNSURE_ANYWAY,
        UNSURE_OF_THE_LIFE * min(unsure_metres / shoe.metres_left, 1.0),
    )
    factor = exp(EIGHT_OF_TEN * spread)
    return Forecast(*(now + min(left * times, FURTHEST_FORECAST) for times in (1 / factor, 1, factor)))
