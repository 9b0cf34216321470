import hashlib
import json
import os
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from skill.storage import dynamodb_client
from skill.storage.dynamodb import DynamoDBRepository
from skill.storage.dynamodb_client import DynamoDBClient
from skill.storage.dynamodb_session import aws_session
from skill.storage.repository import LATEST_ENTRIES, Change, Entry, Notebook, Page, StorageError
from stand_ins import emulator
from stand_ins.credentials_server import ACCESS_KEY, SESSION_TOKEN, credentials_server
from stand_ins.emulator import REGION
from stand_ins.fault_proxy import FaultProxy, Refusal, fault_proxy

NOW = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
OWNER = hashlib.sha256(b"runner").hexdigest()


@pytest.fixture
def client(aws_url: str) -> Any:
    return emulator.client(aws_url)


def run(number: int) -> Entry:
    return Entry(f"run-{number}", NOW - timedelta(days=number), {"metres": 5000.0})


def runs_from(first: int) -> list[Entry]:
    return [run(number) for number in range(first, first + LATEST_ENTRIES)]


def test_a_turn_costs_one_query_and_one_write_however_long_the_log(
    store: DynamoDBRepository, proxy: FaultProxy
) -> None:
    pages = {name: Page({}, 0) for name in ("profile", "walkthrough", "shoes")}
    store.write("runner", Change(pages=pages), NOW)
    for first in (0, LATEST_ENTRIES):
        store.write("runner", Change(added=runs_from(first)), NOW)
    sizes = []
    for times in range(2):
        proxy.plan(lambda _number, _action: None)
        notebook = store.read("runner", NOW)
        sizes.append(proxy.answers[0])
        store.write("runner", Change(pages={"profile": notebook.pages["profile"]}), NOW)
        assert len(notebook.entries) == LATEST_ENTRIES
        assert proxy.actions == ["Query", "PutItem"]
        if times == 0:
            for first in range(2 * LATEST_ENTRIES, 10 * LATEST_ENTRIES, LATEST_ENTRIES):
                store.write("runner", Change(added=runs_from(first)), NOW)
    assert sizes[0] == sizes[1]


def test_a_walkthrough_expires_by_the_tables_ttl(store: DynamoDBRepository, table: str, client: Any) -> None:
    expiry = NOW + timedelta(hours=2)
    store.write("runner", Change(pages={"walkthrough": Page({}, 0, expiry)}), NOW)
    (item,) = client.scan(TableName=table)["Items"]
    assert item["expires_at"] == {"N": str(int(expiry.timestamp()))}


def test_items_of_the_first_schema_still_load(store: DynamoDBRepository, table: str, client: Any) -> None:
    owner = {"S": OWNER}
    page = {"owner": owner, "key": {"S": "page#shoes"}, "body": {"S": '{"metres":5000.5}'}}
    client.put_item(TableName=table, Item=page | {"version": {"N": "7"}, "schema": {"N": "1"}})
    key = {"S": "record#0998204631600000000#req#1"}
    client.put_item(TableName=table, Item={"owner": owner, "key": key, "body": {"S": "{}"}})
    assert store.read("runner", NOW) == Notebook(
        {"shoes": Page({"metres": 5000.5}, 7)},
        [Entry("req#1", datetime(2026, 11, 22, 17, 26, 40, tzinfo=UTC), {})],
    )


def test_the_table_names_no_user(store: DynamoDBRepository, table: str, client: Any) -> None:
    store.write("amzn1.ask.account.SECRET", Change(pages={"profile": Page({}, 0)}, added=[run(1)]), NOW)
    store.write("amzn1.ask.account.SECRET", Change(pages={"profile": Page({}, 1)}), NOW)
    assert "SECRET" not in json.dumps(client.scan(TableName=table)["Items"])


@pytest.fixture
def searching(proxy: FaultProxy, table: str) -> DynamoDBRepository:
    """A repository that has to look for its credentials."""
    return DynamoDBRepository(DynamoDBClient(aws_session(REGION), proxy.url), table)


