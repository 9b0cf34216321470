"""Exports in the shapes that Strava and Garmin give them, with runs of our own making."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

HEADER: Final = [
    *(
        "Activity ID",
        "Activity Date",
        "Activity Name",
        "Activity Type",
        "Activity Description",
        "Elapsed Time",
    ),
    *(
        "Distance",
        "Max Heart Rate",
        "Relative Effort",
        "Commute",
        "Activity Private Note",
        "Activity Gear",
        "Filename",
    ),
    *("Athlete Weight", "Bike Weight", "Elapsed Time", "Moving Time", "Distance", "Max Speed"),
    *("Grade Adjusted Distance", "Bike", "Gear", "Dirt Distance", "Media"),
]
"""Of Strava's table since 2023, without most of the columns that nobody reads."""
OLD_HEADER: Final = [*HEADER[:7], "Commute", "Activity Gear", "Filename"]
"""Of July 2019: kilometres alone."""
LOWER_HEADER: Final = [
    *("id", "date", "name", "type", "description", "elapsed_time", "distance", "commute", "gear", "filename"),
]
"""Until June 2019: metres."""
GARMIN_HEADER: Final = [
    *("Activity Type", "Date", "Favorite", "Title", "Distance", "Calories", "Time", "Avg HR", "Max HR"),
]


def strava_row(number: int, date: str, metres: object, **cells: str) -> list[str]:
    """A row under `HEADER`: cells are title, sport, note, gear, file, bike, pair and shown."""
    shown = cells.get("shown", f"{metres / 1000:.2f}" if isinstance(metres, int | float) else "0")
    front = [
        str(number),
        date,
        cells.get("title", "Morning Run"),
        cells.get("sport", "Run"),
        cells.get("note", ""),
    ]
    middle = ["1800", shown, "", "", "false", "", cells.get("gear", ""), cells.get("file", ""), "", ""]
    behind = [
        "1800.0",
        "1790.0",
        str(metres),
        "",
        "9999.9",
        cells.get("bike", ""),
        cells.get("pair", ""),
        "",
        "",
    ]
    return front + middle + behind


def table(*rows: Sequence[str], mark: str = ",", end: str = "\n") -> str:
    """Rows as a program writes them."""
    text = io.StringIO()
    csv.writer(text, delimiter=mark, lineterminator=end).writerows(rows)
    return text.getvalue()


def garmin_row(sport: str, date: str, distance: str, title: str = "Town Running") -> list[str]:
    """A row under `GARMIN_HEADER`."""
    return [sport, date, "false", title, distance, "1,006", "00:30:00", "--", "--"]


def summary(number: int, begun: int, metres: float | None, **more: Any) -> dict[str, Any]:
    """An activity of Garmin's account; begun in seconds since 1970."""
    activity = {
        "activityId": number,
        "name": "Town Running",
        "activityType": "running",
        "beginTimestamp": begun * 1000,
        "startTimeGmt": begun * 1000.0,
        "startTimeLocal": (begun + 7200) * 1000.0,
        "duration": 1800000.0,
        "parent": False,
    }
    return activity | ({} if metres is None else {"distance": metres * 100}) | more


def summaries(*activities: Mapping[str, Any]) -> str:
    """A file of summaries."""
    return json.dumps([{"summarizedActivitiesExport": activities}])


def pair(number: int, **more: Any) -> dict[str, Any]:
    """A pair of Garmin's gear."""
    return {
        "gearPk": number,
        "uuid": f"uuid{number}",
        "gearMakeName": "Other",
        "gearModelName": "Unknown Shoes",
        "gearTypeName": "Shoes",
        "gearStatusName": "active",
        "displayName": None,
        "customMakeModel": "",
        "dateBegin": "2020-04-30T22:00:00.0",
        "dateEnd": None,
        "maximumMeters": 0,
    } | more


def gear(pairs: Iterable[Mapping[str, Any]], worn: Mapping[int, Sequence[int]]) -> str:
    """A gear.json: pairs, and the activities that each is on."""
    links = {
        str(number): [{"activityId": activity, "gearPk": number} for activity in activities]
        for number, activities in worn.items()
    }
    return json.dumps([{"gearDTOS": list(pairs), "gearActivityDTOs": links}])


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip of these."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def laid(folder: Path, members: Mapping[str, str | bytes]) -> Path:
    """The folder, with these files in it."""
    for name, content in members.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder
