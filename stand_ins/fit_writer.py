"""Writes FIT files: as many messages as a test needs, in the form of Garmin's FIT protocol."""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

EPOCH: Final = datetime(1989, 12, 31, tzinfo=UTC)
RUNNING: Final = 1
CYCLING: Final = 2
SWIMMING: Final = 5
TRANSITION: Final = 3
ACTIVITY: Final = 4
COURSE: Final = 6
_FILE_ID: Final = 0
_SESSION: Final = 18
_LAP: Final = 19
_RECORD: Final = 20
_ENUM: Final = 0x00
_UINT32: Final = 0x86
_UNTOLD: Final = 0xFFFFFFFF
_TIMESTAMP: Final = 253


@dataclass(frozen=True)
class Session:
    """One session: metres is None where the watch did not write them; start may be a bare number."""

    start: datetime | int
    metres: float | None
    sport: int = RUNNING
    seconds: int = 1800


def seconds(at: datetime | int) -> int:
    return at if isinstance(at, int) else int((at - EPOCH).total_seconds())


def fit_file(
    *sessions: Session,
    kind: int = ACTIVITY,
    counters: Iterable[tuple[datetime, float]] = (),
    laps: Iterable[tuple[datetime, float]] = (),
) -> bytes:
    """A whole file.

    Args:
        sessions: of the activity.
        kind: of file: an activity or a course.
        counters: times, and the metres that the watch had counted until then.
        laps: the times at which they ended, and their metres.
    """
    body = bytearray(_message(0, _FILE_ID, [(0, 1, _ENUM)], struct.pack("<B", kind)))
    for at, metres in counters:
        body += _message(1, _RECORD, [(_TIMESTAMP, 4, _UINT32), (5, 4, _UINT32)], _two(seconds(at), metres))
    for at, metres in laps:
        body += _message(2, _LAP, [(_TIMESTAMP, 4, _UINT32), (9, 4, _UINT32)], _two(seconds(at), metres))
    for session in sessions:
        start = seconds(session.start)
        metres = _UNTOLD if session.metres is None else round(session.metres * 100)
        fields = [(_TIMESTAMP, 4, _UINT32), (2, 4, _UINT32), (9, 4, _UINT32), (5, 1, _ENUM)]
        data = struct.pack("<IIIB", start + session.seconds, start, metres, session.sport)
        body += _message(3, _SESSION, fields, data)
    return closed(bytes(body))


def closed(body: bytes, size: int | None = None) -> bytes:
    """The header, the messages and their checksum; a watch that was never stopped writes the size 0."""
    header = struct.pack("<BBHI4s", 14, 0x20, 2132, len(body) if size is None else size, b".FIT")
    file = header + struct.pack("<H", checksum(header)) + body
    return file + struct.pack("<H", checksum(file))


def checksum(data: bytes) -> int:
    """The FIT protocol's own, a nibble at a time."""
    table = [
        *(0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401),
        *(0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400),
    ]
    crc = 0
    for byte in data:
        crc = (crc >> 4) ^ table[crc & 0xF] ^ table[byte & 0xF]
        crc = (crc >> 4) ^ table[crc & 0xF] ^ table[byte >> 4]
    return crc


def _two(at: int, metres: float) -> bytes:
    return struct.pack("<II", at, round(metres * 100))


def _message(local: int, number: int, fields: list[tuple[int, int, int]], data: bytes) -> bytes:
    """The definition of a message, and the message."""
    definition = struct.pack("<BBBHB", 0x40 | local, 0, 0, number, len(fields))
    return definition + b"".join(bytes(field) for field in fields) + bytes([local]) + data
