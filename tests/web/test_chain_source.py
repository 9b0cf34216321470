import ipaddress
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from skill.web.chain_source import CHAIN_BYTES, ChainSource
from skill.web.refusal import Reason, RefusedError
from stand_ins.authority import authority, signer

CHAIN = b"-----BEGIN CERTIFICATE-----\n"


class Bucket(BaseHTTPRequestHandler):
    """Amazon's host, with a file for each way a fetch can go."""

    stop = threading.Event()
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        getattr(self, self.path.removeprefix("/").replace("-", "_"))()

    def good(self) -> None:
        self._send(200, CHAIN)

    def moved(self) -> None:
        self.send_response(302)
        self.send_header("Location", "/good")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def missing(self) -> None:
        self._send(404, CHAIN)

    def busy(self) -> None:
        self._send(503, CHAIN)

    def largest(self) -> None:
        self._send(200, b"x" * CHAIN_BYTES)

    def too_large(self) -> None:
        self._send(200, b"x" * (CHAIN_BYTES + 1))

    def endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            try:
                self.wfile.write(b"x" * 4096)
            except OSError:
                return

    def silent(self) -> None:
        self.stop.wait(10)

    def dripping(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(40):  # two seconds, so that a fetch without an end is seen to have none
            try:
                self.wfile.write(b"x")
            except OSError:
                return
            self.stop.wait(0.05)

    def broken(self) -> None:
        self.wfile.write(b"no HTTP at all\r\n\r\n")

    def _send(self, status: int, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_given: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_given: object) -> None:
        """A client that does not trust the server, or has gone, is what some tests are about."""


@pytest.fixture(scope="module")
def trust(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    now = datetime.now(UTC)
    root = authority("Tests Root", None, now)
    host = signer(root, now, names=[x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    folder = tmp_path_factory.mktemp("tls")
    (folder / "key.pem").write_bytes(
        host.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    (folder / "certificate.pem").write_bytes(host.pem)
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    return serving, ssl.create_default_context(cadata=root.pem.decode())


@pytest.fixture
def bucket(trust: tuple[ssl.SSLContext, ssl.SSLContext]) -> Iterator[Server]:
    server = Server(("127.0.0.1", 0), Bucket)
    server.socket = trust[0].wrap_socket(server.socket, server_side=True)
    Bucket.stop.clear()
    Bucket.asked = []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    Bucket.stop.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def seconds() -> float:
    """Long enough for a busy machine to fetch what can be had."""
    return 20.0


@pytest.fixture
def source(bucket: Server, trust: tuple[ssl.SSLContext, ssl.SSLContext], seconds: float) -> ChainSource:
    return ChainSource("127.0.0.1", bucket.server_port, trust[1], seconds=seconds)


def test_a_chain_is_fetched(source: ChainSource) -> None:
    assert source("/good") == CHAIN
    assert len(source("/largest")) == CHAIN_BYTES


@pytest.mark.parametrize(
    ("path", "reason", "seconds"),
    [
        ("/moved", Reason.CHAIN_MISSING, 20.0),
        ("/missing", Reason.CHAIN_MISSING, 20.0),
        ("/busy", Reason.CHAIN_UNREACHABLE, 20.0),
        ("/too-large", Reason.CHAIN_TOO_LARGE, 20.0),
        ("/endless", Reason.CHAIN_TOO_LARGE, 20.0),
        ("/silent", Reason.CHAIN_UNREACHABLE, 0.3),
        ("/dripping", Reason.CHAIN_UNREACHABLE, 0.3),
        ("/broken", Reason.CHAIN_UNREACHABLE, 20.0),
    ],
)
def test_a_chain_that_cannot_be_had_is_a_refusal(source: ChainSource, path: str, reason: Reason) -> None:
    with pytest.raises(RefusedError) as refused:
        source(path)

    assert refused.value.reason is reason
    assert Bucket.asked == [path]


def test_a_host_that_cannot_prove_its_name_is_not_asked(bucket: Server) -> None:
    source = ChainSource("127.0.0.1", bucket.server_port, seconds=0.3)

    with pytest.raises(RefusedError, match="could not be fetched"):
        source("/good")

    assert Bucket.asked == []


def test_a_host_that_is_down_is_a_refusal(trust: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    closed = ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
    closed.server_close()

    with pytest.raises(RefusedError, match="could not be fetched"):
        ChainSource("127.0.0.1", closed.server_port, trust[1], seconds=0.3)("/good")
