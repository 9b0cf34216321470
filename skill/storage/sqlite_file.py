"""The SQLite file: made, opened, locked, and emptied of what was removed."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from skill.storage.deadline import seconds_left
from skill.storage.repository import StorageError, UnfinishedError

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


@contextmanager
def transaction(path: Path, begin: str) -> Iterator[sqlite3.Connection]:
    """A transaction on the file, committed at the end and rolled back on any error.

    Args:
        path: the file, made with its folder where there is none.
        begin: the statement that begins it.

    Raises:
        StorageError: the file cannot be used.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with closing(_open(path, begin)) as connection:
            yield connection
            connection.execute("COMMIT")
    except (sqlite3.Error, OSError) as error:
        raise StorageError(f"The notebook file {path} cannot be used: {error}") from error


def overwrite(path: Path, seconds: float) -> None:
    """Leave no trace of what was removed from the file.

    Args:
        path: the file.
        seconds: the longest time to wait for others.

    Raises:
        UnfinishedError: somebody is reading it.
    """
    try:
        with closing(sqlite3.connect(path, timeout=min(seconds, _LOCK_SECONDS))) as connection:
            _empty(connection)
    except sqlite3.Error as error:
        raise UnfinishedError(f"what was removed is not overwritten yet: {error}") from error


def _empty(connection: sqlite3.Connection) -> None:
    """Overwrite what a file of an earlier version did not, and empty the write-ahead log."""
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        connection.execute("VACUUM")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise UnfinishedError("the write-ahead log is being read")


def _open(path: Path, begin: str) -> sqlite3.Connection:
    """A connection whose transaction has begun.

    While the last other connection closes, or the journal of a new file changes to WAL, SQLite answers
    "locked" at once instead of waiting (https://sqlite.org/wal.html, "Sometimes Queries Return
    SQLITE_BUSY In WAL Mode"), so the waiting is done here. SQLite's own waiting would look again only
    every 100 ms after a while (`sqliteDefaultBusyCallback`), and find others there each time: a write
    was seen to wait for 1.7 s among four processes.
    """
    ends = time.monotonic() + min(_LOCK_SECONDS, seconds_left())
    while True:
        connection = sqlite3.connect(path, timeout=_LOOK_AGAIN_SECONDS, isolation_level=None)
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


def _text(stored: bytes) -> str:
    """What is no UTF-8 becomes surrogates, which are refused where they are read, one row at a time."""
    return stored.decode("utf-8", "surrogateescape")
