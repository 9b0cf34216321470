"""Reads FIT with fitdecode: each running session, with its own start."""

import io
import math
import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from fitdecode import CrcCheck, ErrorHandling, FitCRCError, FitDataMessage, FitError, FitReader

from skill.importing.faults import DamagedError
from skill.importing.found import FoundRun, Measure, Why
from skill.importing.gathered import Gathered
from skill.importing.limits import LARGEST_RECORDING
from skill.importing.opening.item import Item
from skill.importing.recordings.instants import id_by_start

_PLANS: Final = frozenset({"course", "workout", "schedules", "segment", "segment_list"})
_FAULTS: Final = (
    *(FitError, ValueError, LookupError, ArithmeticError, TypeError, AttributeError, AssertionError),
    struct.error,
)
"""What fitdecode raises over bytes that are no FIT behind a header that is."""
_MOST_SESSIONS: Final = 1_000
_NEAR: Final = 0.05
"""Of its metres, by which a session in a damaged file may differ from what its records counted."""
_SOON: Final = 3600
"""Seconds after its start in which a session in a damaged file has its first record."""
_SHORT_HEADER: Final = 12
_CHECKED_HEADER: Final = 14
_CHECKSUM: Final = 2
_RUNNING: Final = "running"
_UNSAID: Final = (None, "generic", "all")


@dataclass(slots=True)
class _Counted:
    """Metres at times, in seconds since 1970: in arrays, for a day has a hundred thousand."""

    times: "array[float]" = field(default_factory=lambda: array("d"))
    metres: "array[float]" = field(default_factory=lambda: array("d"))

    def take(self, message: FitDataMessage, name: str) -> None:
        """Keep the metres of a message under that name, if it has them and a time."""
        at = message.get_value("timestamp", fallback=None)
        metres = message.get_value(name, fallback=None)
        if isinstance(at, datetime) and isinstance(metres, int | float):
            self.times.append(at.timestamp())
            self.metres.append(metres)

    def between(self, start: float, end: float) -> list[float]:
        """The metres at the times from `start` to `end`."""
        return [metres for at, metres in zip(self.times, self.metres, strict=True) if start <= at <= end]


@dataclass(slots=True)
class _Content:
    """What a file says of what was done."""

    kinds: set[object] = field(default_factory=set)
    sessions: list[FitDataMessage] = field(default_factory=list)
    records: _Counted = field(default_factory=_Counted)
    laps: _Counted = field(default_factory=_Counted)
    fault: str = ""
    checked: bool = True

    def take(self, message: FitDataMessage) -> None:
        """Keep what counts of a message."""
        match message.name:
            case "file_id":
                self.kinds.add(message.get_value("type", fallback=None))
            case "session" if len(self.sessions) < _MOST_SESSIONS:
                self.sessions.append(message)
            case "record":
                self.records.take(message, "distance")
            case "lap":
                self.laps.take(message, "total_distance")


def read_fit(item: Item, gathered: Gathered) -> None:
    """Read a file to its end, or as far as it can be read.

    Raises:
        ImportingError: there are too many activities.
    """
    try:
        content = _content(_whole(item))
    except DamagedError as error:
        gathered.leave(item.name, Why.DAMAGED, error)
        return
    for session in content.sessions:
        _take(session, content, item.name, gathered)
    if content.fault:
        gathered.leave(item.name, Why.DAMAGED, content.fault)
    elif not content.sessions:
        gathered.leave(item.name, Why.A_PLAN if content.kinds & _PLANS else Why.NOTHING_IN_IT)


def _whole(item: Item) -> bytes:
    with item.open() as stream:
        data = stream.read(LARGEST_RECORDING + 1)
    if len(data) > LARGEST_RECORDING:
        raise DamagedError(f"it has more than {LARGEST_RECORDING >> 20} MB, which no watch records in a day")
    return _closed(data)


