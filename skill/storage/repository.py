"""What every store of notebooks promises.

A user's *notebook* holds a few small *pages* (profile, walkthrough, shoes), each with a version,
and a *log* that grows (runs, practices). One `read` brings all a turn needs; one `write` changes it, whole or
not at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from skill.value import Value, field

Body = Mapping[str, Any]
LATEST_ENTRIES = 100
"""How many of the newest log entries one read brings: seven weeks of a run and a routine a day."""
LONGEST_KEY = 512
"""Bytes of UTF-8 in an entry's identity or a page's name; DynamoDB's sort key holds 1,024 in all."""
LARGEST_CHANGE = 100
"""Pages and entries in one change: as many as one DynamoDB transaction takes (Amazon's quota, 2022)."""
FORGET_SECONDS = 60.0
"""How long a command or a test waits for an erasure; a turn has less."""


class StorageError(Exception):
    """The store could not be reached or did not answer in time; nothing is known to be written.

    The message is logged: it names no user and nothing of theirs.
    """


class LostRaceError(StorageError):
    """Another turn wrote a page first; read again and redo."""


class UnfinishedError(StorageError):
    """An erasure was begun and is not finished; the store keeps that in mind, and goes on when asked to."""


class UnreadableError(StorageError):
    """What is kept is not as this version of the skill writes it; the message says why, without its words."""


class AlreadyLoggedError(StorageError):
    """An entry of this identity is in the log already; nothing was written."""


class Page(Value):
    """One page as it stands.

    Attributes:
        body: JSON-able data (str, int, float, bool, None, list, dict).
        version: 0 when the page is not there, then counted up by each write.
        expires_at: UTC time, to the whole second, from which on the store may drop the page and no
            read returns it any more.
    """

    body: Body
    version: int
    expires_at: datetime | None = None


class Entry(Value):
    """One entry of the log; its key is the time and the identity together.

    Attributes:
        identity: what makes it the same entry when it comes twice (a request's id, an activity's id);
            1 to `LONGEST_KEY` bytes of UTF-8.
        at: when it happened, aware, UTC, to the microsecond.
        body: JSON-able data.

    Raises:
        ValueError: the time is naive or the identity empty, too long or no Unicode text.
    """

    identity: str
    at: datetime
    body: Body

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError(f"An entry's time needs a time zone: {self.at.isoformat()}")
        if not 0 < len(self.identity.encode()) <= LONGEST_KEY:
            raise ValueError(f"An entry's identity has 1 to {LONGEST_KEY} bytes of UTF-8")


class Unreadable(Value):
    """A page or an entry that cannot be read; it stays as it is, and what can be read is not less for it.

    Attributes:
        where: its key as the store names it, by which whoever looks after the store finds it.
        fault: what is wrong, in none of its own words.
        page: the page's name; None for an entry.
        version: the page's version, by which it can be replaced; None where that cannot be read either.
    """

    where: str
    fault: str
    page: str | None = None
    version: int | None = None


class Notebook(Value):
    """All that one turn needs.

    Attributes:
        pages: by name; a name that is missing was never written, its page has expired, or is unreadable.
        entries: the newest of the log, newest first, `LATEST_ENTRIES` at most.
        unreadable: what was left out on the way to them.
        being_erased: whether an erasure was begun and is not finished; nothing here means anything then,
            and what is written now may be erased.
    """

    pages: Mapping[str, Page]
    entries: Sequence[Entry]
    unreadable: Sequence[Unreadable] = ()
    being_erased: bool = False


class Change(Value):
    """What one turn writes, whole or not at all.

    Attributes:
        pages: by name; each page's `version` is the one that was read (0 for one that was not
            there), and the write is refused with LostRaceError when the stored one differs.
        added: refused with AlreadyLoggedError when an entry of that key exists.
        replaced: entries whose body changes; the key must exist, else LostRaceError.
        removed: entries to delete; the key must exist, else LostRaceError.

    Raises:
        ValueError: more than `LARGEST_CHANGE` pages and entries together, the same one twice, or a
            page's name that is empty, too long or no Unicode text.
    """

    pages: Mapping[str, Page] = field(default_factory=dict)
    added: Sequence[Entry] = ()
    replaced: Sequence[Entry] = ()
    removed: Sequence[Entry] = ()

    def __post_init__(self) -> None:
        entries = [(entry.at, entry.identity) for entry in (*self.added, *self.replaced, *self.removed)]
        if len(self) > LARGEST_CHANGE:
            raise ValueError(f"A change holds {LARGEST_CHANGE} pages and entries at most, not {len(self)}")
        if len(set(entries)) < len(entries):
            raise ValueError("A change touches each entry once")
        if any(not 0 < len(name.encode()) <= LONGEST_KEY for name in self.pages):
            raise ValueError(f"A page's name has 1 to {LONGEST_KEY} bytes of UTF-8")

    def __len__(self) -> int:
        """How many pages and entries it touches."""
        touched = self.pages, self.added, self.replaced, self.removed
        return sum(len(part) for part in touched)


class Repository(Protocol):
    """A store of notebooks, one per user."""

    def read(self, user: str, now: datetime) -> Notebook:
        """The user's notebook at `now`, strongly consistent; empty for a user never seen.

        Raises:
            StorageError: the store could not be read in time.
        """

    def write(self, user: str, change: Change, now: datetime) -> None:
        """Carry out the change in one transaction; a page that expired before `now` counts as not there.

        Raises:
            ValueError: a body is no JSON (NaN and infinities are none); nothing was written.
            AlreadyLoggedError: an added entry is there already, whatever else was not as expected.
            LostRaceError: a page or an entry was not as the change expects.
            StorageError: the store could not be written in time.
        """

    def log(self, user: str) -> Iterator[Entry]:
        """Every entry of the user's log that can be read, newest first.

        Raises:
            StorageError: the store could not be read.
        """

    def unreadable(self, user: str) -> Iterator[Unreadable]:
        """Every page and every entry of the user's that cannot be read.

        Raises:
            StorageError: the store could not be read.
        """

    def forget(self, user: str, seconds: float = FORGET_SECONDS) -> None:
        """Remove everything of the user; nothing happens when there is nothing.

        Args:
            user: whose notebook.
            seconds: how long it may take; what is under way then is waited for, and nothing more is begun.

        Raises:
            UnfinishedError: something is left; until this was called again and has finished, `read` says that
                the notebook is being erased.
            StorageError: the store could not be reached, and nothing is known to be removed.
        """
