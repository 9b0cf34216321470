"""Reads TCX: each activity by its laps."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from skill.importing.faults import DamagedError, shown
from skill.importing.found import FoundRun, Measure, Why
from skill.importing.gathered import Gathered
from skill.importing.opening.item import Item
from skill.importing.recordings.elements import Elements, Path
from skill.importing.recordings.instants import id_by_start, instant
from skill.importing.recordings.places import Position, metres_between, position
from skill.importing.sports import Sport, sport_called


@dataclass(slots=True)
class _Lap:
    """One lap: what it says itself, and what its points say."""

    told: float = 0
    first: float | None = None
    last: float = 0
    ground: float = 0
    place: Position | None = None

    @property
    def counted(self) -> float:
        """Metres by the points' counter, which may begin anywhere."""
        return self.last - self.first if self.first is not None else 0


@dataclass(slots=True)
class _Activity:
    sport: str
    id: str = ""
    start: datetime | None = None
    laps: list[_Lap] = field(default_factory=list)

    @property
    def metres(self) -> tuple[float, Measure]:
        """By what the laps say, else by the points' counters, else by the positions."""
        told = sum(lap.told if lap.told > 0 else max(0.0, lap.counted) for lap in self.laps)
        if told > 0:
            return told, Measure.WATCH
        return sum(lap.ground for lap in self.laps), Measure.POSITIONS


class TcxReader:
    """Reads one file; activities that are whole count, even where the file ends too early behind them."""

    def __init__(self, item: Item, gathered: Gathered) -> None:
        self._item = item
        self._gathered = gathered
        self._activity: _Activity | None = None
        self._latitude = ""
        self._activities = 0
        self._plan = False

    def read(self) -> None:
        """Read it to its end, or as far as it can be read.

        Raises:
            ImportingError: there are too many activities.
        """
        try:
            Elements(self._begin, self._end).read(self._item)
        except DamagedError as error:
            self._gathered.leave(self._item.name, Why.DAMAGED, error)
            return
        if not self._activities:
            self._gathered.leave(self._item.name, Why.A_PLAN if self._plan else Why.NOTHING_IN_IT)

    def _begin(self, path: Path, attributes: Mapping[str, str]) -> None:
        match path[-1]:
            case "Activity":
                self._activity = _Activity(attributes.get("Sport", ""))
            case "Course" | "Workout":
                self._plan = True
            case "Lap" if self._activity:
                self._activity.laps.append(_Lap())
                self._activity.start = self._activity.start or instant(attributes.get("StartTime", ""))

    def _end(self, path: Path, text: str) -> None:
        if not (activity := self._activity):
            return
        lap = activity.laps[-1] if activity.laps else _Lap()
        match path[-2:]:
            case (_, "Activity"):
                self._take(activity)
                self._activity = None
            case ("Activity", "Id"):
                activity.id = text
            case ("Lap", "DistanceMeters"):
                lap.told = _metres(text)
            case ("Trackpoint", "DistanceMeters"):
                lap.last = _metres(text)
                lap.first = lap.last if lap.first is None else lap.first
            case ("Trackpoint", "Time"):
                activity.start = activity.start or instant(text)
            case ("Position", "LatitudeDegrees"):
                self._latitude = text
            case ("Position", "LongitudeDegrees"):
                if place := position(self._latitude, text):
                    lap.ground += metres_between(lap.place, place) if lap.place else 0
                    lap.place = place

    def _take(self, activity: _Activity) -> None:
        self._activities += 1
        where = self._item.name
        sport = sport_called(activity.sport)
        start = activity.start or instant(activity.id)
        if activity.sport and sport is not Sport.RUNNING:
            why = Why.UNKNOWN_SPORT if sport is Sport.UNKNOWN else Why.OTHER_SPORT
            self._gathered.leave(where, why, activity.sport)
        elif start is None:
            self._gathered.leave(where, Why.NO_START)
        else:
            metres, measure = activity.metres
            run = FoundRun(
                id_by_start("tcx", start),
                start,
                round(metres, 3),
                measure,
                is_run=sport is Sport.RUNNING,
                title=shown(where),
            )
            self._gathered.add(run, where)


def _metres(text: str) -> float:
    try:
        return max(0.0, float(text))
    except ValueError:
        return 0
