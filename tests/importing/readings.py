"""What was found, in the form of a table."""

from collections.abc import Mapping
from pathlib import Path

from skill.importing.found import Found, Why
from skill.importing.reading import read
from stand_ins.exports import laid

KILOMETRE = 1000.0
MILE = 1609.344


def found_in(folder: Path, files: Mapping[str, str | bytes], unit: float | None = None) -> Found:
    """What is found in files of these names, each given by itself."""
    laid(folder, files)
    return read([folder / name for name in files], unit)


def runs(found: Found) -> list[tuple[str, float]]:
    """When each run began, and its metres."""
    return [(f"{run.start:%Y-%m-%d %H:%M:%S}", run.metres) for run in found.runs]


def reasons(found: Found) -> list[Why]:
    return [each.why for each in found.left_out]


def worn(found: Found) -> list[list[str]]:
    """The names of the pairs of each run."""
    return [[found.pairs[key].name for key in run.pairs] for run in found.runs]
