"""Which table a file of text is."""

from enum import Enum, auto
from itertools import islice
from typing import Final

from skill.importing.faults import DamagedError
from skill.importing.opening.item import Item
from skill.importing.opening.text import Row, rows
from skill.importing.tables.garmin_table import columns_of
from skill.importing.tables.strava_layout import layout_of

_ENOUGH: Final = 6
"""Rows: a header, two lines before it in a table of 2012, and some below."""
_SHOES: Final = "shoe name"
_BIKES: Final = "bike name"


class Which(Enum):
    """The tables that are read."""

    STRAVA = auto()
    SHOES = auto()
    BIKES = auto()
    GARMIN = auto()


def which_table(item: Item) -> Which | None:
    """Which table it is, or None where it is none of them.

    Raises:
        DamagedError: it cannot be read, not even its first rows.
    """
    first: list[Row] = []
    try:
        first.extend(islice(rows(item), _ENOUGH))
    except DamagedError:
        if not first:
            raise
    if not first:
        return None
    header = first[0][1]
    if layout_of(header, first[1][1] if len(first) > 1 else ()):
        return Which.STRAVA
    match header[0].casefold():
        case word if word == _SHOES or item.path.name.lower() == "shoes.csv":
            return Which.SHOES
        case word if word == _BIKES or item.path.name.lower() == "bikes.csv":
            return Which.BIKES
    return Which.GARMIN if columns_of(first) else None
