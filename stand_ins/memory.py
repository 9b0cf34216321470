"""A notebook in memory, where it is the skill's own work that counts and not its store's."""

import json
from collections.abc import Iterator
from datetime import datetime

from skill.storage.repository import Change, Entry, Notebook, Page


class MemoryRepository:
    """One user's pages; no log, and nobody to race with."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}

    def read(self, user: str, now: datetime) -> Notebook:  # noqa: ARG002 - the protocol's
        """See `Repository.read`."""
        return Notebook(dict(self.pages), ())

    def write(self, user: str, change: Change, now: datetime) -> None:  # noqa: ARG002 - the protocol's
        """See `Repository.write`."""
        for name, page in change.pages.items():
            self.pages[name] = Page(json.loads(json.dumps(page.body)), page.version + 1, page.expires_at)

    def log(self, user: str) -> Iterator[Entry]:  # noqa: ARG002 - the protocol's
        """See `Repository.log`."""
        return iter(())

    def forget(self, user: str) -> None:  # noqa: ARG002 - the protocol's
        """See `Repository.forget`."""
        self.pages.clear()
