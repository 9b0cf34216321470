"""Pages of other origins, open in the browser of a runner who uses ours."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from skill.browser.service import Page as Served
from skill.browser.tab import Tab
from stand_ins.hostile_page import BROWSERS, browser
from stand_ins.page_in_browser import FLAGS, APage, started

HOSTILE = Path(__file__).with_name("hostile.js").read_text("utf-8")
OPEN = (
    # A browser's own defence, which not all have, is not what is tried here.
    "--disable-features=LocalNetworkAccessChecks",
    "--host-resolver-rules=MAP evil.example 127.0.0.1",
)
ELSEWHERE = {
    "another site": "evil.example",
    "another port of the same machine, to which the cookie goes": "127.0.0.1",
}


class Blank(BaseHTTPRequestHandler):
    """A page of a stranger's, whose script the test brings."""

    def do_GET(self) -> None:
        content = b"<!doctype html><title>stranger</title><body>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_given: object) -> None:
        pass


@pytest.fixture
def port() -> Iterator[int]:
    """Of the stranger's server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Blank)
    serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    serving.start()
    yield server.server_port
    server.shutdown()
    serving.join()
    server.server_close()


@pytest.mark.slow
@pytest.mark.skipif(browser() is None, reason=f"none of {', '.join(BROWSERS)} is installed")
@pytest.mark.parametrize("host", ELSEWHERE.values(), ids=ELSEWHERE)
def test_no_other_page_takes_a_session_over(
    service: Served, port: int, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    reached: list[str] = []
    with started(str(browser()), (*FLAGS, *OPEN)) as chromium:
        context = chromium.new_context()
        ann = APage(context.new_page()).open(service.links[0])
        ann.says("start my post run stretches")
        for name in ("say", "touch", "leave", "overhear"):
            monkeypatch.setattr(Tab, name, _noting(getattr(Tab, name), name, reached))

        stranger = context.new_page()
        stranger.goto(f"http://{host}:{port}/")
        found = stranger.evaluate(HOSTILE, service.links[0].partition("/#")[0])

        assert set(found.values()) == {"refused"}
        assert reached == []
        # Its requests were really gone: three ways and a beacon to six addresses, and what it read.
        assert caplog.text.count("request refused") >= 24
        assert "Paused" in ann.presses("pause")["text"]
    assert reached[0] == "touch"


def _noting(method: Callable[..., Any], name: str, reached: list[str]) -> Callable[..., Any]:
    def noted(*given: Any) -> Any:
        reached.append(name)
        return method(*given)

    return noted
