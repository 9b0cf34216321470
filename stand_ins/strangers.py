"""Clients that want nothing of the service but its time, and one that is Alexa."""

import http.client
import itertools
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from stand_ins.authority import SKILL_ID, Authorities, body, envelope, signed_headers

HOST = "127.0.0.1"
DRIP_SECONDS = 0.5
HALF_A_REQUEST = (
    b"POST /alexa HTTP/1.1\r\nHost: coach.example.com\r\nContent-Type: application/json\r\n"
    b"Content-Length: 100000\r\n\r\n{"
)
NEARLY_WHOLE = (
    b"POST /alexa HTTP/1.1\r\nHost: coach.example.com\r\nContent-Type: application/json\r\nX-Long: "
    + 15_000 * b"x"
    + b"\r\nContent-Length: 150000\r\n\r\n"
    + 149_000 * b"x"
)
CRUMBS = (
    b"POST /alexa HTTP/1.1\r\nHost: coach.example.com\r\nContent-Type: application/json\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n" + 20_000 * b"1\r\nx\r\n"
)


class HalfSent:
    """Clients that each begin a request and go on with a byte now and then; who is thrown out begins again.

    Args:
        port: the service's.
        many: how many at a time.
        begun: what each sends at first.
        comes_again: whether who is thrown out does.
    """

    def __init__(
        self, port: int, many: int, begun: bytes = HALF_A_REQUEST, *, comes_again: bool = True
    ) -> None:
        self._port = port
        self._begun = begun
        self._comes_again = comes_again
        self.clients = [self._client() for _ in range(many)]

    def drip(self) -> int:
        """Each sends a byte; how many had been thrown out."""
        thrown_out = [client for client in self.clients if not _goes_on(client)]
        for client in thrown_out:
            client.close()
            self.clients.remove(client)
            if self._comes_again:
                self.clients.append(self._client())
        return len(thrown_out)

    def close(self) -> None:
        """All of them go."""
        for client in self.clients:
            client.close()

    def _client(self) -> socket.socket:
        client = socket.create_connection((HOST, self._port), timeout=10)
        client.sendall(self._begun)
        client.setblocking(False)  # noqa: FBT003 - the socket's interface
        return client


def _goes_on(client: socket.socket) -> bool:
    try:
        client.send(b" ")
        return client.recv(1) != b""
    except BlockingIOError:
        return True
    except OSError:
        return False


@contextmanager
def half_sent(port: int, many: int, begun: bytes = HALF_A_REQUEST) -> Iterator[HalfSent]:
    """So many half-sent requests at any time, dripping until the block ends."""
    clients = HalfSent(port, many, begun)
    ended = threading.Event()

    def drip() -> None:
        while not ended.wait(DRIP_SECONDS):
            clients.drip()

    dripping = threading.Thread(target=drip, daemon=True)
    dripping.start()
    try:
        yield clients
    finally:
        ended.set()
        dripping.join()
        clients.close()


@contextmanager
def outstanding(many: int, send: Callable[[], object]) -> Iterator[None]:
    """So many requests are under way at any time, each sent when the one before it was answered."""
    ended = threading.Event()

    def stranger() -> None:
        while not ended.is_set():
            try:
                send()
            except OSError:
                ended.wait(DRIP_SECONDS)

    strangers = [threading.Thread(target=stranger, daemon=True) for _ in range(many)]
    for each in strangers:
        each.start()
    try:
        yield
    finally:
        ended.set()
        for each in strangers:
            each.join()


_paths = itertools.count()


def foreign_chain(port: int) -> int:
    """A request that names the skill and a chain that nobody has named before; its status."""
    content = json.dumps({"application": SKILL_ID}).encode()
    headers = {
        "Content-Type": "application/json",
        "SignatureCertChainUrl": f"https://s3.amazonaws.com/echo.api/foreign-{next(_paths)}.pem",
        "Signature-256": "c2hvcnQ=",
    }
    return _status(port, "POST", "/alexa", content, headers)


def health(port: int) -> int:
    """The status of GET /health."""
    return _status(port, "GET", "/health", b"", {})


def good_turn(port: int, given: Authorities) -> tuple[int, float]:
    """Alexa opens the skill; the status of the answer, and the seconds until it was there whole."""
    content = body(envelope(datetime.now(UTC)))
    headers = signed_headers(content, given.good_signer)
    began = time.monotonic()
    return _status(port, "POST", "/alexa", content, headers), time.monotonic() - began


def _status(port: int, method: str, path: str, content: bytes, headers: dict[str, str]) -> int:
    connection = http.client.HTTPConnection(HOST, port, timeout=20)
    try:
        connection.request(method, path, content, headers)
        answer = connection.getresponse()
        answer.read()
    except http.client.HTTPException as error:
        raise ConnectionError from error
    else:
        return answer.status
    finally:
        connection.close()
