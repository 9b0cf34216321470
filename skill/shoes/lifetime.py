"""How far through its life a pair is, when that is said, and when its life will be over."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from skill.shoes.run import RecentRuns
from skill.shoes.shoe import Life, Shoe, Stage

FORECAST_WINDOW: Final = timedelta(weeks=6)
"""A forecast goes by the runs of this time: long enough for a week without running, short enough to follow a
change of the training plan."""
SHORTEST_WINDOW: Final = timedelta(weeks=2)
FEWEST_RUNS: Final = 3
"""A forecast from less time or fewer runs would say more about one run than about the runner."""
FURTHEST_FORECAST: Final = timedelta(days=3650)


def stage_to_announce(shoe: Shoe) -> Stage | None:
    """The stage that the runner has not been told yet; None when there is nothing new to say."""
    return shoe.stage if shoe.active and shoe.stage > shoe.announced else None


def mark_announced(shoe: Shoe) -> Shoe:
    """The pair once the runner has been told its stage."""
    return replace(shoe, announced=max(shoe.announced, shoe.stage))


def reset_announced(shoe: Shoe) -> Shoe:
    """The pair with `announced` lowered to its present stage, so that later stages are announced again."""
    return replace(shoe, announced=min(shoe.announced, shoe.stage))


def with_life(shoe: Shoe, life: Life) -> Shoe:
    """The pair under another life; stages that it has not reached any more will be announced again."""
    return reset_announced(replace(shoe, life=life))


def forecast(shoe: Shoe, recent: RecentRuns, now: datetime) -> datetime | None:
    """About when the pair's life will be over if it runs as far as in the last weeks.

    Args:
        shoe: the pair.
        recent: the newest runs of the runner, this pair's among them.
        now: aware, UTC.

    Returns:
        The day, ten years from now at most; None when the pair is past its life or ran less than three
        times lately.
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
    days_left = shoe.metres_left / (sum(run.metres for run in worn) / (span / timedelta(days=1)))
    return now + min(timedelta(days=days_left), FURTHEST_FORECAST)
