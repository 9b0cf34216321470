"""Puts together what belongs together: a table, its gear and its recordings; summaries and their gear."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Final

from skill.importing.faults import DamagedError
from skill.importing.found import Found, FoundRun, LeftOut, Why
from skill.importing.gathered import Gathered, put_together
from skill.importing.opening.item import Item
from skill.importing.opening.kinds import Kind
from skill.importing.opening.surveying import Survey
from skill.importing.recordings.recording import read_recording, run_in
from skill.importing.tables.garmin_account import GarminAccount
from skill.importing.tables.garmin_gear import GarminGear
from skill.importing.tables.garmin_table import read_garmin_table
from skill.importing.tables.strava_gear import Gear
from skill.importing.tables.strava_table import Recorded, StravaTable
from skill.importing.tables.which_table import Which, which_table

_RECORDINGS: Final = (Kind.FIT, Kind.TCX, Kind.GPX)


class Assembly:
    """Reads what a survey found.

    Attributes:
        survey: the files, by what they are.
        unit: metres of one unit of tables that do not say it; None where nobody has said.
    """

    def __init__(self, survey: Survey, unit: float | None) -> None:
        self._survey = survey
        self._unit = unit
        self._sources: list[Gathered] = []

    def read(self) -> Found:
        """All that there is.

        Raises:
            UnitNeededError: a table's unit is needed.
            ImportingError: there are too many activities.
        """
        self._read_tables()
        self._read_accounts()
        for kind in _RECORDINGS:
            for item in self._survey.items[kind]:
                read_recording(item, kind, self._source(item))
        rest = Gathered("")
        rest.left_out = self._survey.left_out
        return put_together([rest, *self._sources])

    def _source(self, item: Item) -> Gathered:
        self._sources.append(Gathered(item.name))
        return self._sources[-1]

    def _read_tables(self) -> None:
        tables = self._tables()
        self._survey.look_at_recordings(tables[Which.STRAVA])
        for item in tables[Which.GARMIN]:
            read_garmin_table(item, self._unit, self._source(item))
        for item in tables[Which.STRAVA]:
            gear = Gear()
            self._read_each(_beside(item, tables[Which.SHOES], tables[Which.STRAVA]), gear.add_shoes)
            self._read_each(_beside(item, tables[Which.BIKES], tables[Which.STRAVA]), gear.add_bikes)
            StravaTable(self._source(item), gear, _recorded_beside(item, self._survey)).read(item)
        if tables[Which.SHOES] and not tables[Which.STRAVA]:
            gear = Gear()
            self._read_each(tables[Which.SHOES], gear.add_shoes)
            self._source(tables[Which.SHOES][0]).pairs |= gear.pairs(())

    def _tables(self) -> dict[Which, list[Item]]:
        tables: defaultdict[Which, list[Item]] = defaultdict(list)
        for item in self._survey.items[Kind.TEXT]:
            try:
                which = which_table(item)
            except DamagedError as error:
                self._survey.left_out.append(LeftOut(item.name, Why.DAMAGED, str(error)))
                continue
            if which:
                tables[which].append(item)
            elif item.asked:
                self._survey.left_out.append(LeftOut(item.name, Why.UNKNOWN_FILE))
        return tables

    def _read_accounts(self) -> None:
        summaries = self._survey.items[Kind.GARMIN_ACTIVITIES]
        gears = self._survey.items[Kind.GARMIN_GEAR]
        for folder in dict.fromkeys(item.where for item in summaries):
            here = [item for item in summaries if item.where == folder]
            gear = GarminGear()
            self._read_each(_beside(here[0], gears, summaries), gear.read)
            account = GarminAccount(self._source(here[0]), gear)
            for item in here:
                account.read(item)
            account.finish()
        if gears and not summaries:
            gear = GarminGear()
            self._read_each(gears, gear.read)
            self._source(gears[0]).pairs |= gear.pairs

    def _read_each(self, items: Iterable[Item], read: Callable[[Item], None]) -> None:
        for item in items:
            try:
                read(item)
            except DamagedError as error:
                self._survey.left_out.append(LeftOut(item.name, Why.DAMAGED, str(error)))


def _beside(one: Item, lists: Iterable[Item], tables: Iterable[Item]) -> list[Item]:
    """The lists in the folder of a table, and those that lie beside none."""
    homes = {table.where for table in tables}
    return [each for each in lists if each.where == one.where or each.where not in homes]


def _recorded_beside(table: Item, survey: Survey) -> Recorded:
    """Looks into the recordings of a table's export, and nowhere else, whatever path a row names."""

    def recorded(path: str) -> FoundRun | None:
        item = survey.recordings.get((table.home, table.path.parent / path)) if path else None
        return run_in(item) if item else None

    return recorded
