"""Notebooks in one SQLite file, for one machine and any number of its threads and processes."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from skill.storage import record
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
    UnreadableError,
)
from skill.storage.sqlite_file import overwrite, transaction


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
        with transaction(self.path, "BEGIN") as connection:
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
        with transaction(self.path, "BEGIN IMMEDIATE") as connection:
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
        with transaction(self.path, "BEGIN") as connection:
            rows = _entries(connection, record.owner(user)).fetchall()
        for row in rows:
            if isinstance(entry := _entry(*row), Entry):
                yield entry

    def unreadable(self, user: str) -> Iterator[Unreadable]:
        """See `Repository.unreadable`."""
        key = record.owner(user)
        with transaction(self.path, "BEGIN") as connection:
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
        with transaction(self.path, "BEGIN IMMEDIATE") as connection:
            connection.execute("DELETE FROM pages WHERE owner = ?", (key,))
            connection.execute("DELETE FROM entries WHERE owner = ?", (key,))
        overwrite(self.path, seconds)


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