def _closed(data: bytes) -> bytes:
    """The file as if the watch had closed it: its header tells the size, and needs no checksum."""
    header = data[0]
    if len(data) <= _CHECKED_HEADER or header < _SHORT_HEADER or data[4:8] != b"\0\0\0\0":
        return data
    size = (len(data) - header - _CHECKSUM).to_bytes(4, "little")
    rest = data[8:_SHORT_HEADER] + b"\0\0" * (header >= _CHECKED_HEADER)
    return data[:4] + size + rest + data[_CHECKED_HEADER if header >= _CHECKED_HEADER else _SHORT_HEADER :]


def _content(data: bytes) -> _Content:
    """What a file says; where its checksum is wrong, what can be read all the same."""
    content = _Content()
    try:
        for message in _messages(data, CrcCheck.RAISE):
            content.take(message)
    except FitCRCError:
        content = _Content(
            fault="its checksum is wrong: look at its metres, or download it again", checked=False
        )
        try:
            for message in _messages(data, CrcCheck.DISABLED):
                content.take(message)
        except _FAULTS:
            content.fault = "it is damaged; download it again"
    except _FAULTS:
        content.fault = "it is cut off or damaged; download it again"
    return content


def _messages(data: bytes, check: CrcCheck) -> Iterator[FitDataMessage]:
    with FitReader(io.BytesIO(data), check_crc=check, error_handling=ErrorHandling.IGNORE) as reader:
        for frame in reader:
            if isinstance(frame, FitDataMessage):
                yield frame


def _take(session: FitDataMessage, content: _Content, where: str, gathered: Gathered) -> None:
    sport = session.get_value("sport", fallback=None)
    if sport not in {_RUNNING, *_UNSAID}:
        gathered.leave(where, Why.OTHER_SPORT if isinstance(sport, str) else Why.UNKNOWN_SPORT, sport)
        return
    start = _start(session, content)
    if start is None:
        gathered.leave(where, Why.NO_START)
        return
    metres = _metres(session, content)
    if not content.checked and not _is_likely(start, metres, content):
        gathered.leave(
            where, Why.DAMAGED, f"it tells of {metres:.0f} m, and its records do not; download it again"
        )
        return
    run = FoundRun(
        id_by_start("fit", start),
        start,
        round(metres, 3),
        Measure.WATCH,
        is_run=sport == _RUNNING,
        title=where,
    )
    gathered.add(run, where)


def _start(session: FitDataMessage, content: _Content) -> datetime | None:
    """When it began; where a maker wrote a number there, by its first record, if it is alone."""
    start = session.get_value("start_time", fallback=None)
    if not isinstance(start, datetime) and len(content.sessions) == 1 and content.records.times:
        start = datetime.fromtimestamp(content.records.times[0], UTC)
    return start.replace(microsecond=0) if isinstance(start, datetime) else None


def _metres(session: FitDataMessage, content: _Content) -> float:
    """Its distance; where it has none, by the counter of its records, else by its laps."""
    told = session.get_value("total_distance", fallback=None)
    if isinstance(told, int | float) and told > 0:
        return float(told)
    start = session.get_value("start_time", fallback=None)
    end = session.get_value("timestamp", fallback=None)
    if len(content.sessions) == 1:
        between = (-math.inf, math.inf)
    elif isinstance(start, datetime) and isinstance(end, datetime):
        between = (start.timestamp(), end.timestamp())
    else:
        return 0
    counted = content.records.between(*between)
    if counted and counted[-1] > counted[0]:
        return counted[-1] - counted[0]
    return sum(content.laps.between(*between))


def _is_likely(start: datetime, metres: float, content: _Content) -> bool:
    """Whether a damaged file's records bear out its only session; where it has none, it is taken."""
    times, counted = content.records.times, content.records.metres
    if len(content.sessions) != 1 or not counted:
        return not counted
    soon = 0 <= times[0] - start.timestamp() <= _SOON
    return soon and abs(metres - counted[-1]) <= _NEAR * metres
