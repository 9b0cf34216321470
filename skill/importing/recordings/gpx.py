"""Reads GPX: tracks by their positions, gaps left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from skill.importing.faults import DamagedError, shown
from skill.importing.found import FoundRun, Measure, Why
from skill.importing.gathered import Gathered
from skill.importing.opening.item import Item
from skill.importing.recordings.elements import Elements, Path
from skill.importing.recordings.instants import id_by_start, instant
from skill.importing.recordings.places import Position, metres_between, position
from skill.importing.sports import Sport, sport_called

_LONGEST_BREAK: Final = timedelta(hours=3)
"""Tracks of one sport that follow each other within it are one outing, recorded in pieces."""


@dataclass(slots=True)
class _Track:
    """One track, or several of one outing."""

    sport: str = ""
    title: str = ""
    start: datetime | None = None
    end: datetime | None = None
    metres: float = 0

    def goes_on_with(self, other: "_Track") -> bool:
        """Whether another track is of the same outing."""
        if self.sport.casefold() != other.sport.casefold():
            return False
        if (
            self.end is None
            or other.start is None
            or (self.end.tzinfo is None) != (other.start.tzinfo is None)
        ):
            return self.start is None or other.start is None
        return timedelta() <= other.start - self.end <= _LONGEST_BREAK

    def take(self, other: "_Track") -> None:
        """Make another track part of the outing."""
        self.start = self.start or other.start
        self.end = other.end or self.end
        self.metres += other.metres
        self.title = self.title or other.title


class GpxReader:
    """Reads one file."""

    def __init__(self, item: Item, gathered: Gathered) -> None:
        self._item = item
        self._gathered = gathered
        self._outings: list[_Track] = []
        self._track = _Track()
        self._last: Position | None = None
        self._valid = False
        self._plan = False

    def read(self) -> None:
        """Read it to its end; of a file that is cut off nothing counts, for the rest of its track is missing.

        Raises:
            ImportingError: there are too many activities.
        """
        try:
            Elements(self._begin, self._end).read(self._item)
        except DamagedError as error:
            self._gathered.leave(self._item.name, Why.DAMAGED, error)
            return
        for outing in self._outings:
            self._take(outing)
        if not self._outings:
            self._gathered.leave(self._item.name, Why.A_PLAN if self._plan else Why.NOTHING_IN_IT)

    def _begin(self, path: Path, attributes: Mapping[str, str]) -> None:
        match path[-1]:
            case "trk":
                self._track = _Track()
            case "trkseg":
                self._last = None
            case "rte":
                self._plan = True
            case "trkpt":
                place = position(attributes.get("lat"), attributes.get("lon"))
                self._valid = place is not None
                if place and self._last:
                    self._track.metres += metres_between(self._last, place)
                self._last = place or self._last

    def _end(self, path: Path, text: str) -> None:
        match path[-2:]:
            case ("trk", "type"):
                self._track.sport = text
            case ("trk", "name"):
                self._track.title = shown(text)
            case ("trkpt", "time") if self._valid:
                at = instant(text)
                self._track.start = self._track.start or at
                self._track.end = at or self._track.end
            case (_, "trk"):
                if self._outings and self._outings[-1].goes_on_with(self._track):
                    self._outings[-1].take(self._track)
                else:
                    self._outings.append(self._track)

    def _take(self, outing: _Track) -> None:
        where = self._item.name
        sport = sport_called(outing.sport)
        if outing.sport and sport is not Sport.RUNNING:
            why = Why.UNKNOWN_SPORT if sport is Sport.UNKNOWN else Why.OTHER_SPORT
            self._gathered.leave(where, why, outing.sport)
        elif outing.start is None:
            self._gathered.leave(where, Why.NO_START, outing.title)
        else:
            run = FoundRun(
                id_by_start("gpx", outing.start),
                outing.start,
                round(outing.metres, 3),
                Measure.POSITIONS,
                is_run=sport is Sport.RUNNING,
                title=outing.title or where,
            )
            self._gathered.add(run, where)
