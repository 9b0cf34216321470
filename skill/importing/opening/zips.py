"""Opens a zip without unpacking it: members are read where they lie; nothing is written by their names."""

import struct
import zipfile
from contextlib import ExitStack
from pathlib import PurePosixPath
from tempfile import TemporaryFile
from typing import BinaryIO, Final, cast

from skill.importing.faults import DamagedError, shown
from skill.importing.limits import DEEPEST, LARGEST_DIRECTORY
from skill.importing.opening.item import PACKED_OTHERWISE, Item

_END: Final = b"PK\x05\x06"
_END_64: Final = b"PK\x06\x06"
_LONGEST_END: Final = 65_557 + 76
"""Bytes: the record at a zip's end with the longest comment, and the two of a large zip (APPNOTE, 4.3)."""
_IN_THE_LARGER: Final = 0xFFFFFFFF
"""A size that stands in the record for large zips instead."""
_COPIED: Final = 1 << 20


def members(zipped: Item, kept_open: ExitStack) -> list[Item]:
    """The files in a zip, as many as there are; not their content.

    Args:
        zipped: the zip.
        kept_open: closes it when all is read.

    Raises:
        DamagedError: it is no zip that can be read, lies too deep, or has more files than anybody's export.
        ImportingError: there are too many files in all.
    """
    if zipped.depth >= DEEPEST:
        raise DamagedError("it is a zip in a zip in a zip; unpack it first")
    seekable = _seekable(zipped, kept_open)
    _refuse_large_directory(seekable)
    try:
        archive = kept_open.enter_context(zipfile.ZipFile(seekable))
        infos = [info for info in archive.infolist() if not info.is_dir()]
    except NotImplementedError as error:  # zipfile's word for a version of zip that it does not know
        raise DamagedError(PACKED_OTHERWISE) from error
    except (zipfile.BadZipFile, ValueError, struct.error, EOFError, OSError) as error:
        raise DamagedError("it is a damaged zip, or one that is cut off; download it again") from error
    zipped.budget.meet(len(infos))
    return [_member(info, archive, zipped) for info in infos]


def _member(info: zipfile.ZipInfo, archive: zipfile.ZipFile, zipped: Item) -> Item:
    path = PurePosixPath(
        *(part for part in info.filename.replace("\\", "/").split("/") if part not in {"", ".."})
    )
    return Item(
        name=shown(path.name),
        path=path,
        home=f"{zipped.home}/{zipped.path}",
        size=info.file_size,
        packed=info.compress_size,
        raw=lambda: cast("BinaryIO", archive.open(info)),
        budget=zipped.budget,
        depth=zipped.depth + 1,
    )


def _seekable(zipped: Item, kept_open: ExitStack) -> BinaryIO:
    """The zip's bytes: a file's own, else copied to a file that has no name."""
    if zipped.depth == 0:
        return kept_open.enter_context(zipped.raw())
    copy = kept_open.enter_context(TemporaryFile())  # noqa: SIM115 - kept open until all is read
    with zipped.open() as stream:
        while data := stream.read(_COPIED):
            try:
                copy.write(data)
            except OSError as error:
                raise DamagedError(f"it can't be looked into: {error.strerror}; unpack it first") from error
    copy.seek(0)
    return copy


def _refuse_large_directory(stream: BinaryIO) -> None:
    """Look at the record at the zip's end before the directory, of which it tells the size, is read."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _LONGEST_END))
    end = stream.read()
    stream.seek(0)
    sizes = [
        int.from_bytes(end[at + start : at + start + length], "little")
        for mark, start, length in ((_END, 12, 4), (_END_64, 40, 8))
        if (at := end.rfind(mark)) >= 0
    ]
    if any(LARGEST_DIRECTORY < size != _IN_THE_LARGER for size in sizes):
        raise DamagedError(
            "it has far more files than an export; unpack it and give me the folder of the export"
        )
