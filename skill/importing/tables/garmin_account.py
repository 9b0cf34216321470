"""Reads the summaries of Garmin's account export as a stream: they can have hundreds of megabytes."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, BinaryIO, Final

import ijson

from skill.importing.faults import DamagedError, shown
from skill.importing.found import FoundRun, Measure, Why
from skill.importing.gathered import Gathered
from skill.importing.limits import LARGEST_ACTIVITY
from skill.importing.opening.item import Item
from skill.importing.sports import Sport, sport_called
from skill.importing.tables.garmin_gear import GarminGear

_WRAPPER: Final = "summarizedActivitiesExport"
_WRAPPED: Final = re.compile(rb'^[^{]*\{\s*"summarizedActivitiesExport"')
_CENTIMETRES: Final = 100
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class GarminAccount:
    """Reads the summaries of one account.

    Attributes:
        gathered: what they give.
        gear: its pairs.
    """

    gathered: Gathered
    gear: GarminGear
    _legs_of: set[int] = field(default_factory=set)
    _whole: list[tuple[str, int, object]] = field(default_factory=list)

    def read(self, item: Item) -> None:
        """Read one file of summaries to its end, or as far as it can be read.

        Raises:
            ImportingError: it has too many activities.
        """
        try:
            for activity in _activities(item):
                self._take(activity, item.name)
        except DamagedError as error:
            self.gathered.leave(item.name, Why.DAMAGED, error)

    def finish(self) -> None:
        """Say of each multi-sport activity whether its legs are there to be counted; take the pairs.

        Raises:
            ImportingError: there are too many activities.
        """
        for where, number, word in self._whole:
            why = Why.OTHER_SPORT if number in self._legs_of else Why.MULTISPORT_AS_ONE
            self.gathered.leave(where, why, word)
        self.gathered.pairs |= self.gear.pairs

    def _take(self, activity: Mapping[str, Any], file: str) -> None:
        number = activity.get("activityId")
        if not isinstance(number, int):
            return
        where = f"{file}:{number}"
        word = activity.get("activityType")
        word = word.get("typeKey") if isinstance(word, Mapping) else word
        if isinstance(parent := activity.get("parentId"), int):
            self._legs_of.add(parent)
        match sport_called(str(word or "")):
            case Sport.MULTISPORT:
                self._whole.append((where, number, word))
            case Sport.OTHER:
                self.gathered.leave(where, Why.OTHER_SPORT, word)
            case Sport.UNKNOWN:
                self.gathered.leave(where, Why.UNKNOWN_SPORT, word)
            case Sport.RUNNING:
                self._take_run(activity, number, where)

    def _take_run(self, activity: Mapping[str, Any], number: int, where: str) -> None:
        title = shown(activity.get("name") or "")
        start = _start(activity)
        if start is None:
            self.gathered.leave(where, Why.NO_START, title)
            return
        distance = activity.get("distance")
        metres = distance / _CENTIMETRES if isinstance(distance, int | float) else 0
        pairs = tuple(self.gear.worn.get(number, ()))
        self.gathered.add(
            FoundRun(f"garmin:{number}", start, round(metres, 3), Measure.SERVICE, pairs, title=title), where
        )


def _activities(item: Item) -> Iterator[Mapping[str, Any]]:
    """Each activity in a list, whether it is wrapped or bare.

    Raises:
        DamagedError: it is no JSON, or ends too early.
    """
    head = item.head().lstrip(b"\xef\xbb\xbf \t\r\n")
    at = "item" if head.startswith(b"[") else ""
    if _WRAPPED.match(head):
        at = ".".join(filter(None, (at, _WRAPPER, "item")))
    with item.open() as stream:
        watched = _Watched(stream)
        try:
            for value in ijson.items(watched, at, use_float=True):
                watched.since = 0
                if isinstance(value, dict):
                    yield value
        except (ijson.JSONError, ValueError, OverflowError) as error:
            raise DamagedError("it is damaged or cut off; download it again") from error


@dataclass(slots=True)
class _Watched:
    """Reads on only as long as activities come: one that never ends would fill the memory."""

    stream: BinaryIO
    since: int = 0
    begun: bool = False

    def read(self, size: int = -1) -> bytes:
        data = self.stream.read(size)
        if data and not self.begun:
            self.begun = True
            data = data.removeprefix(BOM_UTF8)
        self.since += len(data)
        if self.since > LARGEST_ACTIVITY:
            raise DamagedError("it has an activity that is larger than any")
        return data


def _start(activity: Mapping[str, Any]) -> datetime | None:
    """When it began: in UTC, else on the runner's own clock. All are milliseconds since 1970."""
    for name in ("startTimeGmt", "beginTimestamp"):
        if start := _instant(activity.get(name)):
            return start
    local = _instant(activity.get("startTimeLocal"))
    return local.replace(tzinfo=None) if local else None


def _instant(value: object) -> datetime | None:
    if not isinstance(value, int | float) or value <= 0:
        return None
    try:
        return _EPOCH + timedelta(milliseconds=value)
    except OverflowError:
        return None
