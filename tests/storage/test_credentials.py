"""Credentials that do not come: only who has none that are good waits for them, and nobody for long."""

import os
import ssl
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from skill.storage import dynamodb_client, dynamodb_session
from skill.storage.dynamodb import DynamoDBRepository
from skill.storage.dynamodb_client import DynamoDBClient
from skill.storage.dynamodb_session import aws_session
from skill.storage.repository import Notebook, StorageError
from stand_ins.authority import authority, signer
from stand_ins.credentials_server import credentials_server, found_at
from stand_ins.emulator import CREDENTIALS, REGION
from stand_ins.fault_proxy import Fault, FaultProxy, Refusal, fault_proxy
from tests.storage.left_behind import LeftBehind

pytestmark = pytest.mark.real_time
NOW = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
ENDING = timedelta(minutes=5)
"""So near to their end, botocore itself would let each request wait for newer ones."""


@pytest.fixture(autouse=True)
def _no_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in list(os.environ):
        if name.startswith("AWS_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))


@pytest.fixture
def good_for() -> timedelta:
    return timedelta(days=1)


@pytest.fixture
def source(good_for: timedelta, monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultProxy]:
    """What stands between the store and what hands out its credentials."""
    with (
        credentials_server(good_for) as environment,
        fault_proxy(environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"]) as running,
    ):
        for name, value in found_at(running.url).items():
            monkeypatch.setenv(name, value)
        yield running


@pytest.fixture
def store(source: FaultProxy, aws_url: str, table: str) -> DynamoDBRepository:  # noqa: ARG001 - it is found by the environment
    return DynamoDBRepository(DynamoDBClient(aws_session(REGION), aws_url), table)


def read(store: DynamoDBRepository) -> Notebook:
    return store.read("runner", NOW)


FAULTS: list[Fault | Refusal] = [
    *(Fault.HANGS, Fault.DRIPS, Fault.DRIPS_HEAD, Fault.ENDLESS),
    *(Fault.CUT, Fault.BROKEN, Fault.NO_HTTP, Fault.MISSHAPEN, Refusal(403)),
]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_credentials_that_do_not_come_at_first_are_given_up_and_come_to_the_next_call(
    store: DynamoDBRepository, source: FaultProxy, fault: Fault | Refusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dynamodb_session, "LOOK_SECONDS", 0.2)
    source.fail(fault)
    with monkeypatch.context() as patch:
        patch.setattr(dynamodb_client, "CALL_SECONDS", 0.3)
        with pytest.raises(StorageError, match="query"):
            read(store)
    source.fail(fault, -1)
    assert read(store) == Notebook({}, [])


@pytest.mark.parametrize("good_for", [ENDING])
def test_credentials_that_are_still_good_are_not_waited_for(
    store: DynamoDBRepository, source: FaultProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(store)
    monkeypatch.setattr(dynamodb_session, "EARLY_SECONDS", -1.0)
    source.fail(Fault.HANGS)
    began = time.monotonic()
    for _ in range(3):
        assert read(store) == Notebook({}, [])
    assert time.monotonic() - began < dynamodb_session.LOOK_SECONDS
    assert source.hanging.wait(20)


@pytest.mark.parametrize("good_for", [ENDING])
def test_newer_credentials_are_looked_for_behind_the_turn_and_now_and_then(
    store: DynamoDBRepository, source: FaultProxy, left_behind: LeftBehind, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(store)
    looked = len(source.actions)
    read(store)
    left_behind.end()
    assert len(source.actions) == looked
    monkeypatch.setattr(dynamodb_session, "EARLY_SECONDS", -1.0)
    read(store)
    left_behind.end()
    assert len(source.actions) > looked


@pytest.mark.parametrize("good_for", [timedelta(seconds=0.3)])
def test_credentials_that_have_ended_are_waited_for_and_their_end_is_survived(
    store: DynamoDBRepository, source: FaultProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(store)
    threading.Event().wait(0.3)
    monkeypatch.setattr(dynamodb_session, "LOOK_SECONDS", 0.2)
    source.fail(Fault.HANGS)
    with monkeypatch.context() as patch:
        patch.setattr(dynamodb_client, "CALL_SECONDS", 0.3)
        with pytest.raises(StorageError, match="in time"):
            read(store)
    source.fail(Fault.HANGS, -1)
    assert read(store) == Notebook({}, [])


@pytest.mark.parametrize("good_for", [timedelta(seconds=-1)])
def test_credentials_that_have_ended_before_they_come_are_said(store: DynamoDBRepository) -> None:
    with pytest.raises(StorageError, match="expired"):
        read(store)


def test_one_look_that_hangs_costs_no_call(
    store: DynamoDBRepository, source: FaultProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dynamodb_session, "LOOK_SECONDS", 1.0)
    source.fail(Fault.HANGS, 0)
    assert read(store) == Notebook({}, [])
    assert len(source.actions) == 2


def test_no_look_is_begun_for_which_there_is_no_time_left(
    store: DynamoDBRepository, source: FaultProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dynamodb_session, "LOOK_SECONDS", 0.2)
    monkeypatch.setattr(dynamodb_client, "CALL_SECONDS", 0.35)
    source.fail(Fault.HANGS)
    with pytest.raises(StorageError, match="in time"):
        read(store)
    assert len(source.actions) == 1


def test_calls_that_come_at_once_look_once(store: DynamoDBRepository, source: FaultProxy) -> None:
    with ThreadPoolExecutor(8) as callers:
        for call in [callers.submit(read, store) for _ in range(8)]:
            assert call.result() == Notebook({}, [])
    assert len(source.actions) == 1


@pytest.fixture
def role_service(aws_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultProxy]:
    """What is asked for a role's credentials."""
    role = ["[default]", "role_arn = arn:aws:iam::123456789012:role/coach", "source_profile = someone"]
    keys = ["[someone]", "aws_access_key_id = FROMFILE", "aws_secret_access_key = secret"]
    (tmp_path / "config").write_text("\n".join(role))
    (tmp_path / "credentials").write_text("\n".join(keys))
    with fault_proxy(aws_url) as running:
        monkeypatch.setenv("AWS_ENDPOINT_URL_STS", running.url)
        yield running


def test_a_service_that_hands_out_credentials_holds_no_thread_for_minutes(
    aws_url: str, role_service: FaultProxy, left_behind: LeftBehind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dynamodb_client, "READ_SECONDS", 0.2)
    monkeypatch.setattr(dynamodb_client, "CALL_SECONDS", 0.3)
    role_service.fail(Fault.HANGS)
    store = DynamoDBRepository(DynamoDBClient(aws_session(REGION), aws_url), "notebooks")
    with pytest.raises(StorageError, match="query"):
        read(store)
    left_behind.end()


def test_a_role_that_was_refused_is_asked_for_again(aws_url: str, role_service: FaultProxy) -> None:
    role_service.fail(Refusal(403))
    store = DynamoDBRepository(DynamoDBClient(aws_session(REGION), aws_url), "notebooks")
    for number in (1, 2):
        with pytest.raises(StorageError, match="AssumeRole"):
            read(store)
        assert len(role_service.actions) == number


@pytest.mark.parametrize("variable", ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_DYNAMODB"])
def test_an_endpoint_in_upper_case_is_called_over_tls(
    aws_url: str, table: str, variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issuer = authority("root", None, datetime.now(UTC))
    certificate = signer(issuer, datetime.now(UTC), names=("localhost",))
    pem = tmp_path / "server.pem"
    key = certificate.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    pem.write_bytes(key + certificate.pem)
    (tmp_path / "root.pem").write_bytes(issuer.pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    with fault_proxy(aws_url, context) as secured:
        for name, value in CREDENTIALS.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv(variable, f"HTTPS://LOCALHOST:{urlsplit(secured.url).port}")
        with monkeypatch.context() as patch:
            patch.setattr(dynamodb_client, "CALL_SECONDS", 20.0)
            with pytest.raises(StorageError, match="CERTIFICATE_VERIFY_FAILED"):
                read(DynamoDBRepository(DynamoDBClient(aws_session(REGION)), table))
        monkeypatch.setenv("AWS_CA_BUNDLE", str(tmp_path / "root.pem"))
        read(DynamoDBRepository(DynamoDBClient(aws_session(REGION)), table))
        assert secured.actions == ["Query"]
