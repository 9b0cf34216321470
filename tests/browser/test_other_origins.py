"""Pages of other origins, open in the browser of a runner who uses ours."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Playwright

from skill.browser.service import Page as Served
from skill.browser.tab import Tab
from stand_ins.hostile_page import browser
from stand_ins.page_in_browser import FLAGS, APage, Browser, started

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


@pytest.fixture(params=list(ELSEWHERE.values()), ids=list(ELSEWHERE))
def elsewhere(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of the stranger's page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Blank)
    serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    serving.start()
    yield f"http://{request.param}:{server.server_port}/"
    server.shutdown()
    serving.join()
    server.server_close()


@pytest.fixture
def open_browser(playwright: Playwright) -> Iterator[Browser]:
    with started(playwright, str(browser()), (*FLAGS, *OPEN)) as opened:
        yield opened


@pytest.mark.slow
def test_no_other_page_takes_a_session_over(
    open_browser: Browser,
    service: Served,
    elsewhere: str,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reached: list[str] = []
    with open_browser.new_context() as context:
        ann = APage(context.new_page()).open(service.links[0])
        ann.says("start my post run stretches")
        for name in ("say", "touch", "leave", "overhear"):
            monkeypatch.setattr(Tab, name, _noting(getattr(Tab, name), name, reached))

        stranger = context.new_page()
        stranger.goto(elsewhere)
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
