"""Where in Strava's activities.csv things stand: the words change with the language, their order does not."""

from collections.abc import Sequence
from typing import Final

from skill.importing.found import Measure
from skill.value import Value

ID: Final = 0
DATE: Final = 1
TITLE: Final = 2
SPORT: Final = 3
_ELAPSED: Final = 5
SHOWN_DISTANCE: Final = 6
_OLD_GEAR: Final = 8
_OLD_FILE: Final = 9
_OLD_COLUMNS: Final = 10
_FIRST_OF_BLOCK: Final = 11
"""The least place of the second elapsed time: behind the ten columns of 2019 and a commute."""
_BIKES: Final = frozenset({"bike", "fahrrad", "vélo", "fiets", "kolo", "bicicleta", "bici"})
"""Headers of the column that holds a bike's number; the one behind it holds a pair's."""
_OLD_HEADERS: Final = frozenset({"id", "activity id"})


class Layout(Value):
    """The places of columns, counted from 0.

    Attributes:
        gear: the name of what was worn or ridden.
        file: the recording's path in the export.
        distance: the most exact distance there is.
        measure: how exact it is.
        bike: the number of the bike; None where there is no such column.
    """

    gear: int
    file: int
    distance: int
    measure: Measure
    bike: int | None = None

    @property
    def least(self) -> int:
        """How many cells a row has at least."""
        return max(self.gear, self.file, self.distance) + 1


def layout_of(header: Sequence[str], first: Sequence[str]) -> Layout | None:
    """The layout of a table that begins so, or None where it is not Strava's.

    Behind the columns for people stands a block for programs; it begins with the elapsed time under the very
    same header, with the distance two columns on. The number of columns says nothing: it has changed a dozen
    times.
    """
    if len(header) < _OLD_COLUMNS:
        return None
    for at in range(_FIRST_OF_BLOCK, len(header) - 2):
        if header[at] == header[_ELAPSED] and header[at + 2] == header[SHOWN_DISTANCE]:
            return Layout(at - 4, at - 3, at + 2, Measure.SERVICE, _bike_in(header))
    if len(header) != _OLD_COLUMNS or not _is_old(header, first):
        return None
    if header[_ELAPSED].islower():  # until June 2019: headers such as elapsed_time, and metres
        return Layout(_OLD_GEAR, _OLD_FILE, SHOWN_DISTANCE, Measure.SERVICE)
    return Layout(_OLD_GEAR, _OLD_FILE, SHOWN_DISTANCE, Measure.SHOWN)


def _is_old(header: Sequence[str], first: Sequence[str]) -> bool:
    if header[ID].casefold() in _OLD_HEADERS:
        return True
    return (
        len(first) == _OLD_COLUMNS
        and first[ID].isdigit()
        and first[_OLD_FILE].startswith(("activities/", "#"))
    )


def _bike_in(header: Sequence[str]) -> int | None:
    words = enumerate(header[:-1])
    return next((at for at, word in words if word.casefold() in _BIKES and at > _FIRST_OF_BLOCK), None)
