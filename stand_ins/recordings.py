"""Recordings as XML: TCX and GPX with runs of our own making."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

DEGREE: Final = 6_371_008.8 * 3.141592653589793 / 180
"""Metres of one degree on a meridian."""


def lap(start: str, metres: object, counters: Iterable[float] = ()) -> str:
    """A lap of TCX: what it says, and the counter of each of its points."""
    points = "".join(
        f"<Trackpoint><Time>{start}</Time><DistanceMeters>{each}</DistanceMeters></Trackpoint>"
        for each in counters
    )
    told = "" if metres is None else f"<DistanceMeters>{metres}</DistanceMeters>"
    return (
        f'<Lap StartTime="{start}"><TotalTimeSeconds>60</TotalTimeSeconds>{told}<Track>{points}</Track></Lap>'
    )


def activity(*laps: str, sport: str | None = "Running", start: str = "2024-05-01T06:00:00Z") -> str:
    """An activity of TCX."""
    named = "" if sport is None else f' Sport="{sport}"'
    return f"<Activity{named}><Id>{start}</Id>{''.join(laps)}</Activity>"


def tcx(*activities: str, around: str = "Activities") -> str:
    """A file of TCX."""
    schema = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
    inside = f"<{around}>{''.join(activities)}</{around}>"
    body = f'<TrainingCenterDatabase xmlns="{schema}">{inside}</TrainingCenterDatabase>'
    return f'<?xml version="1.0" encoding="UTF-8"?>{body}'


def segment(begun: datetime | None, metres: Iterable[float], north: float = 50.0) -> str:
    """A piece of a track of GPX: points so many metres north of where it begins, ten seconds apart."""
    points = []
    for count, each in enumerate(metres):
        at = "" if begun is None else f"<time>{(begun + timedelta(seconds=10 * count)).isoformat()}</time>"
        points.append(f'<trkpt lat="{north + each / DEGREE}" lon="8.0">{at}</trkpt>')
    return f"<trkseg>{''.join(points)}</trkseg>"


def track(*segments: str, sport: str | None = "running", name: str = "Town") -> str:
    """A track of GPX."""
    kind = "" if sport is None else f"<type>{sport}</type>"
    return f"<trk><name>{name}</name>{kind}{''.join(segments)}</trk>"


def gpx(*parts: str) -> str:
    """A file of GPX."""
    return f'<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">{"".join(parts)}</gpx>'
