"""Connections and names that fail: a call is given up in time, holds nothing up, and the next one works."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from urllib.parse import urlsplit

import pytest

from skill.storage import dynamodb_client
from skill.storage.deadline import Threads, seconds_left, within
from skill.storage.dynamodb import DynamoDBRepository
from skill.storage.repository import Change, Notebook, Page, StorageError
from stand_ins import emulator
from stand_ins.fault_line import FaultLine, LineFault, fault_line
from stand_ins.fault_proxy import Fault, FaultProxy
from stand_ins.names import LOOPBACK, Names, names
from tests.storage.left_behind import LeftBehind

pytestmark = pytest.mark.real_time
NOW = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
NAME = "dynamodb.test"
MANY = 40
"""More than any pool of threads would have."""


@pytest.fixture
def line(aws_url: str) -> Iterator[FaultLine]:
    with fault_line(urlsplit(aws_url).port or 0) as running:
        yield running


@pytest.fixture
def resolver() -> Iterator[Names]:
    with names() as told:
        yield told


@pytest.fixture
def named(line: FaultLine, resolver: Names, table: str) -> DynamoDBRepository:  # noqa: ARG001 - NAME is then found
    """A store that is reached by a name, over a line."""
    return emulator.repository(f"http://{NAME}:{line.port}", table)


def read(store: DynamoDBRepository) -> Notebook:
    return store.read("runner", NOW)


@pytest.mark.parametrize("fault", LineFault)
def test_a_connection_that_fails_is_given_up_and_the_next_call_works(
    named: DynamoDBRepository, line: FaultLine, fault: LineFault, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(named)
    line.fail(fault)
    with monkeypatch.context() as patch, within(0.5):
        patch.setattr(dynamodb_client, "_LEAST_SECONDS", 0.01)
        patch.setattr(dynamodb_client, "CALL_SECONDS", 20.0)
        with pytest.raises(StorageError, match="query"):
            read(named)
        assert seconds_left() > -2, "all attempts together take longer"
    line.fail(None)
    assert read(named) == Notebook({}, [])


def fails(resolver: Names, how: str, line: FaultLine) -> None:
    if how == "unknown":
        resolver.is_unknown(NAME)
    elif how == "hangs":
        resolver.hangs(NAME)
    else:
        resolver.leads_to(NAME, [(LOOPBACK, line.port)] * 12)


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize("how", ["unknown", "hangs", "twelve dead addresses"])
def test_a_name_that_leads_nowhere_is_given_up_and_found_again(
    named: DynamoDBRepository, resolver: Names, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with fault_line(0) as dead:
        dead.fail(LineFault.DEAD)
        fails(resolver, how, dead)
        with pytest.raises(StorageError, match="query"):
            read(named)
        resolver.leads_here(NAME)
        monkeypatch.setattr(dynamodb_client, "CALL_SECONDS", 20.0)
        assert read(named) == Notebook({}, [])


@pytest.mark.limits_as_shipped
def test_calls_that_hang_take_no_place_from_those_that_do_not(
    named: DynamoDBRepository, resolver: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolver.hangs(NAME)
    with monkeypatch.context() as patch, ThreadPoolExecutor(MANY) as callers:
        patch.setattr(dynamodb_client, "CALL_SECONDS", 0.3)
        calls = [callers.submit(read, named) for _ in range(MANY)]
        assert all(isinstance(call.exception(), StorageError) for call in calls)
    resolver.leads_here(NAME)
    began = time.monotonic()
    assert read(named) == Notebook({}, [])
    assert time.monotonic() - began < dynamodb_client.CALL_SECONDS


def test_a_write_that_was_given_up_is_not_made_when_its_name_is_found_at_last(
    proxy: FaultProxy,
    resolver: Names,
    table: str,
    left_behind: LeftBehind,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = emulator.repository(f"http://{NAME}:{urlsplit(proxy.url).port}", table)
    resolver.leads_here(NAME, after=20.0)
    with monkeypatch.context() as patch:
        patch.setattr(dynamodb_client, "CALL_SECONDS", 0.25)
        with pytest.raises(StorageError, match="put_item in time"):
            store.write("runner", Change(pages={"shoes": Page({}, 0)}), NOW)
    resolver.released.set()
    left_behind.end()
    assert proxy.actions == []


def test_there_is_an_end_to_how_many_threads_hang_and_it_recovers() -> None:
    threads, released = Threads(2), threading.Event()
    hung = [threads.begin(partial(released.wait, 20)) for _ in range(2)]
    with pytest.raises(StorageError, match="2 calls hang"):
        threads.begin(lambda: True)
    released.set()
    assert all(each.result(20) for each in hung)
    assert threads.begin(lambda: 7).result(20) == 7


def test_a_thread_that_is_idle_is_asked_before_another_is_made() -> None:
    threads = Threads(1)
    assert [threads.begin(partial(int, digit)).result(20) for digit in "123"] == [1, 2, 3]
    with pytest.raises(ValueError, match="invalid literal"):
        threads.begin(partial(int, "four")).result(20)
    assert threads.begin(partial(int, "5")).result(20) == 5


def test_where_there_can_be_no_thread_it_is_said_and_takes_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    threads = Threads(1)
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refused)
        with pytest.raises(StorageError, match="can't start new thread"):
            threads.begin(lambda: True)
    assert threads.begin(lambda: 7).result(20) == 7


@pytest.mark.parametrize("fault", [Fault.DRIPS, Fault.DRIPS_HEAD, Fault.ENDLESS, Fault.HANGS])
def test_a_thread_that_was_left_behind_ends_soon(
    proxy: FaultProxy,
    table: str,
    fault: Fault,
    left_behind: LeftBehind,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dynamodb_client, "CALL_SECONDS", 0.25)
    monkeypatch.setattr(dynamodb_client, "READ_SECONDS", 0.4)
    proxy.fail(fault)
    with pytest.raises(StorageError):
        read(emulator.repository(proxy.url, table))
    left_behind.end()


def test_an_answer_that_is_too_large_is_broken_off_long_before_its_time_is_over(
    proxy: FaultProxy, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CALL_SECONDS", "READ_SECONDS"):
        monkeypatch.setattr(dynamodb_client, name, 20.0)
    store = emulator.repository(proxy.url, table)
    proxy.fail(Fault.ENDLESS, 0)
    with within(10.0):
        assert read(store) == Notebook({}, [])
    assert proxy.actions == ["Query", "Query"]


def test_all_calls_of_a_turn_share_its_time(
    proxy: FaultProxy, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dynamodb_client, "_LEAST_SECONDS", 0.05)
    for name in ("CALL_SECONDS", "READ_SECONDS"):
        monkeypatch.setattr(dynamodb_client, name, 20.0)
    store = emulator.repository(proxy.url, table)
    proxy.fail(Fault.HANGS)
    with within(0.4), within(20.0):
        with pytest.raises(StorageError, match="in time"):
            read(store)
        assert -10 < seconds_left() <= 0, "half of what each call may take by itself"
        with pytest.raises(StorageError, match="no time left"):
            read(store)
    assert proxy.actions == ["Query"]
    proxy.fail(Fault.HANGS, -1)
    assert read(store) == Notebook({}, [])
