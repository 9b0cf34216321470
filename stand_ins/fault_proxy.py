"""A proxy in front of DynamoDB, or of what hands out credentials, that fails as it is told.

What fails before any HTTP is spoken is in `fault_line`.
"""

import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import urllib3

DRIP_SECONDS = 0.01
"""Between two bytes of an answer that drips; shorter than any time-out."""
Plan = Callable[[int, str], "Fault | Refusal | None"]


class Fault(Enum):
    """What can go wrong with one request."""

    THROTTLED = auto()
    """Refused because there are too many."""
    BROKEN = auto()
    """Answered by something that is not DynamoDB."""
    CUT = auto()
    """The connection ends before DynamoDB has seen the request."""
    LOST = auto()
    """DynamoDB carries the request out, and the connection ends before the answer."""
    HANGS = auto()
    """Nothing is carried out and nothing answered."""
    HANGS_AFTER = auto()
    """DynamoDB carries the request out, and nothing is answered."""
    TRANSACTION_THROTTLED = auto()
    """A transaction was cancelled because there are too many requests."""
    CONFLICT = auto()
    """Another transaction is at the same items."""
    DRIPS = auto()
    """Nothing is carried out, and the answer comes byte by byte and never ends."""
    DRIPS_HEAD = auto()
    """As before, and not even the answer's head ends."""
    CONTINUES = auto()
    """The answer is put off, again and again."""
    ENDLESS = auto()
    """Nothing is carried out, and the answer comes as fast as it can and never ends."""
    CUT_SHORT = auto()
    """The request is carried out, and half of the answer arrives."""
    NO_HTTP = auto()
    """What answers speaks another protocol."""
    MISSHAPEN = auto()
    """The answer is JSON, and not what it has to be."""


@dataclass(frozen=True)
class Refusal:
    """An answer that says no: of DynamoDB with an error's code, of something else without one."""

    status: int
    code: str = ""

    @property
    def body(self) -> bytes:
        """What is sent."""
        if not self.code:
            return b"<html>something is not right</html>"
        return json.dumps({"__type": f"com.amazonaws.dynamodb.v20120810#{self.code}"}).encode()


def _cancelled(reason: str) -> tuple[int, bytes]:
    """How DynamoDB refuses a transaction."""
    refusal = {
        "__type": "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
        "CancellationReasons": [{"Code": "None"}, {"Code": reason}],
    }
    return 400, json.dumps(refusal).encode()


_WRONG = {
    Fault.THROTTLED: (400, Refusal(400, "ProvisionedThroughputExceededException").body),
    Fault.BROKEN: (503, b"<html>busy</html>"),
    Fault.TRANSACTION_THROTTLED: _cancelled("ThrottlingError"),
    Fault.CONFLICT: _cancelled("TransactionConflict"),
    Fault.MISSHAPEN: (200, b'{"Items": 5, "UnprocessedItems": [], "Expiration": 5}'),
}
_CARRIED_OUT = {None, Fault.LOST, Fault.HANGS_AFTER, Fault.CUT_SHORT}
_ANSWERED = {*_WRONG, Fault.CUT_SHORT}


_ENDLESS: dict[Fault, tuple[bytes, bytes, float]] = {
    Fault.DRIPS: (b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", b" ", DRIP_SECONDS),
    Fault.DRIPS_HEAD: (b"HTTP/1.1 200 OK\r\nX-Drips: ", b".", DRIP_SECONDS),
    Fault.CONTINUES: (b"", b"HTTP/1.1 100 Continue\r\n\r\n", DRIP_SECONDS),
    Fault.ENDLESS: (b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", b" " * 100_000, 0.0),
}
"""How each of them begins, what it repeats, and after how many seconds."""


class FaultProxy:
    """Passes requests on to `target`, but for those that the plan names.

    Attributes:
        url: where it listens.
        actions: the names of the actions requested, in order.
        headers: the headers of the last request.
        bodies: the bodies of all requests, in order.
        answers: the sizes in bytes of what DynamoDB answered, in order.
        hanging: set when a request hangs for the first time.
        released: to be set when nothing is to hang any more.
    """

    def __init__(self, url: str, target: str) -> None:
        self.url = url
        self.actions: list[str] = []
        self.headers: dict[str, str] = {}
        self.bodies: list[bytes] = []
        self.answers: list[int] = []
        self.hanging = threading.Event()
        self.released = threading.Event()
        self._target = target
        self._plan: Plan = lambda _number, _action: None
        self._pool = urllib3.PoolManager()
        self._lock = threading.Lock()

    def plan(self, plan: Plan) -> None:
        """Start counting from 0 again; `plan` names the fault of a request's number and action."""
        self._plan = plan
        self.actions.clear()
        self.bodies.clear()
        self.answers.clear()

    def fail(self, fault: Fault | Refusal, *numbers: int) -> None:
        """Fail the requests of these numbers, or all when none is given."""
        self.plan(lambda number, _action: fault if not numbers or number in numbers else None)

    def handle(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        body = handler.rfile.read(int(handler.headers.get("Content-Length", 0)))
        action = handler.headers.get("X-Amz-Target", "").rpartition(".")[2]
        with self._lock:
            fault = self._plan(len(self.actions), action)
            self.actions.append(action)
            self.bodies.append(body)
            self.headers = dict(handler.headers.items())
        if fault in _CARRIED_OUT:
            answer = self._pool.request(
                handler.command, self._target, body=body, headers=dict(handler.headers.items())
            )
            self.answers.append(len(answer.data))
            status, data = answer.status, answer.data
        elif isinstance(fault, Refusal):
            status, data = fault.status, fault.body
        elif fault in _WRONG:
            status, data = _WRONG[fault]
        if fault is None or isinstance(fault, Refusal) or fault in _ANSWERED:
            self._answer(handler, status, data, cut_short=fault is Fault.CUT_SHORT)
            return
        handler.close_connection = True
        if fault in {Fault.HANGS, Fault.HANGS_AFTER}:
            self.hanging.set()
            self.released.wait()
        if fault is Fault.NO_HTTP:
            handler.wfile.write(b"SSH-2.0-OpenSSH_9.9\r\n")
        if fault in _ENDLESS:
            self._repeat(handler, *_ENDLESS[fault])

    def _answer(self, handler: BaseHTTPRequestHandler, status: int, data: bytes, *, cut_short: bool) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(data)))
        if data.startswith(b"{"):
            handler.send_header("x-amzn-RequestId", "proxy")  # by which DynamoDB's answers are known
        handler.end_headers()
        if cut_short:
            handler.close_connection = True
            data = data[: len(data) // 2]
        handler.wfile.write(data)

    def _repeat(
        self, handler: BaseHTTPRequestHandler, beginning: bytes, repeated: bytes, seconds: float
    ) -> None:
        handler.wfile.write(beginning)
        while not self.released.wait(seconds):
            handler.wfile.write(repeated)
            handler.wfile.flush()


@contextmanager
def fault_proxy(target: str, tls: ssl.SSLContext | None = None) -> Iterator[FaultProxy]:
    """Runs a proxy in front of `target`; with `tls` it speaks HTTPS."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # one packet for head and body: two wait for each other

        def do_POST(self) -> None:
            proxy.handle(self)

        def do_GET(self) -> None:
            proxy.handle(self)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Say nothing when a client breaks off."""

    server = Server(("127.0.0.1", 0), Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    proxy = FaultProxy(f"http://127.0.0.1:{server.server_port}", target)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield proxy
    finally:
        proxy.released.set()
        server.shutdown()
        thread.join()
        server.server_close()
