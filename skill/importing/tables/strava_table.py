"""Reads Strava's activities.csv: every layout since 2018, in every language."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from skill.importing.amounts import metres, number
from skill.importing.dates import moment
from skill.importing.faults import DamagedError, shown
from skill.importing.found import FoundRun, Measure, Why
from skill.importing.gathered import Gathered
from skill.importing.opening.item import Item
from skill.importing.opening.text import rows
from skill.importing.sports import Sport, sport_called
from skill.importing.tables.strava_gear import Gear
from skill.importing.tables.strava_layout import (
    DATE,
    ID,
    SHOWN_DISTANCE,
    SPORT,
    TITLE,
    Layout,
    layout_of,
)
from skill.value import replace

Recorded = Callable[[str], FoundRun | None]
"""The run in a recording of the export, by its path there; None where there is none, or more than one."""
_KILOMETRE: Final = 1000
_ID: Final = re.compile(r"(\d+)(?:\.0)?")
_NUMBER: Final = re.compile(r"(\d+)(?:\.0+)?")
_LEAVES: Final = {
    Sport.OTHER: Why.OTHER_SPORT,
    Sport.UNKNOWN: Why.UNKNOWN_SPORT,
    Sport.MULTISPORT: Why.MULTISPORT_AS_ONE,
}


@dataclass(slots=True)
class StravaTable:
    """Reads one table.

    Attributes:
        gathered: what it gives.
        gear: what the lists beside it told.
        recorded: looks into a recording, where a row lacks its distance or its date.
    """

    gathered: Gathered
    gear: Gear
    recorded: Recorded
    _worn: dict[str, tuple[str, str]] = field(default_factory=dict)

    def read(self, item: Item) -> None:
        """Read it to its end, or as far as it can be read.

        Raises:
            ImportingError: it has too many activities.
        """
        layout: Layout | None = None
        header: list[str] = []
        try:
            for line, row in rows(item):
                if not header:
                    header = row
                    continue
                layout = layout or layout_of(header, row)
                if layout:
                    self._read_row(row, layout, f"{item.name}:{line}")
        except DamagedError as error:
            self.gathered.leave(item.name, Why.DAMAGED, error)
        self._put_on_pairs()

    def _read_row(self, row: list[str], layout: Layout, where: str) -> None:
        identity = _ID.fullmatch(row[ID])
        if not identity or len(row) < layout.least:
            self.gathered.leave(where, Why.UNREADABLE_ROW, " ".join(row[:4]))
            return
        name, pair = row[layout.gear], _number_at(row, layout.bike, 1)
        is_bike = bool(_number_at(row, layout.bike, 0))
        if name and not is_bike:
            self.gear.meet(name, pair)
        sport = sport_called(row[SPORT])
        if sport is not Sport.RUNNING:
            self.gathered.leave(where, _LEAVES[sport], row[SPORT])
            return
        run = self._run(row, layout, f"strava:{identity[1]}")
        if run is None:
            self.gathered.leave(where, Why.NO_START, row[DATE])
            return
        before = len(self.gathered.runs)
        self.gathered.add(run, where)
        if name and not is_bike and len(self.gathered.runs) > before:
            self._worn[run.id] = (name, pair)

    def _run(self, row: list[str], layout: Layout, identity: str) -> FoundRun | None:
        begun = moment(row[DATE])
        distance = _distance(row, layout)
        measure = layout.measure
        start: datetime | None = begun and begun.replace(tzinfo=UTC)
        if (start is None or not distance) and (recorded := self.recorded(row[layout.file])):
            start = start or recorded.start
            distance, measure = (distance, measure) if distance else (recorded.metres, recorded.measure)
        if start is None:
            return None
        if not distance:
            distance, measure = _shown_distance(row), Measure.SHOWN
        return FoundRun(identity, start, distance, measure, title=shown(row[TITLE]))

    def _put_on_pairs(self) -> None:
        """Only now, when all the names and numbers of the table are known."""
        for identity, (name, pair) in self._worn.items():
            run = self.gathered.runs[identity]
            self.gathered.runs[identity] = replace(run, pairs=self.gear.keys(name, pair))
        self.gathered.pairs |= self.gear.pairs(self._worn.values())


def _number_at(row: list[str], bike: int | None, behind: int) -> str:
    """The number of the bike, or of the pair in the column behind it: "29680295.0" is 29680295."""
    if bike is None or len(row) <= bike + behind:
        return ""
    found = _NUMBER.fullmatch(row[bike + behind])
    return found[1] if found else ""


def _distance(row: list[str], layout: Layout) -> float:
    """Metres by the most exact column there is, 0 where it has none."""
    if layout.measure is Measure.SHOWN:
        return _shown_distance(row)
    return round(metres(row[layout.distance]) or 0, 3)


def _shown_distance(row: list[str]) -> float:
    """Metres by the distance that is shown: of a run it is kilometres, behind a point or a comma."""
    return round((number(row[SHOWN_DISTANCE].replace(",", ".")) or 0) * _KILOMETRE, 3)
