"""A notebook in memory, where it is the skill's own work that counts and not its store's."""

import json
from collections.abc import Iterator
from datetime import datetime

from skill.storage.repository import (
    FORGET_SECONDS,
    LATEST_ENTRIES,
    AlreadyLoggedError,
    Change,
    Entry,
    LostRaceError,
    Notebook,
    Page,
    Unreadable,
)


class MemoryRepository:
    """One user's notebook, and nobody to race with."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.entries: dict[tuple[datetime, str], Entry] = {}

    def read(self, user: str, now: datetime) -> Notebook:
        """See `Repository.read`."""
        pages = {name: page for name, page in self.pages.items() if not _is_over(page, now)}
        return Notebook(pages, [*self.log(user)][:LATEST_ENTRIES])

    def write(self, user: str, change: Change, now: datetime) -> None:  # noqa: ARG002 - the protocol's
        """See `Repository.write`."""
        added, replaced, removed = (
            {(entry.at, entry.identity): entry for entry in entries}
            for entries in (change.added, change.replaced, change.removed)
        )
        if added.keys() & self.entries.keys():
            raise AlreadyLoggedError("An added entry is there already")
        if not self.entries.keys() >= {*replaced, *removed}:
            raise LostRaceError("An entry is not there")
        self.entries = {key: entry for key, entry in self.entries.items() if key not in removed}
        self.entries |= added | replaced
        for name, page in change.pages.items():
            self.pages[name] = Page(json.loads(json.dumps(page.body)), page.version + 1, page.expires_at)

    def log(self, user: str) -> Iterator[Entry]:  # noqa: ARG002 - the protocol's
        """See `Repository.log`."""
        yield from sorted(
            sorted(self.entries.values(), key=lambda entry: entry.identity),
            key=lambda entry: entry.at,
            reverse=True,
        )

    def unreadable(self, user: str) -> Iterator[Unreadable]:  # noqa: ARG002 - the protocol's
        """See `Repository.unreadable`; what is kept as it is can be read."""
        return iter(())

    def forget(self, user: str, seconds: float = FORGET_SECONDS) -> None:  # noqa: ARG002 - the protocol's
        """See `Repository.forget`."""
        self.pages.clear()
        self.entries.clear()


def _is_over(page: Page, now: datetime) -> bool:
    return page.expires_at is not None and page.expires_at <= now
