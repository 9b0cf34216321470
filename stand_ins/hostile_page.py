"""A page of anybody's, on a port of its own, and a browser that opens it."""

import json
import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

PAGE = Path(__file__).with_suffix(".html")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SECONDS = 60.0
"""For the browser to start and the page to have tried all, on a machine that is busy."""
FLAGS = (
    "--headless",
    "--no-sandbox",  # root, as in CI, has none; only our own page is opened
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",  # keeps it open once the page is loaded
)


def browser() -> str | None:
    """The path of a Chromium, None where there is none."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def open_hostile_page(targets: Sequence[str], body: dict[str, Any], folder: Path) -> dict[str, str]:
    """Open the page in a browser, and let it send the body to each target by every way that a page has.

    Returns:
        what came of each way, as the page was told.

    Raises:
        TimeoutError: the page told nothing in time.
    """
    with _site() as (address, told):
        query = urlencode([("body", json.dumps(body)), *(("target", target) for target in targets)])
        with _opened(f"{address}/?{query}", folder):
            if not told.arrived.wait(SECONDS):
                raise TimeoutError("the page has told nothing")
    return told.told


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_given: object) -> None:
        """A browser that was ended while it asked for an icon."""


class _Told:
    """What the page says at the end."""

    def __init__(self) -> None:
        self.arrived = threading.Event()
        self.told: dict[str, str] = {}


@contextmanager
def _site() -> Iterator[tuple[str, _Told]]:
    told = _Told()

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(PAGE.read_bytes())

        def do_POST(self) -> None:
            told.told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self._answer(b"")
            told.arrived.set()

        def _answer(self, content: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_given: object) -> None:
            pass

    server = _Server(("127.0.0.1", 0), Site)
    serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    serving.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", told
    finally:
        server.shutdown()
        serving.join()
        server.server_close()


@contextmanager
def _opened(address: str, folder: Path) -> Iterator[None]:
    found = browser()
    assert found, f"none of {', '.join(BROWSERS)} is installed"
    process = subprocess.Popen(  # noqa: S603 - our own page
        [found, *FLAGS, f"--user-data-dir={folder}", address],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield
    finally:
        # With its own children, which would write on in the folder.
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
