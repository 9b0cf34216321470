"""Finds in files, folders and zips what may be read, and leaves alone what is nobody's business."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from skill.importing.faults import DamagedError, shown
from skill.importing.found import ImportingError, LeftOut, Why
from skill.importing.limits import LONGEST_PATH
from skill.importing.opening.budget import Budget
from skill.importing.opening.item import Item
from skill.importing.opening.kinds import Kind, kind_of
from skill.importing.opening.private import without_private_files
from skill.importing.opening.zips import members
from skill.value import replace

_RECORDINGS: Final = (".fit", ".tcx", ".gpx", ".fit.gz", ".tcx.gz", ".gpx.gz")


@dataclass(slots=True)
class Survey:
    """What there is to read.

    Attributes:
        kept_open: closes the zips when all is read.
        items: by what they are, in the order in which they were met.
        recordings: what lies beside a table of Strava's: opened only where a row lacks something.
        left_out: files that cannot be read.
    """

    kept_open: ExitStack
    items: defaultdict[Kind, list[Item]] = field(default_factory=lambda: defaultdict(list))
    recordings: dict[tuple[str, PurePosixPath], Item] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)

    def look_at(self, paths: Iterable[Path], budget: Budget) -> None:
        """Look at files and folders.

        Raises:
            ImportingError: one is not there, cannot be opened, or holds far too much.
        """
        for path in dict.fromkeys(paths):
            try:
                self._look_at(path, budget)
            except OSError as error:
                raise ImportingError(
                    f"{shown(path, LONGEST_PATH)} can't be read: {error.strerror}."
                ) from error

    def _look_at(self, path: Path, budget: Budget) -> None:
        if path.is_dir():
            self._take(list(_in_folder(path, budget)))
        elif not path.exists():
            raise ImportingError(f"{shown(path, LONGEST_PATH)} is not there. Check its name.")
        elif not path.is_file():
            raise ImportingError(
                f"{shown(path, LONGEST_PATH)} is no file. Give me the export's zip, or its folder."
            )
        else:
            item = _on_disk(path, PurePosixPath(path.name), str(path.parent.absolute()), budget)
            self._take_one(replace(item, asked=True))

    def look_at_recordings(self, tables: Iterable[Item]) -> None:
        """Look at those recordings that lie beside none of these tables after all.

        Raises:
            ImportingError: there are far too many.
        """
        homes = {table.where for table in tables}
        for (home, path), item in list(self.recordings.items()):
            if not any((home, parent) in homes for parent in path.parents):
                del self.recordings[home, path]
                self._take_one(item)

    def _take(self, items: list[Item]) -> None:
        chosen, beside = without_private_files(items)
        self.recordings |= {(item.home, item.path): item for item in beside}
        for item in chosen:
            self._take_one(item)

    def _take_one(self, item: Item) -> None:
        try:
            kind = kind_of(item.head())
            while kind is Kind.GZIP:
                item = item.unpacked()
                kind = kind_of(item.head())
            if kind is Kind.ZIP:
                self._take(members(item, self.kept_open))
                return
        except DamagedError as error:
            self.left_out.append(LeftOut(item.name, Why.DAMAGED, str(error)))
            return
        told = item.asked or item.name.lower().endswith(_RECORDINGS)
        if kind is Kind.EMPTY and told:
            self.left_out.append(LeftOut(item.name, Why.DAMAGED, "it is empty; download it again"))
        elif kind is Kind.UNKNOWN and told:
            self.left_out.append(LeftOut(item.name, Why.UNKNOWN_FILE))
        elif kind not in {Kind.EMPTY, Kind.UNKNOWN}:
            item.budget.plan(item.size)
            self.items[kind].append(item)


def _on_disk(path: Path, inside: PurePosixPath, home: str, budget: Budget) -> Item:
    size = path.stat().st_size
    return Item(shown(inside), inside, home, size, size, partial(_opened, path), budget)


def _say(error: OSError) -> None:
    """A folder that cannot be looked into is no empty one."""
    raise error


def _opened(path: Path) -> BinaryIO:
    return path.open("rb")


def _in_folder(folder: Path, budget: Budget) -> Iterator[Item]:
    for at, folders, names in os.walk(folder, onerror=_say):
        folders.sort()
        budget.meet(len(names))
        for name in sorted(names):
            path = Path(at, name)
            if path.is_file():
                inside = PurePosixPath(path.relative_to(folder).as_posix())
                yield _on_disk(path, inside, str(folder.absolute()), budget)
