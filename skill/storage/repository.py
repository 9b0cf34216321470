"""What every store of notebooks promises.

A user's *notebook* holds a few small *pages* (profile, walkthrough, shoes), each with a version,
and a *log* that grows (runs). One `read` brings all a turn needs; one `write` changes it, whole or
not at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

Body = Mapping[str, Any]
LATEST_ENTRIES = 60
"""How many of the newest log entries one read brings: eight weeks of a run a day."""


class StorageError(Exception):
    """The store could not be reached or did not answer in time; nothing is known to be written."""


class LostRaceError(StorageError):
    """Another turn wrote a page first; read again and redo."""


class AlreadyLoggedError(StorageError):
    """An entry of this identity is in the log already; nothing was written."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it stands.

    Attributes:
        body: JSON-able data (str, int, float, bool, None, list, dict).
        version: 0 when the page has never been written, then counted up by each write.
        expires_at: UTC time after which the store may drop the page; a read never returns it later.
    """

    body: Body
    version: int
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log; its key is the time and the identity together.

    Attributes:
        identity: what makes it the same entry when it comes twice (a request's id, an activity's id).
        at: when it happened, aware, UTC.
        body: JSON-able data.
    """

    identity: str
    at: datetime
    body: Body


@dataclass(frozen=True, slots=True)
class Notebook:
    """All that one turn needs.

    Attributes:
        pages: by name; a name that is missing was never written.
        entries: the newest of the log, newest first, `LATEST_ENTRIES` at most.
    """

    pages: Mapping[str, Page]
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Change:
    """What one turn writes, whole or not at all.

    Attributes:
        pages: by name; each page's `version` is the one that was read (0 for a new one), and the
            write is refused with LostRaceError when the stored one differs.
        added: refused with AlreadyLoggedError when an entry of that key exists.
        replaced: entries whose body changes; the key must exist, else LostRaceError.
        removed: entries to delete; the key must exist, else LostRaceError.
        dropped: pages to delete, with the version that was read.
    """

    pages: Mapping[str, Page] = field(default_factory=dict)
    added: Sequence[Entry] = ()
    replaced: Sequence[Entry] = ()
    removed: Sequence[Entry] = ()
    dropped: Mapping[str, int] = field(default_factory=dict)


class Repository(Protocol):
    """A store of notebooks, one per user."""

    def read(self, user: str, now: datetime) -> Notebook:
        """The user's notebook, strongly consistent; empty for a user never seen.

        Raises:
            StorageError: the store could not be read in time.
        """

    def write(self, user: str, change: Change) -> None:
        """Carry out the change in one transaction.

        Raises:
            LostRaceError: a page or an entry was not as the change expects.
            AlreadyLoggedError: an added entry is there already.
            StorageError: the store could not be written in time.
        """

    def log(self, user: str) -> Iterator[Entry]:
        """Every entry of the user's log, newest first.

        Raises:
            StorageError: the store could not be read.
        """

    def forget(self, user: str) -> None:
        """Remove everything of the user; nothing happens when there is nothing.

        Raises:
            StorageError: the store could not be reached; call it again to finish.
        """
