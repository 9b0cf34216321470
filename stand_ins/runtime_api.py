"""Lambda's Runtime API on loopback, and the real runtime client as its only customer.

https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
"""

import json
import os
import queue
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
_RESTORE = "/2018-06-01/runtime/restore/next"
SNAPSTART = {"AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start"}
"""The environment by which the runtime knows that a snapshot will be taken."""
_SECONDS = 90.0


@dataclass(frozen=True)
class Outcome:
    """How one invocation ended.

    Attributes:
        kind: "response", "error", or "init" when the function did not even start.
        body: the JSON that the runtime sent.
        at: the monotonic time at which it arrived, in seconds.
    """

    kind: str
    body: Any
    at: float


class RuntimeAPI:
    """The side of the Runtime API that Lambda itself plays.

    Attributes:
        snapshot: set when a function that starts from a snapshot is ready for it to be taken.
        restored: to be set when it is to go on from the snapshot.
    """

    def __init__(self) -> None:
        self.snapshot = threading.Event()
        self.restored = threading.Event()
        self._events: queue.Queue[tuple[bytes, int] | None] = queue.Queue()
        self._outcomes: queue.Queue[Outcome] = queue.Queue()

    def invoke(self, event: Any, *, timeout: float = 8.0) -> Outcome:
        """Hand over one event, JSON or raw bytes, and wait for how it ends.

        Args:
            event: what the function is called with.
            timeout: seconds that the function is given, and so told to have.

        Raises:
            queue.Empty: it did not end.
        """
        body = event if isinstance(event, bytes) else json.dumps(event).encode()
        self._events.put((body, int((time.time() + timeout) * 1000)))
        return self._outcomes.get(timeout=_SECONDS)

    def next_event(self) -> tuple[bytes, int] | None:
        """The event that the runtime asked for; waits until there is one, None when there will be no more."""
        return self._events.get()

    def close(self) -> None:
        """Let go of a runtime that waits for an event."""
        self._events.put(None)
        self.restored.set()

    def end(self, path: str, body: bytes) -> None:
        """Take what the runtime posted."""
        kind = path.rpartition("/")[2] if "/invocation/" in path else "init"
        self._outcomes.put(Outcome(kind, json.loads(body) if body else None, time.monotonic()))


@contextmanager
def _serve() -> Iterator[tuple[RuntimeAPI, str]]:
    """Runs a Runtime API; yields it and its address for AWS_LAMBDA_RUNTIME_API."""
    api = RuntimeAPI()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1

        def do_GET(self) -> None:
            if self.path == _RESTORE:
                api.snapshot.set()
                api.restored.wait()
                self._answer(200, b"", {})
                return
            invocation = api.next_event()
            if invocation is None:
                self.close_connection = True
                return
            event, deadline = invocation
            headers = {
                "Lambda-Runtime-Aws-Request-Id": str(uuid.uuid4()),
                "Lambda-Runtime-Deadline-Ms": str(deadline),
                "Lambda-Runtime-Invoked-Function-Arn": "arn:aws:lambda:eu-west-1:0:function:coach:live",
                "Content-Type": "application/json",
            }
            self._answer(200, event, headers)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            api.end(self.path, body)
            self._answer(202, b"{}", {})

        def _answer(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *_: object) -> None:
            """Say nothing when the runtime is stopped in the middle of waiting."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield api, f"127.0.0.1:{server.server_port}"
    finally:
        api.close()
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def function(
    environment: Mapping[str, str],
    *,
    handler: str = "lambda/handler.lambda_handler",
    folder: Path = ROOT,
    log: Path | None = None,
) -> Iterator[RuntimeAPI]:
    """Runs the code in `folder` under the real runtime client; its output goes to `log`."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    with (log or Path(os.devnull)).open("wb") as output, _serve() as (api, address):
        process = subprocess.Popen(  # noqa: S603 - the tests choose what is run
            [sys.executable, "-m", "awslambdaric", handler],
            cwd=folder,
            env={
                **inherited,
                "AWS_LAMBDA_RUNTIME_API": address,
                "AWS_LAMBDA_FUNCTION_NAME": "coach",
                "AWS_LAMBDA_FUNCTION_VERSION": "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512",
                "AWS_LAMBDA_LOG_FORMAT": "JSON",
                "LAMBDA_TASK_ROOT": str(folder),
                "AWS_REGION": "eu-west-1",
                **environment,
            },
            stdout=output,
            stderr=output,
        )
        try:
            yield api
        finally:
            process.kill()
            process.wait()
