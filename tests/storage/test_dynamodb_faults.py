import time
from datetime import UTC, datetime, timedelta

import pytest

from skill.storage import dynamodb_client
from skill.storage.dynamodb import DynamoDBRepository
from skill.storage.repository import (
    AlreadyLoggedError,
    Change,
    Entry,
    LostRaceError,
    Notebook,
    Page,
    StorageError,
)
from stand_ins import emulator
from stand_ins.fault_proxy import Fault, FaultProxy, Refusal, fault_proxy

NOW = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
PASSING: list[Fault | Refusal] = [
    *(Fault.THROTTLED, Fault.BROKEN, Fault.CUT, Fault.LOST, Fault.HANGS, Fault.HANGS_AFTER),
    *(Fault.CUT_SHORT, Fault.NO_HTTP),
]
ENDLESS = [Fault.DRIPS, Fault.DRIPS_HEAD, Fault.CONTINUES, Fault.ENDLESS]
PASSING_ANSWERS = [
    *(Refusal(status) for status in (408, 429, 500, 502, 503, 504)),
    Refusal(408, "RequestTimeoutException"),
    Refusal(500, "InternalServerError"),
    Refusal(503, "ServiceUnavailable"),
    Refusal(429, "ThrottlingException"),
    *(
        Refusal(400, code)
        for code in (
            "ProvisionedThroughputExceededException",
            "RequestLimitExceeded",
            "RequestTimeout",
            "SlowDown",
            "ThrottledException",
            "ThrottlingException",
            "TooManyRequestsException",
            "TransactionInProgressException",
        )
    ),
]
ALEXA_SECONDS = 8.0
"""What Alexa waits for. That both calls end by 5.5 s is measured alone, in `make attack PART=deadlines`."""


def run(number: int, metres: float = 5000.0) -> Entry:
    return Entry(f"run-{number}", NOW - timedelta(days=number), {"metres": metres})


def shoes(metres: float, version: int) -> dict[str, Page]:
    return {"shoes": Page({"metres": metres}, version)}


CHANGES = [
    Change(pages=shoes(0.0, 0)),
    Change(added=[run(1)]),
    Change(pages=shoes(5000.0, 1), added=[run(2)]),
    Change(pages=shoes(8000.0, 2), replaced=[run(2, 8000.0)]),
    Change(replaced=[run(1, 4000.0)]),
    Change(removed=[run(1)]),
]
"""Every kind of write there is, in an order in which each depends on those before it."""
AFTERWARDS = Notebook({"shoes": Page({"metres": 8000.0}, 3)}, [run(2, 8000.0)])


@pytest.mark.usefixtures("_persistent")
@pytest.mark.parametrize("fault", PASSING)
@pytest.mark.parametrize("number", range(len(CHANGES) + 1))
def test_one_request_that_fails_is_made_again_and_nothing_is_lost_or_doubled(
    store: DynamoDBRepository, proxy: FaultProxy, fault: Fault, number: int
) -> None:
    proxy.fail(fault, number)
    for change in CHANGES:
        store.write("runner", change, NOW)
    assert store.read("runner", NOW) == AFTERWARDS
    assert len(proxy.actions) >= len(CHANGES) + 2


@pytest.mark.parametrize("answer", PASSING_ANSWERS, ids=str)
def test_a_read_and_a_write_that_are_refused_in_passing_are_made_again(
    store: DynamoDBRepository, proxy: FaultProxy, answer: Refusal
) -> None:
    proxy.fail(answer, 0, 2)
    store.write("runner", Change(pages=shoes(0.0, 0)), NOW)
    assert store.read("runner", NOW).pages.keys() == {"shoes"}
    assert proxy.actions == ["PutItem", "PutItem", "Query", "Query"]


def test_a_transaction_that_is_throttled_is_made_again(store: DynamoDBRepository, proxy: FaultProxy) -> None:
    proxy.fail(Fault.TRANSACTION_THROTTLED, 0)
    store.write("runner", Change(pages=shoes(0.0, 0), added=[run(1)]), NOW)
    assert len(proxy.actions) == 2


