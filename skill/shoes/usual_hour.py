"""The hour at which a runner usually runs."""

from datetime import tzinfo
from statistics import median_low

from skill.shoes.days import UNTOLD_HOUR
from skill.shoes.rotation import Rotation


def usual_hour(rotation: Rotation, zone: tzinfo | None) -> int | None:
    """The middle one of the hours of the newest runs of every pair; None where no run tells its hour.

    Args:
        rotation: whose pairs keep the times of their newest runs.
        zone: the runner's.
    """
    times = [at.astimezone(zone) for wear in rotation.wears for at in wear.latest]
    hours = [at.hour for at in times if (at.hour, at.minute, at.second) != (UNTOLD_HOUR, 0, 0)]
    return median_low(hours) if hours else None
