"""What is kept of the tabs through a server's end: the sessions that were open, all in one file."""

import threading
from pathlib import Path

from skill.device.journal import Journal, Memory


class TabJournal(Journal):
    """A tab's own record in a file that all tabs share, there as long as its session is open.

    Args:
        path: the file.
        tab: whose record it is, among all users' tabs.
        lock: held by whoever reads or writes the file.
    """

    def __init__(self, path: Path, tab: str, lock: threading.Lock) -> None:
        super().__init__(path)
        self._tab = tab
        self._lock = lock

    def read(self, user: str) -> Memory | None:
        """What was kept for this tab of the user's."""
        with self._lock:
            return super().read(f"{user} {self._tab}")

    def write(self, user: str, memory: Memory) -> None:
        """Keep this for the tab; once no session is open there is nothing to keep."""
        with self._lock:
            if memory.session:
                super().write(f"{user} {self._tab}", memory)
            else:
                super().drop(f"{user} {self._tab}")