def test_what_will_not_pass_is_not_tried_again(store: DynamoDBRepository, proxy: FaultProxy) -> None:
    proxy.fail(Refusal(400, "ValidationException"))
    with pytest.raises(StorageError, match="ValidationException"):
        store.read("runner", NOW)
    assert proxy.actions == ["Query"]


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize("fault", PASSING)
def test_a_call_that_keeps_failing_is_given_up(
    store: DynamoDBRepository, proxy: FaultProxy, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy.fail(fault)
    with pytest.raises(StorageError, match=r"query|Query"):
        store.read("runner", NOW)
    with pytest.raises(StorageError, match=r"transact_write_items|TransactWriteItems"):
        store.write("runner", Change(pages=shoes(1.0, 0), added=[run(1)]), NOW)
    with pytest.raises(StorageError, match=r"query|Query"):
        list(store.log("runner"))
    with pytest.raises(StorageError, match=r"put_item|PutItem"):
        store.forget("runner")
    proxy.fail(fault, -1)
    monkeypatch.undo()
    notebook = store.read("runner", NOW)
    assert notebook.being_erased or (len(notebook.pages), len(notebook.entries)) in {(0, 0), (1, 1)}


@pytest.mark.parametrize("fault", ENDLESS)
def test_a_write_whose_answer_never_ends_is_made_again_in_time(
    proxy: FaultProxy, table: str, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dynamodb_client, "READ_SECONDS", 0.3)
    monkeypatch.setattr(dynamodb_client, "CALL_SECONDS", 20.0)
    store = emulator.repository(proxy.url, table)
    proxy.fail(fault, 0)
    store.write("runner", Change(pages=shoes(0.0, 0), added=[run(1)]), NOW)
    proxy.fail(fault, 0)
    assert len(store.read("runner", NOW).entries) == 1
    assert proxy.actions == ["Query", "Query"]


def test_an_answer_that_is_not_as_dynamodbs_is_not_taken_for_one(
    store: DynamoDBRepository, proxy: FaultProxy
) -> None:
    proxy.fail(Fault.MISSHAPEN)
    with pytest.raises(StorageError, match="did not carry out query"):
        store.read("runner", NOW)


def test_what_is_said_by_another_than_dynamodb_is_not_told(
    store: DynamoDBRepository, proxy: FaultProxy
) -> None:
    proxy.fail(Refusal(403))
    with pytest.raises(StorageError) as told:
        store.read("runner", NOW)
    assert str(told.value) == "What answered query was not DynamoDB (HTTP 403)"


@pytest.mark.limits_as_shipped
@pytest.mark.real_time
@pytest.mark.slow
@pytest.mark.parametrize("fault", [Fault.HANGS, Fault.DRIPS])
def test_a_turn_answers_in_time_for_alexa_though_dynamodb_does_not(
    store: DynamoDBRepository, proxy: FaultProxy, fault: Fault
) -> None:
    proxy.fail(fault)
    began = time.monotonic()
    with pytest.raises(StorageError):
        store.read("runner", NOW)
    with pytest.raises(StorageError):
        store.write("runner", Change(pages=shoes(0.0, 0)), NOW)
    assert time.monotonic() - began < ALEXA_SECONDS


def test_a_run_whose_answer_was_lost_is_still_refused_when_it_comes_twice(
    store: DynamoDBRepository, proxy: FaultProxy
) -> None:
    proxy.fail(Fault.LOST, 0)
    store.write("runner", Change(added=[run(1)]), NOW)
    with pytest.raises(AlreadyLoggedError):
        store.write("runner", Change(added=[run(1)]), NOW)
    with pytest.raises(LostRaceError):
        store.write("runner", Change(pages=shoes(1.0, 3)), NOW)


def test_a_conflict_with_another_transaction_is_a_lost_race(
    store: DynamoDBRepository, proxy: FaultProxy
) -> None:
    proxy.fail(Fault.CONFLICT)
    with pytest.raises(LostRaceError):
        store.write("runner", Change(pages=shoes(0.0, 0), added=[run(1)]), NOW)
    assert proxy.actions == ["TransactWriteItems"]


def test_a_missing_table_is_said_at_once(proxy: FaultProxy) -> None:
    store = emulator.repository(proxy.url, "no-such-table")
    with pytest.raises(StorageError, match="ResourceNotFoundException"):
        store.read("runner", NOW)
    with pytest.raises(StorageError, match="ResourceNotFoundException"):
        store.write("runner", Change(pages=shoes(0.0, 0)), NOW)
    with pytest.raises(StorageError, match="ResourceNotFoundException"):
        store.write("runner", Change(pages=shoes(0.0, 0), added=[run(1)]), NOW)
    with pytest.raises(StorageError, match="ResourceNotFoundException"):
        store.forget("runner")
    assert len(proxy.actions) == 4


def test_a_dynamodb_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dynamodb_client, "CALL_SECONDS", 10.0)
    with fault_proxy("") as closed:
        url = closed.url
    with pytest.raises(StorageError, match="Could not connect"):
        emulator.repository(url, "notebooks").read("runner", NOW)


def test_a_call_without_any_time_left_is_given_up(
    store: DynamoDBRepository, proxy: FaultProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy.fail(Fault.HANGS)
    monkeypatch.setattr(dynamodb_client, "CALL_SECONDS", -1.0)
    with pytest.raises(StorageError, match="no time left for query"):
        store.read("runner", NOW)


def test_a_page_that_is_no_answer_of_dynamodbs_is_not_taken_for_one(
    store: DynamoDBRepository, proxy: FaultProxy
) -> None:
    proxy.fail(Refusal(200))
    with pytest.raises(StorageError, match="not DynamoDB"):
        store.read("runner", NOW)
    with pytest.raises(StorageError, match="not DynamoDB"):
        store.write("runner", Change(pages=shoes(0.0, 0)), NOW)


def test_no_attempt_is_begun_that_cannot_end_in_time(
    store: DynamoDBRepository, proxy: FaultProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dynamodb_client, "CALL_SECONDS", 20.0)
    monkeypatch.setattr(dynamodb_client, "_LEAST_SECONDS", 19.96)
    proxy.fail(Fault.BROKEN)
    with pytest.raises(StorageError):
        store.write("runner", Change(pages=shoes(0.0, 0)), NOW)
    assert proxy.actions == ["PutItem"]
