"""Something that can be opened and read: a file, a member of a zip, or what a gzip holds."""

import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import BinaryIO, Final

from skill.importing.faults import DamagedError
from skill.importing.limits import DEEPEST, HIGHEST_RATIO, LARGEST_FILE, RATIO_MATTERS_FROM
from skill.importing.opening.budget import Budget
from skill.value import Value, replace

_BUFFER: Final = 1 << 16
_HEAD: Final = 1 << 13
"""Bytes that tell what a file is: Strava's header of 103 columns takes three thousand."""
PACKED_OTHERWISE: Final = "it is packed in a way that I can't read; unpack it first"
_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, EOFError, gzip.BadGzipFile, lzma.LZMAError)


class Item(Value):
    """One file.

    Attributes:
        name: as it is shown.
        path: where it lies in its folder or zip, which is no path of this machine.
        home: names the folder or zip.
        size: bytes, as its folder or zip says.
        packed: bytes that it takes there.
        raw: opens it.
        budget: what is read of it is taken from there.
        depth: zips and gzips that it lies in.
        asked: whether the runner named it: then it is said when there is nothing to read in it.
    """

    name: str
    path: PurePosixPath
    home: str
    size: int
    packed: int
    raw: Callable[[], BinaryIO]
    budget: Budget
    depth: int = 0
    asked: bool = False

    def open(self) -> BinaryIO:
        """Its bytes, counted and limited.

        Raises:
            DamagedError: it cannot be opened; so does each later read that fails.
        """
        with _Translated():
            inner = self.raw()
        return io.BufferedReader(_Counted(self, inner), _BUFFER)

    def head(self, size: int = _HEAD) -> bytes:
        """Its first bytes, for telling what it is.

        Raises:
            DamagedError: it cannot be read.
        """
        with self.open() as stream:
            return stream.read(size)

    def unpacked(self) -> "Item":
        """What the gzip that it is holds.

        Raises:
            DamagedError: it lies too deep.
        """
        if self.depth >= DEEPEST:
            raise DamagedError("it is packed too many times; unpack it first")
        return replace(self, raw=lambda: _opened_gzip(self), depth=self.depth + 1)

    @property
    def where(self) -> tuple[str, PurePosixPath]:
        """The folder that it lies in, of which folder or zip: what belongs together has the same."""
        return self.home, self.path.parent


def _opened_gzip(item: Item) -> BinaryIO:
    return gzip.GzipFile(fileobj=item.open())  # type: ignore[return-value]  # typeshed has it as no BinaryIO


class _Counted(io.RawIOBase):
    """Reads an item within its limits; what goes wrong is a `DamagedError`."""

    def __init__(self, item: Item, inner: BinaryIO) -> None:
        self._item = item
        self._inner = inner
        self._read = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]  # a Buffer in typeshed
        with _Translated():
            data = self._inner.read(len(buffer))
        buffer[: len(data)] = data
        self._read += len(data)
        self._item.budget.spend(len(data))
        if self._read > LARGEST_FILE:
            raise DamagedError(f"it has more than {LARGEST_FILE >> 30} GB")
        if self._read > max(RATIO_MATTERS_FROM, self._item.packed * HIGHEST_RATIO):
            raise DamagedError("it unpacks to far more than a real export does; download it again")
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
        super().close()


class _Translated:
    """Says in one line what libraries raise where bytes are not as they should be."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        match error:
            case NotImplementedError():  # zipfile's word for a way of packing that it does not know
                raise DamagedError(PACKED_OTHERWISE) from error
            case RuntimeError() if "password" in str(error) or "encrypted" in str(error):
                raise DamagedError("it is locked with a password; unpack it first") from error
            case _ if isinstance(error, _DAMAGE):
                raise DamagedError("it is damaged or cut off; download it again") from error
            case OSError():
                raise DamagedError(f"it can't be read: {error.strerror or error}") from error
