"""How much has been read of how much, and the end of it where there is too much."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from skill.importing.found import ImportingError
from skill.importing.limits import LARGEST_TOTAL, MOST_FILES

Progress = Callable[[int, int], None]
"""Is told the bytes that are done, and of how many; the second grows where a zip turns up in a zip."""
_STEP: Final = 1 << 18
"""Bytes between two words of progress."""


def untold(_done: int, _whole: int) -> None:
    """Progress that nobody follows."""


@dataclass(slots=True)
class Budget:
    """What one import has read.

    Attributes:
        progress: is told how far it is.
        whole: bytes that are to be read, as their files say.
        done: bytes that were read.
        files: how many were met.
    """

    progress: Progress = untold
    whole: int = 0
    done: int = 0
    files: int = 0
    _told: int = 0

    def plan(self, size: int) -> None:
        """A file of so many bytes is going to be read."""
        self.whole += size

    def spend(self, size: int) -> None:
        """So many bytes were read.

        Raises:
            ImportingError: they were too many in all.
        """
        self.done += size
        if self.done > LARGEST_TOTAL:
            raise ImportingError(
                f"That is more than {LARGEST_TOTAL >> 30} GB. Give me the export alone, or fewer files."
            )
        if self.done - self._told >= _STEP:
            self.tell()

    def tell(self) -> None:
        """Say how far it is."""
        self._told = self.done
        self.progress(min(self.done, self.whole), self.whole)

    def meet(self, files: int) -> None:
        """So many files were found in a folder or a zip.

        Raises:
            ImportingError: they are too many in all.
        """
        self.files += files
        if self.files > MOST_FILES:
            raise ImportingError(f"That is more than {MOST_FILES:,} files. Give me the export alone.")
