"""Notebooks in one SQLite file, for one machine and any number of its threads and processes."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from skill.storage import record
from skill.storage.deadline import seconds_left
from skill.storage.repository import (
    FORGET_SECONDS,
    LATEST_ENTRIES,
    AlreadyLoggedError,
    Change,
    Entry,
    LostRaceError,
    Notebook,
    Page,
    StorageError,
    UnfinishedError,
    Unreadable,
    UnreadableError,
)

SCHEMA_VERSION = 1
APPLICATION_ID = 0x46434F41
"""Marks a file in which whatever is removed or replaced has been overwritten since the file was made."""
_SCHEMA = """
CREATE TABLE pages (
    owner TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL, version INTEGER NOT NULL, expires_at INTEGER,
    PRIMARY KEY (owner, name)
) WITHOUT ROWID;
CREATE TABLE entries (
    owner TEXT NOT NULL, at INTEGER NOT NULL, identity TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (owner, at DESC, identity)
) WITHOUT ROWID;
"""
_LOCK_SECONDS = 3.0
"""How long a call waits for another process's write: two calls of one turn stay inside Alexa's 8 s."""
_LOOK_AGAIN_SECONDS = 0.01


class SQLiteRepository:
    """A repository in the file at `path`, made with its folder on first use.

    Each call opens the file and closes it again (about a millisecond), so there is nothing to share between
    threads or forks, nothing to close, and what a call has returned is on the disk.

    Attributes:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, user: str, now: datetime) -> Notebook:
        """See `Repository.read`."""
        key = record.owner(user)
        pages: dict[str, Page] = {}
        entries: list[Entry] = []
        unreadable: list[Unreadable] = []
        with self._transaction("BEGIN") as connection:
            for row in _pages(connection, key):
                match _page(*row):
                    case Unreadable() as fault:
                        unreadable.append(fault)
                    case page if page.expires_at is None or page.expires_at > now:
                        pages[row[0]] = page
            for row in _entries(connection, key):
                match _entry(*row):
                    case Unreadable() as fault:
                        unreadable.append(fault)
                    case entry:
                        entries.append(entry)
                        if len(entries) == LATEST_ENTRIES:
                            break
        return Notebook(pages, entries, tuple(unreadable))

    def write(self, user: str, change: Change, now: datetime) -> None:
        """See `Repository.write`."""
        key = record.owner(user)
        with self._transaction("BEGIN IMMEDIATE") as connection:
            for entry in change.added:
                _add_entry(connection, key, entry)
            for name, page in change.pages.items():
                _put_page(connection, key, name, page, now)
            for entry in change.removed:
                sql = "DELETE FROM entries WHERE owner = ? AND at = ? AND identity = ?"
                _change_one(connection, sql, key, record.microseconds(entry.at), entry.identity)
            for entry in change.replaced:
                sql = "UPDATE entries SET body = ? WHERE owner = ? AND at = ? AND identity = ?"
                body = record.dump(entry.body)
                _change_one(connection, sql, body, key, record.microseconds(entry.at), entry.identity)

    def log(self, user: str) -> Iterator[Entry]:
        """See `Repository.log`."""
        with self._transaction("BEGIN") as connection:
            rows = _entries(connection, record.owner(user)).fetchall()
        for row in rows:
            if isinstance(entry := _entry(*row), Entry):
                yield entry

    def unreadable(self, user: str) -> Iterator[Unreadable]:
        """See `Repository.unreadable`."""
        key = record.owner(user)
        with self._transaction("BEGIN") as connection:
            pages, entries = _pages(connection, key).fetchall(), _entries(connection, key).fetchall()
        for found in (*(_page(*row) for row in pages), *(_entry(*row) for row in entries)):
            if isinstance(found, Unreadable):
                yield found

    def forget(self, user: str, seconds: float = FORGET_SECONDS) -> None:
        """See `Repository.forget`: one transaction, after which no byte of the user's is left in the file.

        Until the write-ahead log is emptied they stand in that. For this nobody may be reading it; where
        somebody still is, SQLite empties it when they are done, and nothing has to be asked again.
        """
        key = record.owner(user)
        with self._transaction("BEGIN IMMEDIATE") as connection:
            connection.execute("DELETE FROM pages WHERE owner = ?", (key,))
            connection.execute("DELETE FROM entries WHERE owner = ?", (key,))
        try:
            with closing(sqlite3.connect(self.path, timeout=min(seconds, _LOCK_SECONDS))) as connection:
                self._overwrite(connection)
        except sqlite3.Error as error:
            raise UnfinishedError(f"what was removed is not overwritten yet: {error}") from error

    def _overwrite(self, connection: sqlite3.Connection) -> None:
        """Leave no trace of what was removed.

        Raises:
            UnfinishedError: the write-ahead log is being read.
        """
        if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            connection.execute("VACUUM")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise UnfinishedError("the write-ahead log is being read")

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        """A transaction on the file, committed at the end and rolled back on any error."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with closing(self._open(begin)) as connection:
                yield connection
                connection.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            raise StorageError(f"The notebook file {self.path} cannot be used: {error}") from error

    def _open(self, begin: str) -> sqlite3.Connection:
        """A connection whose transaction has begun.

        While the last other connection closes, or the journal of a new file changes to WAL, SQLite answers
        "locked" at once instead of waiting (https://sqlite.org/wal.html, "Sometimes Queries Return
        SQLITE_BUSY In WAL Mode"), so the waiting is done here. SQLite's own waiting would look again only
        every 100 ms after a while (`sqliteDefaultBusyCallback`), and find others there each time: a write
        was seen to wait for 1.7 s among four processes.
        """
        ends = time.monotonic() + min(_LOCK_SECONDS, seconds_left())
        while True:
            connection = sqlite3.connect(self.path, timeout=_LOOK_AGAIN_SECONDS, isolation_level=None)
            connection.text_factory = _text
            try:
                connection.execute("PRAGMA secure_delete = ON")
                _set_up(connection)
                connection.execute(begin)
            except sqlite3.OperationalError as error:
                connection.close()
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > ends:
                    raise
                time.sleep(_LOOK_AGAIN_SECONDS)
            except BaseException:
                connection.close()
                raise
            else:
                return connection


def _set_up(connection: sqlite3.Connection) -> None:
    """Make the tables in a new file; refuse a file of a later version.

    Raises:
        StorageError: the file was made by a later version of the skill.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise StorageError(
            f"The notebook file is of version {version}; this Foot Coach reads {SCHEMA_VERSION}"
        )
    if version == SCHEMA_VERSION:
        return
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN EXCLUSIVE")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == 0:  # nobody else made it between the two looks
        for statement in filter(str.strip, _SCHEMA.split(";")):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("COMMIT")


def _put_page(connection: sqlite3.Connection, key: str, name: str, page: Page, now: datetime) -> None:
    expires_at = None if page.expires_at is None else int(page.expires_at.timestamp())
    if page.version == 0:
        connection.execute(
            "DELETE FROM pages WHERE owner = ? AND name = ? AND expires_at <= ?", (key, name, now.timestamp())
        )
        sql = (
            "INSERT OR IGNORE INTO pages (body, expires_at, owner, name, version) VALUES (?, ?, ?, ?, ? + 1)"
        )
    else:
        sql = (
            "UPDATE pages SET body = ?, version = version + 1, expires_at = ?"
            " WHERE owner = ? AND name = ? AND version = ?"
        )
    _change_one(connection, sql, record.dump(page.body), expires_at, key, name, page.version)


def _add_entry(connection: sqlite3.Connection, key: str, entry: Entry) -> None:
    added = connection.execute(
        "INSERT OR IGNORE INTO entries (owner, at, identity, body) VALUES (?, ?, ?, ?)",
        (key, record.microseconds(entry.at), entry.identity, record.dump(entry.body)),
    )
    if added.rowcount == 0:
        raise AlreadyLoggedError(f"The log has an entry {entry.identity} of {entry.at.isoformat()} already")


def _change_one(connection: sqlite3.Connection, sql: str, *values: str | int | None) -> None:
    if connection.execute(sql, values).rowcount != 1:
        raise LostRaceError("A page or an entry was not as the change expects")


def _pages(connection: sqlite3.Connection, key: str) -> sqlite3.Cursor:
    return connection.execute("SELECT name, body, version, expires_at FROM pages WHERE owner = ?", (key,))


def _entries(connection: sqlite3.Connection, key: str) -> sqlite3.Cursor:
    """The rows of the log, read as they are asked for."""
    return connection.execute(
        "SELECT identity, at, body FROM entries WHERE owner = ? ORDER BY at DESC, identity", (key,)
    )


def _page(name: Any, body: Any, version: Any, expires_at: Any) -> Page | Unreadable:
    if not isinstance(version, int):
        return Unreadable(f"pages: {name}", "its version is no whole number", str(name))
    try:
        return Page(record.load(body), record.version(version), _expiry(expires_at))
    except UnreadableError as error:
        return Unreadable(f"pages: {name}", str(error), str(name), version)


def _entry(identity: Any, at: Any, body: Any) -> Entry | Unreadable:
    try:
        return Entry(identity, _moment(at), record.load(body))
    except UnreadableError as error:
        fault = str(error)
    except (ValueError, TypeError, AttributeError):
        fault = "its identity is no text"
    return Unreadable(f"entries: {at} {identity}", fault)


def _moment(microseconds: Any) -> datetime:
    try:
        return record.moment(microseconds)
    except (TypeError, ValueError, OverflowError) as error:
        raise UnreadableError("its time is none") from error


def _expiry(seconds: Any) -> datetime | None:
    try:
        return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
    except (TypeError, ValueError, OverflowError, OSError) as error:
        raise UnreadableError("its expiry is no time") from error


def _text(stored: bytes) -> str:
    """What is no UTF-8 becomes surrogates, which are refused where they are read, one row at a time."""
    return stored.decode("utf-8", "surrogateescape")
