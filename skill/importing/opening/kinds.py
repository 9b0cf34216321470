"""What a file is, by its first bytes; its name says nothing for certain."""

import re
from enum import Enum, auto
from typing import Final

_ROOT: Final = re.compile(rb"<(?:[\w.-]+:)?(TrainingCenterDatabase|gpx)[\s>/]")
_FIT_MARK: Final = slice(8, 12)
"""Where a FIT file says that it is one (Garmin, FIT protocol, file header)."""
_LONGEST_FIT_HEADER: Final = 0x20
_ACTIVITY_LIST: Final = re.compile(rb'"(summarizedActivitiesExport|activityId)"')
_GEAR_LIST: Final = re.compile(rb'"(gearDTOS|gearActivityDTOs)"')


class Kind(Enum):
    """What can be told by the first bytes."""

    EMPTY = auto()
    ZIP = auto()
    GZIP = auto()
    FIT = auto()
    TCX = auto()
    GPX = auto()
    GARMIN_ACTIVITIES = auto()
    GARMIN_GEAR = auto()
    TEXT = auto()
    """Text that is none of these: a table, if anything."""
    UNKNOWN = auto()


def kind_of(head: bytes) -> Kind:
    """What the file is that begins so."""
    if not head:
        return Kind.EMPTY
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if head.startswith(b"\x1f\x8b"):
        return Kind.GZIP
    if head[_FIT_MARK] == b".FIT" and head[0] < _LONGEST_FIT_HEADER:
        return Kind.FIT
    return _kind_of_text(head)


def _kind_of_text(head: bytes) -> Kind:
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.replace(b"\0", b"") if wide else head
    begun = text.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")
    if begun.startswith(b"<") and (root := _ROOT.search(begun)):
        return Kind.GPX if root[1] == b"gpx" else Kind.TCX
    if begun.startswith((b"[", b"{")):
        if _GEAR_LIST.search(begun):
            return Kind.GARMIN_GEAR
        return Kind.GARMIN_ACTIVITIES if _ACTIVITY_LIST.search(begun) else Kind.UNKNOWN
    if not begun:
        return Kind.EMPTY
    return Kind.UNKNOWN if b"\0" in text or begun.startswith(b"<") else Kind.TEXT
