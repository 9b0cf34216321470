import http.client
import logging
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from skill.web import BODY_BYTES, BindError
from skill.web.app import create_app
from skill.web.server import Server
from tests.web.served import served

POST = b"POST /alexa HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"


def hello(_envelope: dict[str, Any], _context: object) -> dict[str, Any]:
    return {"version": "1.0", "response": {}}


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with served(create_app(hello, None, lambda: None)) as port:
        yield port


def sent(port: int, raw: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(raw)
        return connection.makefile("rb").readline()


def logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the service logged: waitress too warns, of its queue on a busy machine."""
    return [record.getMessage() for record in caplog.records if record.name.startswith("skill.")]


def test_a_request_is_answered_over_http(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("POST", "/alexa", b"{}", {"Content-Type": "application/json"})
    answer = connection.getresponse()

    assert (answer.status, answer.read()) == (200, b'{"version":"1.0","response":{}}')
    assert answer.headers["Server"] is None
    connection.close()


def test_a_body_declared_too_long_is_refused_unread(port: int, caplog: pytest.LogCaptureFixture) -> None:
    head = POST + b"Content-Length: %d\r\n\r\n" % (BODY_BYTES + 1)

    # The answer comes although not one byte of the body is ever sent.
    assert sent(port, head) == b"HTTP/1.1 400 Bad Request\r\n"
    assert logged(caplog) == ["request refused: the body is too large"]


def test_a_body_sent_in_pieces_is_cut_off_at_the_limit(port: int) -> None:
    head = POST + b"Transfer-Encoding: chunked\r\n\r\n"
    piece = b"%x\r\n%b\r\n" % (60_000, b"x" * 60_000)

    assert sent(port, head + 3 * piece).startswith(b"HTTP/1.1 400 ")


def test_the_longest_body_is_read(port: int) -> None:
    padded = b"{" + b" " * (BODY_BYTES - 2) + b"}"
    head = POST + b"Content-Length: %d\r\n\r\n" % len(padded)

    assert sent(port, head + padded) == b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        b"POST /alexa HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: many\r\n\r\n",
        b"POST /alexa HTTP/1.1\r\nHost: 127.0.0.1\r\nBad Header\x00: x\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n",
        b"GET http://[JohnSmithSecret]/alexa HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"POST /alexa HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n",
    ],
)
def test_broken_http_is_a_bad_request(port: int, raw: bytes, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)

    assert sent(port, raw).split(b" ")[1] == b"400"
    assert logged(caplog) == ["request refused: HTTP 400"]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "localhost", "192.168.1.2"])  # noqa: S104 - to be refused
def test_without_verification_the_service_listens_on_the_loopback_address_only(host: str) -> None:
    with pytest.raises(BindError, match=r"127\.0\.0\.1 only"):
        Server(create_app(hello, None, lambda: None), host, 0, verified=False)


def test_a_port_that_is_taken_is_named(port: int) -> None:
    with pytest.raises(BindError, match=f"cannot listen on 127.0.0.1 port {port}"):
        Server(create_app(hello, None, lambda: None), "127.0.0.1", port, verified=True)


def test_a_verified_service_may_listen_anywhere() -> None:
    server = Server(create_app(hello, None, lambda: None), "localhost", 0, verified=True)
    server.close()

    assert server.port > 0
