"""What cannot be read harms itself alone: left out and named, never overwritten, and erased with the rest."""

import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skill.storage.repository import Change, LostRaceError, Notebook, Page, Repository
from skill.storage.sqlite import SQLiteRepository
from stand_ins import emulator
from tests.storage.notebooks import NOW, RUNNER, add, put, run

OWNER = hashlib.sha256(RUNNER.encode()).hexdigest()
A_NAME = "Aunt Ethel"
BODIES: list[Any] = [
    f'{{"name":"{A_NAME}"',
    "",
    "null",
    "[1, 2]",
    '"text"',
    '{"metres": NaN}',
    '{"metres": -Infinity}',
    '{"metres": 1e999}',
    "[" * 100_000,
    "7" * 5_000,
]
NO_ATTRIBUTE = "no attribute"
ITEMS: list[dict[str, Any]] = [
    *({"body": {"S": body}} for body in BODIES),
    {"body": NO_ATTRIBUTE},
    {"body": {"N": "7"}},
    {"body": {"M": {}}},
    {"body": {"NULL": True}},
    {"schema": {"N": "2"}},
    {"schema": {"S": "one"}},
]
PAGE_ITEMS = [
    *ITEMS,
    {"version": NO_ATTRIBUTE},
    {"version": {"S": "one"}},
    {"version": {"N": "1.5"}},
    {"version": {"N": "1e100"}},
    {"expires_at": {"S": "soon"}},
    {"expires_at": {"N": "1e30"}},
]
ROWS = [*(("body", body) for body in BODIES), ("body", b"\xff\xfe"), ("body", 7)]
VERSIONS: list[tuple[str, Any]] = [("version", "one"), ("version", 1.5), ("version", 2**63 - 1)]
PAGE_ROWS = [*ROWS, *VERSIONS, ("expires_at", "soon"), ("expires_at", 10**30)]
ENTRY_ROWS = [*ROWS, ("at", "soon"), ("at", 10**18), ("identity", b"\xff"), ("identity", "")]


def broken_item(url: str, table: str, prefix: str, changes: dict[str, Any]) -> None:
    """Changes the attributes of the one item whose key begins so."""
    client = emulator.client(url)
    for item in client.scan(TableName=table)["Items"]:
        if item["key"]["S"].startswith(prefix):
            changed = {**item, **changes}
            kept = {name: value for name, value in changed.items() if value != NO_ATTRIBUTE}
            client.put_item(TableName=table, Item=kept)


def broken_row(path: Path, table: str, column: str, value: Any) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    text = "CAST(? AS TEXT)" if isinstance(value, bytes) else "?"
    value = str(value) if isinstance(value, int) and value.bit_length() > 63 else value
    connection.execute(f"UPDATE {table} SET {column} = {text}", (value,))  # noqa: S608 - the test's own words
    connection.close()


def everything(repository: Repository) -> None:
    put(repository, "shoes", {"name": A_NAME})
    put(repository, "profile", {"sessions": 1})
    add(repository, run(1))


def is_left_alone(repository: Repository, dump: Callable[[], object], page: str | None) -> None:
    """One record is out of the notebook, named, and proof against being written over."""
    before = dump()
    notebook = repository.read(RUNNER, NOW)
    (fault,) = notebook.unreadable
    assert list(repository.unreadable(RUNNER)) == [fault]
    assert fault.page == page
    assert A_NAME not in fault.fault
    if page:
        assert notebook.pages.keys() == {"profile"}
        assert notebook.entries == [run(1)]
        with pytest.raises(LostRaceError):
            repository.write(RUNNER, Change(pages={page: Page({}, 0)}), NOW)
    else:
        assert notebook.pages.keys() == {"profile", "shoes"}
        assert notebook.entries == list(repository.log(RUNNER)) == []
    assert dump() == before
    repository.forget(RUNNER)
    assert not dump()
    assert repository.read(RUNNER, NOW) == Notebook({}, [])


@pytest.mark.parametrize("changes", PAGE_ITEMS, ids=lambda changes: str(changes)[:60])
def test_a_page_in_dynamodb_that_cannot_be_read_harms_itself_alone(
    aws_url: str, table: str, changes: dict[str, Any]
) -> None:
    repository = emulator.repository(aws_url, table)
    everything(repository)
    broken_item(aws_url, table, "page#shoes", changes)
    is_left_alone(repository, lambda: emulator.client(aws_url).scan(TableName=table)["Items"], "shoes")


@pytest.mark.parametrize("changes", ITEMS, ids=lambda changes: str(changes)[:60])
def test_an_entry_in_dynamodb_that_cannot_be_read_harms_itself_alone(
    aws_url: str, table: str, changes: dict[str, Any]
) -> None:
    repository = emulator.repository(aws_url, table)
    everything(repository)
    broken_item(aws_url, table, "record#", changes)
    is_left_alone(repository, lambda: emulator.client(aws_url).scan(TableName=table)["Items"], None)


@pytest.mark.parametrize(
    "key", ["record#", "record#soon#run", "record#1", "something", "record#99999999999999999999#r"]
)
def test_a_key_in_dynamodb_that_tells_nothing_harms_itself_alone(aws_url: str, table: str, key: str) -> None:
    repository = emulator.repository(aws_url, table)
    put(repository, "shoes", {"name": A_NAME})
    put(repository, "profile", {"sessions": 1})
    item = {"owner": {"S": OWNER}, "key": {"S": key}, "body": {"S": "{}"}}
    emulator.client(aws_url).put_item(TableName=table, Item=item)
    is_left_alone(repository, lambda: emulator.client(aws_url).scan(TableName=table)["Items"], None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebooks.sqlite3"


def rows_of(path: Path) -> list[Any]:
    connection = sqlite3.connect(path)
    connection.text_factory = bytes
    rows = [
        *connection.execute("SELECT * FROM pages").fetchall(),
        *connection.execute("SELECT * FROM entries").fetchall(),
    ]
    connection.close()
    return rows


@pytest.mark.parametrize(("column", "value"), PAGE_ROWS, ids=lambda value: str(value)[:40])
def test_a_page_in_sqlite_that_cannot_be_read_harms_itself_alone(path: Path, column: str, value: Any) -> None:
    repository = SQLiteRepository(path)
    put(repository, "shoes", {"name": A_NAME})
    broken_row(path, "pages", column, value)
    put(repository, "profile", {"sessions": 1})
    add(repository, run(1))
    is_left_alone(repository, lambda: rows_of(path), "shoes")


@pytest.mark.parametrize(("column", "value"), ENTRY_ROWS, ids=lambda value: str(value)[:40])
def test_an_entry_in_sqlite_that_cannot_be_read_harms_itself_alone(
    path: Path, column: str, value: Any
) -> None:
    repository = SQLiteRepository(path)
    everything(repository)
    broken_row(path, "entries", column, value)
    is_left_alone(repository, lambda: rows_of(path), None)
