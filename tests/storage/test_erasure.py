"""Erasing is whole: whatever is killed, and whatever another turn writes meanwhile, wherever it comes."""

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

import pytest

from skill.storage.dynamodb import DynamoDBRepository
from skill.storage.dynamodb_client import DynamoDBClient
from skill.storage.repository import (
    Change,
    Entry,
    LostRaceError,
    Notebook,
    Page,
    Repository,
    StorageError,
    UnfinishedError,
)
from stand_ins import emulator
from stand_ins.fault_proxy import Fault, FaultProxy, Refusal
from tests.storage.notebooks import NOW, RUNNER, add, put, run


class KilledError(Exception):
    """The process is gone here."""


class Stopping:
    """A client that lets something happen before its k-th call."""

    def __init__(self, client: DynamoDBClient, at: int, happens: Callable[[], None]) -> None:
        self._client = client
        self._happens = {at: happens}
        self.calls = 0

    def call(self, action: str, request: Mapping[str, Any]) -> Any:
        happens = self._happens.pop(self.calls, None)
        self.calls += 1
        if happens:
            happens()
        return self._client.call(action, request)


@dataclass
class Notebooks:
    """The notebooks of a table.

    Attributes:
        client: calls DynamoDB.
        table: the table's name.
    """

    client: DynamoDBClient
    table: str

    @property
    def store(self) -> DynamoDBRepository:
        """An ordinary store."""
        return DynamoDBRepository(self.client, self.table)

    def stopping(self, at: int, happens: Callable[[], None]) -> DynamoDBRepository:
        """A store that lets something happen before its k-th call."""
        return DynamoDBRepository(cast("Any", Stopping(self.client, at, happens)), self.table)


def log_run(repository: Repository, notebook: Notebook, number: int) -> None:
    """What a turn writes that was told a run: the entry, and the sum with it."""
    page = notebook.pages.get("shoes", Page({"runs": 0}, 0))
    change = Change(
        pages={"shoes": Page({"runs": page.body["runs"] + 1}, page.version)},
        added=[Entry(f"run-{number}", NOW - timedelta(days=number), {})],
    )
    repository.write(RUNNER, change, NOW)


def is_consistent(notebook: Notebook, repository: Repository) -> bool:
    """Whether the sum is that of the runs."""
    runs = len(list(repository.log(RUNNER)))
    return (notebook.pages["shoes"].body["runs"] if "shoes" in notebook.pages else 0) == runs


def take_turn(repository: Repository, number: int) -> None:
    """A whole turn as the skill takes it: an erasure that was begun comes first, a lost race is redone."""
    while True:
        notebook = repository.read(RUNNER, NOW)
        if notebook.being_erased:
            repository.forget(RUNNER)
            continue
        try:
            log_run(repository, notebook, number)
        except LostRaceError:
            continue
        return


def a_used_notebook(repository: Repository) -> Notebook:
    """Three pages, and so many runs that they are erased in several steps."""
    put(repository, "profile", {"sessions": 4})
    put(repository, "walkthrough", {})
    runs = [run(day) for day in range(130)]
    for start in range(0, 130, 65):
        add(repository, *runs[start : start + 65])
    put(repository, "shoes", {"runs": 130})
    return repository.read(RUNNER, NOW)


CALLS = range(6)
"""Of an erasure of that notebook: the mark, a look, two steps, a look, the end."""


@pytest.fixture
def notebooks(aws_url: str, table: str) -> Notebooks:
    return Notebooks(emulator.dynamodb_client(aws_url), table)


def test_an_erasure_takes_the_calls_that_are_tried_here(store: DynamoDBRepository, proxy: FaultProxy) -> None:
    a_used_notebook(store)
    proxy.plan(lambda _call, _action: None)
    store.forget(RUNNER)
    assert len(proxy.actions) == len(CALLS)


@pytest.mark.parametrize("call", CALLS)
def test_an_erasure_that_is_killed_is_gone_on_with_by_the_next_turn(notebooks: Notebooks, call: int) -> None:
    a_used_notebook(notebooks.store)

    def die() -> None:
        raise KilledError

    with pytest.raises(KilledError):
        notebooks.stopping(call, die).forget(RUNNER)
    if call == 0:  # nothing was begun
        assert len(notebooks.store.read(RUNNER, NOW).pages) == 3
        notebooks.store.forget(RUNNER)
    take_turn(notebooks.store, 500)
    notebook = notebooks.store.read(RUNNER, NOW)
    assert notebook.pages == {"shoes": Page({"runs": 1}, 1)}
    assert [entry.identity for entry in notebooks.store.log(RUNNER)] == ["run-500"]


@pytest.mark.parametrize("call", CALLS)
def test_a_run_that_was_told_before_leaves_nothing_or_a_notebook_of_its_own(
    notebooks: Notebooks, call: int
) -> None:
    """The turn read before the erasure, and writes at any moment of it; losing the race, it is redone."""
    before = a_used_notebook(notebooks.store)

    def write_what_was_planned() -> None:
        with suppress(LostRaceError):
            log_run(notebooks.store, before, 500)

    notebooks.stopping(call, write_what_was_planned).forget(RUNNER)
    notebook = notebooks.store.read(RUNNER, NOW)
    assert not notebook.being_erased
    assert not notebook.pages
    assert list(notebooks.store.log(RUNNER)) == []
    take_turn(notebooks.store, 500)
    assert is_consistent(notebooks.store.read(RUNNER, NOW), notebooks.store)


