"""What of an export is read: its activities and its gear, and never its messages, contacts and logins."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from skill.importing.opening.item import Item

_TABLE: Final = "activities.csv"
_RECORDINGS: Final = "activities"
_BESIDE_TABLE: Final = (_TABLE, "shoes.csv", "bikes.csv")
_SIGNS_OF_STRAVA: Final = frozenset({"profile.csv", "bikes.csv", "logins.csv", _RECORDINGS})
"""What lies beside the table in an export that nobody took apart; a table of Garmin's may have its name."""
_NOT_OF_THE_EXPORT: Final = (".zip", ".gz", ".fit", ".tcx", ".gpx")
"""What lies beside the table only where the export was unpacked among other files."""
_GARMIN: Final = "di_connect"
_UPLOADED: Final = "di-connect-uploaded-files"
_ROOM_OF_GARMIN: Final = "di-connect-"
_SUMMARIES: Final = "summarizedactivities.json"
_FROM_GARMIN: Final = (_SUMMARIES, "gear.json")


def without_private_files(items: Iterable[Item]) -> tuple[list[Item], list[Item]]:
    """Of the files of one folder or zip those to look into, and the recordings beside a table of Strava's."""
    seen = [item for item in items if not _is_hidden(item.path)]
    roots = _roots_of_strava(seen)
    chosen, beside = [], []
    for item in _without_garmin_private(seen):
        root = next((parent for parent in item.path.parents if parent in roots), None)
        if root is None or (item.path.parent == root and _is_wanted_beside_table(item.path.name.lower())):
            chosen.append(item)
        elif item.path.relative_to(root).parts[0].lower() == _RECORDINGS:
            beside.append(item)
    return chosen, beside


def _is_hidden(path: PurePosixPath) -> bool:
    """Whether a system put it there by itself: .DS_Store, __MACOSX/._activities.csv."""
    return any(part.startswith(".") or part == "__MACOSX" for part in path.parts)


def _is_wanted_beside_table(name: str) -> bool:
    return name in _BESIDE_TABLE or name.endswith(_NOT_OF_THE_EXPORT)


def _roots_of_strava(items: list[Item]) -> set[PurePosixPath]:
    names: dict[PurePosixPath, set[str]] = {}
    for item in items:
        names.setdefault(item.path.parent, set()).add(item.path.name.lower())
        if item.path.parent.name.lower() == _RECORDINGS:
            names.setdefault(item.path.parent.parent, set()).add(_RECORDINGS)
    return {root for root, there in names.items() if _TABLE in there and there & _SIGNS_OF_STRAVA}


def _without_garmin_private(items: list[Item]) -> list[Item]:
    """Without the rest of Garmin's account, and without the recordings where there are summaries of them.

    A recording that was deleted at Garmin may still lie there: the summaries know which ones count.
    """
    if not any(_is_garmins(item.path) for item in items):
        return items
    summed = any(item.path.name.lower().endswith(_SUMMARIES) for item in items)
    return [item for item in items if _is_wanted_of_garmin(item.path, summed=summed)]


def _is_garmins(path: PurePosixPath) -> bool:
    names = [part.lower() for part in path.parts[:-1]]
    return any(name == _GARMIN or name.startswith(_ROOM_OF_GARMIN) for name in names)


def _is_wanted_of_garmin(path: PurePosixPath, *, summed: bool) -> bool:
    name = path.name.lower()
    if name.endswith(_FROM_GARMIN):
        return True
    if not _is_garmins(path):
        return not name.endswith(".json")  # beside it lie the customer's data
    return not summed and _UPLOADED in {part.lower() for part in path.parts}
