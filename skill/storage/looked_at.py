"""A store that is only looked at: whoever asks through it leaves nothing behind."""

from collections.abc import Iterator
from datetime import datetime

from skill.storage.repository import FORGET_SECONDS, Change, Entry, Notebook, Repository, Unreadable
from skill.value import Value, replace


class LookedAt(Value):
    """A repository whose writes are dropped.

    Attributes:
        inner: what is read.
        leaving_out: how the names of pages begin that are not seen; empty sees them all.
    """

    inner: Repository
    leaving_out: str = ""

    def read(self, user: str, now: datetime) -> Notebook:
        """What the store has, but for the pages that are not seen."""
        notebook = self.inner.read(user, now)
        if not self.leaving_out:
            return notebook
        seen = {n: page for n, page in notebook.pages.items() if not n.startswith(self.leaving_out)}
        return replace(notebook, pages=seen)

    def write(self, user: str, change: Change, now: datetime) -> None:
        """Keep nothing."""

    def log(self, user: str) -> Iterator[Entry]:
        """What the store has."""
        return self.inner.log(user)

    def unreadable(self, user: str) -> Iterator[Unreadable]:
        """What the store has."""
        return self.inner.unreadable(user)

    def forget(self, user: str, seconds: float = FORGET_SECONDS) -> None:
        """Delete nothing."""
