"""What a client may make of its connection, on a server with few places and little patience."""

import http.client
import os
import resource
import select
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from waitress.adjustments import Adjustments

from skill.web import connection, server
from skill.web.app import create_app
from stand_ins.strangers import HALF_A_REQUEST, HOST
from tests.web.served import served

pytestmark = pytest.mark.real_time
SECONDS = 20.0
HEAD = b"POST /alexa HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
WHOLE = HEAD + b"Content-Length: 2\r\n\r\n{}"


class Turns:
    """Answers each turn at once, or when it is let go; what it answers can be made long."""

    def __init__(self) -> None:
        self.begun = threading.Semaphore(0)
        self.go_on = threading.Event()
        self.go_on.set()
        self.count = 0
        self.said = "Hello."

    def __call__(self, _envelope: dict[str, Any], _context: object) -> dict[str, Any]:
        self.count += 1
        self.begun.release()
        assert self.go_on.wait(SECONDS)
        return {"said": self.said}


@pytest.fixture
def turns() -> Turns:
    return Turns()


@pytest.fixture
def long_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers too long for the system's buffers are kept in memory, as all of ours are.

    Waitress keeps what is over a megabyte in files, which it leaves to the collector of garbage to close.
    """
    monkeypatch.setattr(Adjustments, "outbuf_overflow", 1_000_000_000)


@contextmanager
def serving(turns: Turns) -> Iterator[int]:
    with served(create_app(turns, None, lambda: None)) as port:
        yield port


def client(port: int, sent: bytes = HALF_A_REQUEST, *, room: int | None = None) -> socket.socket:
    """A client that has sent so much, with room for so many bytes of an answer that it does not look at."""
    connected = socket.socket()
    connected.settimeout(SECONDS)
    if room:
        connected.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
    connected.connect((HOST, port))
    connected.sendall(sent)
    return connected


def received(connected: socket.socket) -> bytes:
    """What comes next, which is waited for; nothing when the server has ended the connection."""
    try:
        return connected.recv(100_000)
    except ConnectionResetError:
        return b""


def turn(port: int) -> int:
    asking = http.client.HTTPConnection(HOST, port, timeout=SECONDS)
    asking.request("POST", "/alexa", b"{}", {"Content-Type": "application/json"})
    answer = asking.getresponse()
    answer.read()
    asking.close()
    return answer.status


def test_a_request_has_its_time_as_a_whole_however_it_drips(
    turns: Turns, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(connection, "CLIENT_SECONDS", 0.2)

    with serving(turns) as port, client(port) as head, client(port) as body, client(port, b"") as idle:
        for _ in range(400):
            if select.select([body], [], [], 0.05)[0]:
                break
            body.send(b" ")
        assert [received(each) for each in (head, body, idle)] == [b""] * 3

    assert "requests refused: 2: the request did not come in time" in caplog.messages
    assert turns.count == 0


def test_room_is_made_for_who_knocks_by_ending_what_has_waited_longest(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "CLIENT_SECONDS", 2 * SECONDS)
    monkeypatch.setattr(server, "CONNECTIONS", 5)
    monkeypatch.setattr(server, "AT_ONCE", 1)

    with serving(turns) as port, ExitStack() as held:
        strangers = [held.enter_context(client(port)) for _ in range(12)]
        assert turn(port) == 200
        assert [received(each) for each in strangers[:8]] == [b""] * 8
        strangers[-1].settimeout(0)
        with pytest.raises(BlockingIOError):
            strangers[-1].recv(1)


def test_a_turn_under_way_makes_no_room_for_who_knocks(turns: Turns, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "CONNECTIONS", 4)
    monkeypatch.setattr(server, "AT_ONCE", 1)
    turns.go_on.clear()

    with serving(turns) as port, ExitStack() as held:
        under_way = []
        for _ in range(4):
            under_way.append(held.enter_context(client(port, WHOLE)))
            assert turns.begun.acquire(timeout=SECONDS)
        waiting = held.enter_context(client(port, WHOLE))
        turns.go_on.set()
        statuses = [each.makefile("rb").readline() for each in (*under_way, waiting)]

    assert statuses == [b"HTTP/1.1 200 OK\r\n"] * 5


def test_a_request_that_waited_longer_than_alexa_is_not_begun(
    turns: Turns, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(server, "THREADS", 1)
    turns.go_on.clear()

    with serving(turns) as port, ThreadPoolExecutor(2) as runners:
        first: Future[int] = runners.submit(turn, port)
        assert turns.begun.acquire(timeout=SECONDS)
        monkeypatch.setattr(connection, "WAIT_SECONDS", 0.0)
        late = runners.submit(turn, port)
        turns.go_on.set()
        assert (first.result(SECONDS), late.result(SECONDS)) == (200, 503)

    assert turns.count == 1
    assert "request refused: the request waited longer than Alexa does" in caplog.messages


@pytest.mark.usefixtures("long_answers")
def test_a_client_that_takes_its_answer_slowly_holds_no_worker_and_is_left(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "THREADS", 1)
    monkeypatch.setattr(connection, "CLIENT_SECONDS", 1.0)
    turns.said = said = "x" * 30_000_000
    taken = 0

    with serving(turns) as port, client(port, WHOLE, room=8192) as slow:
        assert turns.begun.acquire(timeout=SECONDS)
        turns.said = "Hello."
        assert turn(port) == 200
        for _ in range(150):
            assert not select.select([], [], [slow], 0.02)[2]
            taken += len(received(slow))
        # All that is still on its way.
        while piece := received(slow):
            taken += len(piece)

    assert taken < len(said)


@pytest.mark.usefixtures("long_answers")
def test_clients_that_never_take_their_answers_do_not_keep_their_places(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "CLIENT_SECONDS", 2 * SECONDS)
    monkeypatch.setattr(server, "CONNECTIONS", 3)
    monkeypatch.setattr(server, "AT_ONCE", 1)
    turns.said = "x" * 10_000_000

    with serving(turns) as port, ExitStack() as held:
        for _ in range(6):
            held.enter_context(client(port, WHOLE, room=8192))
            assert turns.begun.acquire(timeout=SECONDS)
        turns.said = "Hello."
        assert turn(port) == 200


def test_a_connection_takes_one_request_and_what_follows_is_not_read(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads: list[bytes] = []
    parser = connection.Connection.parser_class
    parse = parser.parse_header

    def counted(self: Any, head: bytes) -> None:
        heads.append(head)
        parse(self, head)

    monkeypatch.setattr(parser, "parse_header", counted)

    with serving(turns) as port, client(port, 3 * WHOLE) as connected:
        answers = connected.makefile("rb").read()

    assert answers.count(b"HTTP/1.1 200 OK") == 1
    assert b"\r\nConnection: close\r\n" in answers
    assert len(heads) == turns.count == 1


@pytest.mark.parametrize(
    "crumbs",
    [
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + 1000 * b"1\r\nx\r\n",
        HEAD + 101 * b"X: x\r\n" + b"Content-Length: 2\r\n\r\n{}",
    ],
)
def test_a_request_in_crumbs_is_refused(
    crumbs: bytes, turns: Turns, caplog: pytest.LogCaptureFixture
) -> None:
    with serving(turns) as port, client(port, crumbs) as connected:
        assert b" 400 Bad Request" in connected.makefile("rb").readline()

    assert "request refused: HTTP 400" in caplog.messages
    assert turns.count == 0


def test_a_request_in_pieces_is_answered(turns: Turns) -> None:
    chunks = b"1\r\n{\r\n1\r\n}\r\n0\r\n\r\n"

    with serving(turns) as port, client(port, HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunks) as whole:
        assert whole.makefile("rb").readline() == b"HTTP/1.1 200 OK\r\n"


def test_urgent_data_ends_the_connection_instead_of_waking_the_server_without_end(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "CLIENT_SECONDS", 2 * SECONDS)

    with serving(turns) as port, client(port) as connected:
        connected.send(b"!", socket.MSG_OOB)

        assert received(connected) == b""


def test_a_head_without_an_end_is_cut_off(turns: Turns, caplog: pytest.LogCaptureFixture) -> None:
    with serving(turns) as port, client(port, b"POST /alexa HTTP/1.1\r\nX: ") as connected:
        connected.sendall(b"x" * server.HEAD_BYTES)
        assert connected.makefile("rb").readline().startswith(b"HTTP/1.0 431 ")

    assert "request refused: HTTP 431" in caplog.messages


@pytest.fixture
def many_files() -> Iterator[None]:
    """All the numbers of files that select knows are taken."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, hard), hard))
    taken: list[int] = []
    try:
        while not taken or taken[-1] < 1100:
            taken.append(os.dup(0))
        yield
    finally:
        for number in taken:
            os.close(number)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.usefixtures("many_files")
def test_connections_beyond_the_first_1024_files_are_served(turns: Turns) -> None:
    with serving(turns) as port:
        assert turn(port) == 200
