"""One recording, whichever format it has."""

from skill.importing.faults import DamagedError
from skill.importing.found import FoundRun
from skill.importing.gathered import Gathered
from skill.importing.opening.item import Item
from skill.importing.opening.kinds import Kind, kind_of
from skill.importing.recordings.fit import read_fit
from skill.importing.recordings.gpx import GpxReader
from skill.importing.recordings.tcx import TcxReader


def read_recording(item: Item, kind: Kind, gathered: Gathered) -> None:
    """Read a file to its end, or as far as it can be read; a kind that is no recording gives nothing.

    Raises:
        ImportingError: there are too many activities.
    """
    match kind:
        case Kind.FIT:
            read_fit(item, gathered)
        case Kind.TCX:
            TcxReader(item, gathered).read()
        case Kind.GPX:
            GpxReader(item, gathered).read()


def run_in(item: Item) -> FoundRun | None:
    """The run in a recording; None where there is none, or more than one.

    Raises:
        ImportingError: there are too many activities.
    """
    gathered = Gathered(item.name)
    try:
        kind = kind_of(item.head())
        if kind is Kind.GZIP:
            item = item.unpacked()
            kind = kind_of(item.head())
    except DamagedError:
        return None
    read_recording(item, kind, gathered)
    return next(iter(gathered.runs.values())) if len(gathered.runs) == 1 else None