@pytest.fixture
def _no_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in list(os.environ):
        if name.startswith("AWS_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))


@pytest.mark.usefixtures("_no_credentials")
def test_without_credentials_it_says_so(searching: DynamoDBRepository) -> None:
    with pytest.raises(StorageError, match="credentials"):
        searching.read("runner", NOW)


@pytest.mark.usefixtures("_no_credentials")
def test_credentials_of_a_profile_are_found(
    searching: DynamoDBRepository, proxy: FaultProxy, tmp_path: Path
) -> None:
    lines = ["[default]", "aws_access_key_id = FROMFILE", "aws_secret_access_key = secret"]
    (tmp_path / "credentials").write_text("\n".join(lines))
    searching.read("runner", NOW)
    assert "Credential=FROMFILE/" in proxy.headers["Authorization"]


@pytest.mark.usefixtures("_no_credentials")
def test_credentials_that_cannot_be_fetched_are_said(
    searching: DynamoDBRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://example.com/not-allowed")
    with pytest.raises(StorageError, match=r"example\.com"):
        searching.read("runner", NOW)


@pytest.mark.usefixtures("_no_credentials")
def test_credentials_that_do_not_come_are_not_waited_for(
    searching: DynamoDBRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dynamodb_client, "CALL_SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        monkeypatch.setenv("AWS_CONTAINER_CREDENTIALS_FULL_URI", address)
        with pytest.raises(StorageError, match="in time"):
            searching.read("runner", NOW)


@pytest.mark.usefixtures("_no_credentials")
def test_credentials_are_fetched_as_snapstart_hands_them_out(
    searching: DynamoDBRepository, proxy: FaultProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    with credentials_server() as environment:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        searching.read("runner", NOW)
    assert f"Credential={ACCESS_KEY}/" in proxy.headers["Authorization"]
    assert proxy.headers["X-Amz-Security-Token"] == SESSION_TOKEN


@pytest.mark.usefixtures("_no_credentials")
def test_a_role_is_asked_for_in_the_region_of_the_table(
    proxy: FaultProxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    role = ["[default]", "role_arn = arn:aws:iam::123456789012:role/coach", "source_profile = someone"]
    (tmp_path / "config").write_text("\n".join(role))
    keys = ["[someone]", "aws_access_key_id = FROMFILE", "aws_secret_access_key = secret"]
    (tmp_path / "credentials").write_text("\n".join(keys))
    monkeypatch.setenv("AWS_ENDPOINT_URL_STS", proxy.url)
    proxy.fail(Refusal(403))
    store = DynamoDBRepository(DynamoDBClient(aws_session(REGION), proxy.url), "notebooks")
    with pytest.raises(StorageError, match="AssumeRole"):
        store.read("runner", NOW)
    assert f"/{REGION}/sts/" in proxy.headers["Authorization"]


@pytest.mark.usefixtures("_no_credentials")
def test_credentials_that_come_after_the_first_call_are_found(
    searching: DynamoDBRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(StorageError, match="credentials"):
        searching.read("runner", NOW)
    for name, value in emulator.CREDENTIALS.items():
        monkeypatch.setenv(name, value)
    assert searching.read("runner", NOW) == Notebook({}, [])


@pytest.fixture
def impostor(tmp_path: Path) -> Iterator[str]:
    """The URL of an HTTPS server whose certificate nobody has vouched for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    pem = tmp_path / "impostor.pem"
    pem.write_bytes(key.private_bytes(*plain) + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    with fault_proxy("", context) as running:
        yield running.url.replace("http://127.0.0.1", "https://localhost")


def test_a_server_without_a_good_certificate_is_told_nothing(
    impostor: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dynamodb_client, "CALL_SECONDS", 20.0)
    with pytest.raises(StorageError, match="CERTIFICATE_VERIFY_FAILED"):
        emulator.repository(impostor, "notebooks").read("runner", NOW)
