"""Metres between positions."""

import math
from typing import Final

Position = tuple[float, float]
"""Latitude and longitude in degrees."""
_EARTH: Final = 6_371_008.8
"""Metres: its mean radius (IUGG)."""


def position(latitude: str | None, longitude: str | None) -> Position | None:
    """The position that two texts say, or None where they say none."""
    try:
        place = float(latitude or ""), float(longitude or "")
    except ValueError:
        return None
    return place if abs(place[0]) <= 90 and abs(place[1]) <= 180 else None  # noqa: PLR2004 - degrees


def metres_between(one: Position, other: Position) -> float:
    """Along the ground, by the haversine formula; heights are left aside, as in watches."""
    (south, west), (north, east) = [
        (math.radians(place[0]), math.radians(place[1])) for place in (one, other)
    ]
    half = (
        math.sin((north - south) / 2) ** 2
        + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    )
    return 2 * _EARTH * math.asin(math.sqrt(min(1.0, half)))
