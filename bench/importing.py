"""Exports far larger than anybody's: how much memory and time it takes to read each in a process of its own.

`python -m bench importing`; writes some 500 MB to a temporary folder. The time is that of the whole process.
"""

import tempfile
import time
from pathlib import Path
from typing import Final

from bench.table import Line
from stand_ins.large_exports import LARGE, read_alone

MOST_MEGABYTES: Final = 200


def lines() -> list[Line]:
    """A line for each."""
    measured = []
    for large in LARGE:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "export")
            large.write(path)
            begun = time.perf_counter()
            took = read_alone(path)
            seconds = time.perf_counter() - begun
        value = f"{took.megabytes:.0f} MB, {seconds:.1f} s, {took.runs} runs; {took.said or 'read'}"
        share = took.megabytes / MOST_MEGABYTES
        measured.append(Line(large.name, value, share, f"{MOST_MEGABYTES} MB", "<= 1"))
    return measured
