"""Reads the Activities.csv of Garmin Connect's website: a table of any year since 2012, in any language."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from skill.importing.amounts import decimal_mark, number
from skill.importing.dates import moment
from skill.importing.faults import DamagedError, shown
from skill.importing.found import FoundRun, Measure, UnitNeededError, Why
from skill.importing.gathered import Gathered
from skill.importing.opening.item import Item
from skill.importing.opening.text import Row, rows
from skill.importing.sports import Sport, sport_called
from skill.value import Value

_DISTANCES: Final = frozenset(
    (
        "distance",
        "distanz",
        "distancia",
        "distância",
        "distanza",
        "afstand",
        "távolság",
        "distans",
        "vzdálenost",
    )
)
"""Headers of the distance."""
_MOST_UNITS: Final = 100
"""A whole number above it, without decimals, is rather metres, in which swims are shown."""
_TITLED: Final = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d+)?) ?km?\b", re.IGNORECASE)
"""A distance in a title: 5k, 10 km."""
_UNITS: Final = {"kilometres": 1000.0, "miles": 1609.344}
_NEAR: Final = 0.03
"""Of a distance, by which a race of five kilometres is measured otherwise by a watch."""
_MISSING: Final = frozenset({"", "--", "nan", "0", "0.0", "0.00", "0,00"})


class Columns(Value):
    """Where things stand, counted from 0."""

    sport: int
    date: int
    distance: int
    title: int


def columns_of(table: Sequence[Row]) -> Columns | None:
    """Where the columns of a table are that begins so, or None where it is not Garmin's.

    Since 2017 type, date, favourite, title and distance come first, whatever else there is. Before, the
    distance is found by its header, the date and the sport by what stands below.
    """
    for at, (_, row) in enumerate(table[:-1]):
        below = table[at + 1][1]
        if len(row) > 6 and len(below) > 6 and moment(below[1]) and not moment(row[1]):  # noqa: PLR2004 - see above
            return Columns(sport=0, date=1, distance=4, title=3)
        named = [place for place, word in enumerate(row) if word.casefold() in _DISTANCES]
        if named and (found := _by_what_stands_below(table[at + 1 :], named[0])):
            return found
    return None


def _by_what_stands_below(table: Sequence[Row], distance: int) -> Columns | None:
    for _, row in table:
        dates = [place for place, cell in enumerate(row) if moment(cell)]
        sports = [place for place, cell in enumerate(row) if sport_called(cell) is not Sport.UNKNOWN]
        if dates and sports:
            title = next((place for place in range(len(row)) if place not in {sports[0], dates[0]}), 0)
            return Columns(sports[0], dates[0], distance, title)
    return None


class _Line(Value):
    where: str
    start: datetime | None
    distance: str
    title: str


def read_garmin_table(item: Item, unit: float | None, gathered: Gathered) -> None:
    """Read a table to its end, or as far as it can be read.

    Args:
        item: the table.
        unit: metres of one unit of it; None where nobody has said it.
        gathered: takes what it gives.

    Raises:
        UnitNeededError: it has runs, and nobody has said whether they are in kilometres or in miles.
        ImportingError: it has too many activities.
    """
    lines: list[_Line] = []
    columns: Columns | None = None
    first: list[Row] = []
    try:
        for row in rows(item):
            if columns is None:
                first.append(row)
                if columns := columns_of(first):
                    lines += _runs(first, columns, item, gathered)
            else:
                lines += _runs([row], columns, item, gathered)
    except DamagedError as error:
        gathered.leave(item.name, Why.DAMAGED, error)
    mark = decimal_mark(line.distance for line in lines)
    if unit is None and any(line.distance.casefold() not in _MISSING for line in lines):
        raise UnitNeededError(
            f"{item.name} doesn't say whether it counts kilometres or miles.{_hint(lines, mark)} "
            "Say which: --unit km, or mi."
        )
    for line in lines:
        _take(line, unit or 1, mark, gathered)


def _hint(lines: Iterable[_Line], mark: str | None) -> str:
    """What a title with a distance says of the unit, for the runner to decide by; empty where none does."""
    for line in lines:
        titled, value = _TITLED.search(line.title), number(line.distance, mark or ".")
        if titled and value:
            kilometres = float(titled[1].replace(",", "."))
            for unit, metres in _UNITS.items():
                if abs(kilometres * 1000 / metres - value) <= _NEAR * value:
                    return f' "{line.title}" has {line.distance}, so {unit}, it seems.'
    return ""


def _runs(table: Iterable[Row], columns: Columns, item: Item, gathered: Gathered) -> Iterable[_Line]:
    for number_of_line, row in table:
        where = f"{item.name}:{number_of_line}"
        if len(row) <= max(columns.distance, columns.date, columns.sport):
            if len(row) > 1:
                gathered.leave(where, Why.UNREADABLE_ROW, " ".join(row))
            continue
        start = moment(row[columns.date])
        word = row[columns.sport]
        match sport_called(word):
            case Sport.RUNNING:
                yield _Line(where, start, row[columns.distance], shown(row[columns.title]))
            case Sport.OTHER:
                gathered.leave(where, Why.OTHER_SPORT, word)
            case Sport.MULTISPORT:
                gathered.leave(where, Why.MULTISPORT_AS_ONE, word)
            case Sport.UNKNOWN if start:  # else it is a header
                gathered.leave(where, Why.UNKNOWN_SPORT, word)


def _take(line: _Line, unit: float, mark: str | None, gathered: Gathered) -> None:
    if line.start is None:
        gathered.leave(line.where, Why.NO_START, line.title)
        return
    if line.distance.casefold() in _MISSING:
        gathered.leave(line.where, Why.NO_DISTANCE, line.title)
        return
    value = number(line.distance, mark) if mark else None
    if value is None or (line.distance.isdigit() and value > _MOST_UNITS):
        gathered.leave(line.where, Why.UNREADABLE_ROW, line.distance)
        return
    identity = f"garmin-table:{line.start.isoformat()}"
    gathered.add(
        FoundRun(identity, line.start, round(value * unit, 3), Measure.SHOWN, title=line.title), line.where
    )
