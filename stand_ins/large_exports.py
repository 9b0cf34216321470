"""Exports far larger than anybody's, and the memory that it takes to read one in a process of its own."""

import csv
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from stand_ins.exports import HEADER, strava_row, summary
from stand_ins.fit_writer import Session, fit_file

ROOT: Final = Path(__file__).parents[1]
MEGABYTE: Final = 1 << 20
_START: Final = datetime(2010, 1, 1, 6, 0, tzinfo=UTC)
_DETAILS: Final[dict[str, Any]] = {
    **{f"detail{number}": number * 1234.567 for number in range(40)},
    "splitSummaries": [{"distance": lap * 1000.5, "splitType": "INTERVAL_ACTIVE"} for lap in range(8)],
}
"""As much as Garmin tells of an activity: some two kilobytes."""
_READ: Final = """
import sys
from pathlib import Path
from skill.importing.reading import read
try:
    found = read([Path(sys.argv[1])], 1000.0)
    print(len(found.runs), len(found.left_out), end=" ")
except Exception as error:
    print(0, 0, end=" ")
    print(type(error).__name__, error, file=sys.stderr)
print(*(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def summaries_of(path: Path, size: int) -> None:
    """A file of Garmin's summaries of so many bytes."""
    with path.open("w", encoding="utf-8") as file:
        written = file.write('[{"summarizedActivitiesExport":[')
        details = json.dumps(_DETAILS)[1:]
        number = 0
        while written < size:
            begun = int(_START.timestamp()) + number * 3600
            activity = json.dumps(summary(number, begun, 5000 + number % 9))[:-1]
            written += file.write(f"{',' * bool(number)}{activity}, {details}")
            number += 1
        file.write("]}]")


def table_of(path: Path, rows: int) -> None:
    """A table of Strava's with so many rows, one in three of them a ride."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number in range(rows):
            date = (_START + timedelta(hours=number)).strftime("%b %d, %Y, %I:%M:%S %p")
            sport = "Run" if number % 3 else "Ride"
            cells = {
                "sport": sport,
                "gear": f"Pair {number % 30}",
                "note": "hills\nand mud",
                "title": f"Run {number}",
            }
            writer.writerow(strava_row(number, date, 5000.0 + number % 9, **cells))


def bomb_of(path: Path, size: int) -> None:
    """A zip of a table that unpacks to so many bytes."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("activities.csv", "w") as file,
    ):
        file.write(b",".join(word.encode() for word in HEADER) + b"\n")
        for _ in range(size // MEGABYTE):
            file.write((b" " * 1023 + b"\n") * 1024)


def members_of(path: Path, count: int) -> None:
    """A zip of so many small files."""
    data = fit_file(Session(_START, 5000))
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(count):
            archive.writestr(f"media/{number}.jpg", b"\xff\xd8\xff")
        archive.writestr("a.fit", data)


def track_of(path: Path, size: int) -> None:
    """A GPX of so many bytes, one point after the other."""
    with path.open("w", encoding="utf-8") as file:
        written = file.write("<gpx><trk><type>running</type><trkseg>")
        number = 0
        while written < size:
            at = (_START + timedelta(seconds=number)).isoformat()
            points = f'<trkpt lat="{number % 2 / 10**5:.6f}" lon="8"><time>{at}</time></trkpt>\n' * 50
            written += file.write(points)
            number += 1
        file.write("</trkseg></trk></gpx>")


def recording_of(path: Path, size: int) -> None:
    """A FIT of so many bytes, one record after the other."""
    record = len(fit_file(counters=[(_START, 1.0)])) - len(fit_file())
    counters = [(_START + timedelta(seconds=number), number / 9) for number in range(size // record)]
    path.write_bytes(fit_file(Session(_START, len(counters) / 9), counters=counters))


@dataclass(frozen=True)
class Large:
    """One export: its name, and what writes it."""

    name: str
    write: Callable[[Path], None]


LARGE: Final = (
    Large("300 MB of Garmin's summaries", lambda path: summaries_of(path, 300 * MEGABYTE)),
    Large("Strava's table of 200,000 rows", lambda path: table_of(path, 200_000)),
    Large("a bomb of 2 GB in a zip", lambda path: bomb_of(path, 2_000 * MEGABYTE)),
    Large("a zip of 70,000 files", lambda path: members_of(path, 70_000)),
    Large("a GPX of 100 MB", lambda path: track_of(path, 100 * MEGABYTE)),
    Large("a FIT of 4 MB", lambda path: recording_of(path, 4 * MEGABYTE)),
)


@dataclass(frozen=True)
class Took:
    """What reading took: runs found, things left out, megabytes at most, and what was said."""

    runs: int
    left_out: int
    megabytes: float
    said: str


def read_alone(path: Path) -> Took:
    """Read a file in a process of its own."""
    done = subprocess.run(  # noqa: S603 - this project's own code
        [sys.executable, "-c", _READ, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    runs, left_out, kilobytes = map(int, done.stdout.split())
    return Took(runs, left_out, kilobytes / 1024, done.stderr.strip())
