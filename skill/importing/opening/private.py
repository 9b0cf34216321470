"""What of an export is read: its activities and its gear, and never its messages, contacts and logins."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from skill.importing.opening.item import Item

_TABLE: Final = "activities.csv"
_RECORDINGS: Final = "activities"
_BESIDE_TABLE: Final = frozenset({_TABLE, "shoes.csv", "bikes.csv"})
_SIGNS_OF_STRAVA: Final = frozenset({"profile.csv", "bikes.csv", "logins.csv"})
"""What lies beside the table in an export that nobody took apart; a table of Garmin's may have its name."""
_GARMIN: Final = "DI_CONNECT"
_FROM_GARMIN: Final = ("summarizedactivities.json", "gear.json")
_SUMMARIES: Final = "summarizedactivities.json"
_UPLOADED: Final = "di-connect-uploaded-files"


def without_private_files(items: Iterable[Item]) -> tuple[list[Item], list[Item]]:
    """Of the files of one folder or zip those to look into, and the recordings beside a table of Strava's."""
    seen = [item for item in items if not _is_hidden(item.path)]
    roots = _roots_of_strava(seen)
    chosen, beside = [], []
    for item in _without_garmin_private(seen):
        root = next((root for root in (item.path.parent, *item.path.parents) if root in roots), None)
        if root is None or (item.path.parent == root and item.path.name.lower() in _BESIDE_TABLE):
            chosen.append(item)
        elif item.path.relative_to(root).parts[0].lower() == _RECORDINGS:
            beside.append(item)
    return chosen, beside


def _is_hidden(path: PurePosixPath) -> bool:
    """Whether a system put it there by itself: .DS_Store, __MACOSX/._activities.csv."""
    return any(part.startswith(".") or part == "__MACOSX" for part in path.parts)


def _roots_of_strava(items: list[Item]) -> set[PurePosixPath]:
    names: dict[PurePosixPath, set[str]] = {}
    for item in items:
        names.setdefault(item.path.parent, set()).add(item.path.name.lower())
        if item.path.parent.name.lower() == _RECORDINGS:
            names.setdefault(item.path.parent.parent, set()).add(_RECORDINGS)
    signs = _SIGNS_OF_STRAVA | {_RECORDINGS}
    return {root for root, there in names.items() if _TABLE in there and there & signs}


def _without_garmin_private(items: list[Item]) -> list[Item]:
    """Without the rest of Garmin's account, and without the recordings where there are summaries of them.

    A recording that was deleted at Garmin may still lie there: the summaries know which ones count.
    """
    accounts = {_up_to_account(item.path) for item in items} - {None}
    if not accounts:
        return items
    summed = any(item.path.name.lower().endswith(_SUMMARIES) for item in items)
    homes = {account.parent for account in accounts if account}
    kept = []
    for item in items:
        inside = any(home == PurePosixPath() or home in item.path.parents for home in homes)
        wanted = item.path.name.lower().endswith(_FROM_GARMIN)
        recorded = not summed and _UPLOADED in str(item.path).lower()
        if not inside or wanted or recorded:
            kept.append(item)
    return kept


def _up_to_account(path: PurePosixPath) -> PurePosixPath | None:
    parents = [parent for parent in path.parents if parent.name.upper() == _GARMIN]
    return parents[-1] if parents else None
