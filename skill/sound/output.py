"""Files that appear whole and together, or not at all."""

import os
import tempfile
from contextlib import suppress
from errno import EISDIR
from pathlib import Path

from skill.sound.errors import SoundError


class OutputError(SoundError):
    """A file cannot be written; the message says which and why."""


class Output:
    """Files that appear whole and together, or not at all."""

    def __init__(self) -> None:
        self._waiting: list[tuple[str, Path]] = []

    def add(self, path: Path, content: bytes) -> None:
        """Write a file's content beside its place, under another name.

        Raises:
            OutputError: it cannot be written there.
        """
        try:
            if path.is_dir():
                raise IsADirectoryError(EISDIR, "it is a folder")
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
            self._waiting.append((name, path))
            with os.fdopen(handle, "wb") as file:
                file.write(content)
        except OSError as error:
            self.discard()
            raise OutputError(f"{path} cannot be written: {error.strerror or error}.") from error

    def commit(self) -> None:
        """Put every file in its place.

        Raises:
            OutputError: one cannot be put there.
        """
        while self._waiting:
            name, path = self._waiting.pop(0)
            try:
                Path(name).chmod(0o644)
                Path(name).replace(path)
            except OSError as error:
                self._waiting.append((name, path))
                self.discard()
                raise OutputError(f"{path} cannot be written: {error.strerror or error}.") from error

    def discard(self) -> None:
        """Take back what was not committed."""
        for name, _ in self._waiting:
            with suppress(OSError):
                Path(name).unlink()
        self._waiting.clear()
