"""Whether two runs are one: by their starts and lengths, or by the day where a voice told one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Final

from skill.conversation.imports.kept import Record
from skill.shoes.run import Run
from skill.shoes.sources import NEAR_SHARE, Version, far_off
from skill.value import Value

START_WITHIN: Final = timedelta(minutes=5)
"""Two recordings of one run begin so close together: the phone is started at home, the watch at the gate."""
NEAR_METRES: Final = 50
"""Two recordings of one run differ by no more than this, or than `NEAR_SHARE`: a short run is cut by a few
metres at both ends."""
TOLD_PERHAPS_SHARE: Final = 0.2
"""A distance told that is further off than it is rounded, but by less than this, is asked about."""
SLOWEST: Final = 1.5
"""Metres a second, a slow walk: what began before and was this fast was over when the other one began."""
OTHER_CLOCK: Final = timedelta(hours=14)
"""A traveller's clock and the one at home are hardly ever further apart (26 hours are possible)."""
QUARTER: Final = timedelta(minutes=15)
"""Time zones differ by multiples of it."""
SAME_LENGTH_SHARE: Final = 0.01
"""So near are the distances of one run that two services took from one watch."""


class Likeness(Value):
    """Which records a run may be.

    Attributes:
        same: the one it is for certain; None for none.
        perhaps: the ones that it may be, the likeliest first, where the runner has to say.
    """

    same: Record | None = None
    perhaps: tuple[Record, ...] = ()


class Records:
    """The log's records, found by their sources, by their times and by their days."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._by_id: dict[str, Record] = {}
        self._by_source: dict[str, str] = {}
        self._by_slot: dict[int, set[str]] = defaultdict(set)
        self._told: dict[date, set[str]] = defaultdict(set)
        self._any_local = False
        for record in records:
            self.put(record)

    def __iter__(self) -> Iterator[Record]:
        """Every record."""
        return iter(self._by_id.values())

    def find(self, id_: str) -> Record | None:
        """The record of this id."""
        return self._by_id.get(id_)

    def of_source(self, id_: str) -> Record | None:
        """The record of which a source tells under this id."""
        run = self._by_source.get(id_)
        return self._by_id[run] if run else None

    def put(self, record: Record) -> None:
        """Take in a record that is new, or otherwise than it was."""
        run = record.run
        self._by_id[run.id] = record
        if run.sources:
            self._told[run.day].discard(run.id)
            self._told[(run.spoken.day or run.day)].discard(run.id)
        else:
            self._told[run.day].add(run.id)
        for id_, versions in run.sources.items():
            self._by_source[id_] = run.id
            self._by_slot[_slot(versions[0].at)].add(run.id)
            self._any_local |= versions[0].is_local

    def drop(self, id_: str) -> None:
        """Leave out a record that was taken in."""
        run = self._by_id.pop(id_).run
        self._told[run.day].discard(id_)
        for source, versions in run.sources.items():
            self._by_source.pop(source, None)
            self._by_slot[_slot(versions[0].at)].discard(id_)

    def like(self, version: Version, source: str) -> Likeness:
        """Which records that sources tell of a run may be.

        Args:
            version: what is told of the run.
            source: who tells it, "strava".
        """
        near: list[tuple[timedelta, float, str]] = []
        doubtful: list[tuple[timedelta, float, str]] = []
        slot = _slot(version.at)
        for id_ in {id_ for place in (slot - 1, slot, slot + 1) for id_ in self._by_slot.get(place, ())}:
            for versions in self._by_id[id_].run.sources.values():
                other = versions[0]
                rank = abs(other.at - version.at), abs(other.metres - version.metres), id_
                if rank[0] > START_WITHIN:
                    continue
                if is_near(version.metres, other.metres):
                    near.append(rank)
                elif _may_overlap(version, other):
                    doubtful.append(rank)
        if near:
            return Likeness(same=self._by_id[min(near)[2]])
        if not doubtful and (version.is_local or self._any_local):
            doubtful = self._on_another_clock(version, source)
        ids = dict.fromkeys(id_ for _, _, id_ in sorted(doubtful))
        return Likeness(perhaps=tuple(self._by_id[id_] for id_ in ids))

    def told_like(self, found: Run) -> tuple[list[Record], list[Record]]:
        """The runs told by voice alone that this one may be: those that are near, and those further off.

        Args:
            found: with what its sources tell, of which one may be nearer than another.
        """
        near: list[Record] = []
        perhaps: list[Record] = []
        days = {versions[0].day for versions in found.sources.values()}
        for id_ in sorted({id_ for day in days for id_ in self._told.get(day, ())}):
            record = self._by_id[id_]
            off = far_off(record.run.metres, found.sources)
            if off == 0:
                near.append(record)
            elif off <= TOLD_PERHAPS_SHARE:
                perhaps.append(record)
        return near, perhaps

    def _on_another_clock(self, version: Version, source: str) -> list[tuple[timedelta, float, str]]:
        """Runs of this very length whose start is this one's by the clock of another zone.

        Where only the runner's own clock is told, of this run or of those, a traveller's is not known.
        """
        found = []
        for quarters in range(-(OTHER_CLOCK // QUARTER), OTHER_CLOCK // QUARTER + 1):
            there = version.at + quarters * QUARTER
            slot = _slot(there)
            for id_ in {id_ for place in (slot - 1, slot, slot + 1) for id_ in self._by_slot.get(place, ())}:
                sources = self._by_id[id_].run.sources
                if any(source_of(known) == source for known in sources):
                    continue
                for versions in sources.values():
                    other, off = versions[0], abs(versions[0].metres - version.metres)
                    if (
                        (version.is_local or other.is_local)
                        and abs(other.at - there) <= timedelta(minutes=1)
                        and off <= SAME_LENGTH_SHARE * version.metres
                    ):
                        found.append((abs(other.at - version.at), off, id_))
        return found


def source_of(key: str) -> str:
    """Who a run's id or a pair's key is from: "strava" for "strava:123"."""
    return key.partition(":")[0]


def is_near(metres: float, other: float) -> bool:
    """Whether two recordings of these lengths may be of one run."""
    return abs(metres - other) <= max(NEAR_SHARE * max(metres, other), NEAR_METRES)


def _may_overlap(version: Version, other: Version) -> bool:
    """Whether the one that began first may have been going on when the other began."""
    first, second = sorted((version, other), key=lambda one: one.at)
    return second.at - first.at < timedelta(seconds=first.metres / SLOWEST)


def _slot(at: datetime) -> int:
    """The stretch of time, as long as two starts of one run may differ, in which this moment is."""
    return int(at.timestamp() // START_WITHIN.total_seconds())
