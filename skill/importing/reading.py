"""Reads files, folders and zips of Strava and Garmin, and single recordings: runs and pairs come out."""

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from skill.importing.assembly import Assembly
from skill.importing.faults import shown
from skill.importing.found import Found, ImportingError, Why
from skill.importing.opening.budget import Budget, Progress, untold
from skill.importing.opening.surveying import Survey

_FAULTS: Final = frozenset({Why.DAMAGED, Why.UNKNOWN_FILE})


def read(paths: Iterable[Path], unit: float | None = None, progress: Progress = untold) -> Found:
    """Read all that is there to be read.

    What a file is, is told by its content. Files in one folder belong together: a table, its gear and its
    recordings. Nothing is unpacked to disk under a name of its own. Of an export only its activities and its
    gear are opened.

    Args:
        paths: files, folders and zips.
        unit: metres of one unit of tables that do not say it; None where nobody has said.
        progress: is told how many bytes are read, and of how many.

    Raises:
        UnitNeededError: a table's unit is needed.
        ImportingError: a path cannot be opened, there is far too much, or there is nothing but faults.
    """
    named = list(paths)
    budget = Budget(progress)
    with ExitStack() as kept_open:
        survey = Survey(kept_open)
        survey.look_at(named, budget)
        budget.done = 0
        found = Assembly(survey, unit).read()
    budget.done = budget.whole
    budget.tell()
    _refuse_nothing(found, named)
    return found


def _refuse_nothing(found: Found, paths: list[Path]) -> None:
    if found.runs or found.pairs or any(each.why not in _FAULTS for each in found.left_out):
        return
    for each in found.left_out:
        if each.why is Why.DAMAGED:
            raise ImportingError(f"{each.where}: {each.what}.")
    names = ", ".join(shown(path.name or path) for path in paths[:3])
    raise ImportingError(
        f"There are no activities that I can read in {names}. "
        "Give me an export of Strava or Garmin, or FIT, TCX or GPX files."
    )
