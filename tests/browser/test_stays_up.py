"""The page's server against what is too much, on the real server over sockets; and over TLS."""

import http.client
import json
import ssl
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from random import Random

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from skill.browser.app import BODY_BYTES
from skill.browser.service import Page as Served
from stand_ins.authority import authority, signer
from stand_ins.page_server import now, page_server, running
from stand_ins.page_stranger import UPLOAD, Stranger, garbage, key_of

GARBAGE = 150
TOO_LONG = {
    "declared": {"Content-Length": str(UPLOAD)},
    "in pieces": {"Transfer-Encoding": "chunked"},
    "a little": {"Content-Length": str(BODY_BYTES + 1)},
}


@pytest.fixture
def ann(service: Served) -> Stranger:
    entered = Stranger(service, key_of(service))
    assert entered.post("/enter", {})[0] == 200
    return entered


@pytest.mark.parametrize("length", TOO_LONG.values(), ids=TOO_LONG)
def test_fifty_megabytes_as_sound_are_refused(ann: Stranger, length: dict[str, str]) -> None:
    assert ann.uploads(**length) in (0, 400, 413)

    status, said = ann.post("/say", {"said": "open foot coach"})
    assert status == 200
    assert "Foot Coach" in said["text"]


def test_garbage_is_answered_and_nothing_of_it_is_kept(ann: Stranger) -> None:
    ann.post("/say", {"said": "add my blue trainers with a hundred miles"})
    before = ann.post("/say", {"said": "how far have my shoes gone"})[1]["text"]
    random = Random(12)  # noqa: S311 - garbage, not secrets

    assert {ann.post("/say", garbage(random))[0] for _ in range(GARBAGE)} == {200}

    assert ann.post("/say", {"said": "how far have my shoes gone"})[1]["text"] == before


def test_a_stranger_gets_nothing_however_often_it_asks(service: Served, ann: Stranger) -> None:
    stranger = Stranger(service, "0" * 40)

    assert {stranger.post("/say", {"said": "delete all my data"})[0] for _ in range(50)} == {401}
    assert ann.post("/say", {"said": "hello"})[0] == 200


@pytest.fixture
def secure(tmp_path: Path) -> Iterator[tuple[Served, ssl.SSLContext]]:
    """The server with a certificate of its own, and who trusts it."""
    root = authority("a household's own", None, now())
    leaf = signer(root, now(), names=[x509.IPAddress(ip_address("127.0.0.1"))])
    pem = tmp_path / "certificate.pem"
    pem.write_bytes(
        leaf.certificate.public_bytes(Encoding.PEM)
        + leaf.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    own = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    own.load_cert_chain(pem)
    trust = ssl.create_default_context(cadata=root.certificate.public_bytes(Encoding.PEM).decode())
    with running(page_server(tmp_path, tls=own)) as service:
        yield service, trust


def test_over_tls_it_is_the_same(secure: tuple[Served, ssl.SSLContext]) -> None:
    service, trust = secure
    ann = Stranger(service, key_of(service), trust)

    assert service.links[0].startswith("https://127.0.0.1:")
    assert ann.post("/enter", {})[0] == 200
    status, reply = ann.post("/say", {"said": "start my post run stretches"})
    assert status == 200
    assert len(json.dumps(reply)) > 16_384  # more than one record of TLS
    assert ann.uploads(**{"Content-Length": str(UPLOAD)}) in (0, 400, 413)
    assert ann.post("/say", {"said": "pause"})[0] == 200


def test_who_speaks_no_tls_there_is_let_go_and_keeps_nobody_waiting(
    secure: tuple[Served, ssl.SSLContext],
) -> None:
    service, trust = secure

    with pytest.raises((OSError, http.client.HTTPException)):
        Stranger(service).post("/enter", {})
    with pytest.raises(ssl.SSLError):
        Stranger(service, tls=ssl.create_default_context()).post("/enter", {})

    assert Stranger(service, key_of(service), trust).post("/enter", {})[0] == 200