@pytest.mark.parametrize("call", CALLS)
def test_a_first_run_that_was_told_before_leaves_nothing_or_a_notebook_of_its_own(
    notebooks: Notebooks, call: int
) -> None:
    """Its page was not there when it was read, so no version tells that the notebook was erased."""
    for start in range(0, 130, 65):
        add(notebooks.store, *[run(day) for day in range(start, start + 65)])
    before = Notebook({}, ())
    notebooks.stopping(call, lambda: log_run(notebooks.store, before, 500)).forget(RUNNER)
    notebook = notebooks.store.read(RUNNER, NOW)
    assert not notebook.being_erased
    if call < len(CALLS) - 1:
        assert not notebook.pages
    assert is_consistent(notebook, notebooks.store)


@pytest.mark.parametrize("call", CALLS)
def test_a_whole_turn_in_the_middle_keeps_what_it_was_told(notebooks: Notebooks, call: int) -> None:
    """It goes on with the erasure itself; the first one then touches nothing of what was told since."""
    a_used_notebook(notebooks.store)
    notebooks.stopping(call, lambda: take_turn(notebooks.store, 500)).forget(RUNNER)
    notebook = notebooks.store.read(RUNNER, NOW)
    assert not notebook.being_erased
    if call == 0:  # told before the erasure
        assert not notebook.pages
    else:
        assert [entry.identity for entry in notebooks.store.log(RUNNER)] == ["run-500"]
    assert is_consistent(notebook, notebooks.store)


@pytest.mark.parametrize("call", CALLS)
def test_two_that_erase_at_once_erase_it_once(notebooks: Notebooks, call: int) -> None:
    a_used_notebook(notebooks.store)
    notebooks.stopping(call, lambda: notebooks.store.forget(RUNNER)).forget(RUNNER)
    assert notebooks.store.read(RUNNER, NOW) == Notebook({}, [])


def test_many_that_erase_at_once_do_not_stop_one_another(notebooks: Notebooks) -> None:
    a_used_notebook(notebooks.store)
    threads = [threading.Thread(target=notebooks.store.forget, args=(RUNNER,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert notebooks.store.read(RUNNER, NOW) == Notebook({}, [])


def test_an_erasure_whose_time_is_up_says_so_and_is_gone_on_with(notebooks: Notebooks) -> None:
    a_used_notebook(notebooks.store)
    with pytest.raises(UnfinishedError, match="time is up"):
        notebooks.store.forget(RUNNER, seconds=0.0)
    assert notebooks.store.read(RUNNER, NOW).being_erased
    notebooks.store.forget(RUNNER)
    assert notebooks.store.read(RUNNER, NOW) == Notebook({}, [])


@pytest.mark.parametrize("number", CALLS)
@pytest.mark.parametrize("fault", [Fault.CUT, Fault.LOST, Fault.CONFLICT, Fault.TRANSACTION_THROTTLED])
def test_a_call_that_fails_in_passing_is_made_again(
    store: DynamoDBRepository, proxy: FaultProxy, fault: Fault, number: int
) -> None:
    a_used_notebook(store)
    transaction = fault in {Fault.CONFLICT, Fault.TRANSACTION_THROTTLED}
    proxy.plan(
        lambda call, action: (
            fault if call == number and (not transaction or action == "TransactWriteItems") else None
        )
    )
    store.forget(RUNNER)
    assert store.read(RUNNER, NOW) == Notebook({}, [])


@pytest.mark.parametrize("number", CALLS)
def test_what_fails_for_good_leaves_the_whole_notebook_or_its_mark(
    store: DynamoDBRepository, proxy: FaultProxy, number: int
) -> None:
    before = a_used_notebook(store)
    proxy.plan(lambda call, _action: Refusal(400, "ValidationException") if call >= number else None)
    with pytest.raises(StorageError) as failed:
        store.forget(RUNNER)
    proxy.plan(lambda _call, _action: None)
    if number == 0:
        assert not isinstance(failed.value, UnfinishedError)
        assert store.read(RUNNER, NOW) == before
    else:
        assert isinstance(failed.value, UnfinishedError)
        assert store.read(RUNNER, NOW).being_erased
    store.forget(RUNNER)
    assert store.read(RUNNER, NOW) == Notebook({}, [])


def test_a_read_finds_the_mark_without_a_call_more(store: DynamoDBRepository, proxy: FaultProxy) -> None:
    a_used_notebook(store)
    with pytest.raises(UnfinishedError):
        store.forget(RUNNER, seconds=0.0)
    proxy.plan(lambda _call, _action: None)
    assert store.read(RUNNER, NOW).being_erased
    assert proxy.actions == ["Query"]
