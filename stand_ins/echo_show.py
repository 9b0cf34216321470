"""An Echo Show on this machine: Amazon's own drawing of APL, in a browser that nobody sees."""

import json
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page, sync_playwright

from stand_ins.hostile_page import browser

HERE: Final = Path(__file__).parent
VIEWHOST: Final = HERE.parent / "tests/apl_viewhost/node_modules/apl-viewhost-web/index.js"
"""Amazon's viewhost of APL 1.4 as WebAssembly: the newest that has its engine with it."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """A screen.

    Attributes:
        width: in density-independent pixels.
        height: the same.
        dpi: dots per inch.
        shape: "RECTANGLE" or "ROUND".
        theme: "dark" or "light".
        mode: "HUB" or "TV".
    """

    width: int
    height: int
    dpi: int = 160
    shape: str = "RECTANGLE"
    theme: str = "dark"
    mode: str = "HUB"


def missing() -> str:
    """What is needed and not there; empty where nothing is missing."""
    if not VIEWHOST.is_file():
        return "Amazon's viewhost is not installed: it needs npm (make test)"
    return "" if browser() else "there is no Chromium"


@dataclass(frozen=True, slots=True)
class Box:
    """Where something is, in density-independent pixels from the screen's upper left corner."""

    left: float
    top: float
    width: float
    height: float


class EchoShow:
    """A screen that shows what a response tells it to, on a clock of its own."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._viewport = Viewport(960, 480)

    def show(self, directive: Mapping[str, Any], viewport: Viewport) -> None:
        """Show a `RenderDocument` directive, as of its beginning.

        Raises:
            ValueError: Amazon's viewhost does not take the document; the message says what it says.
        """
        self._viewport = viewport
        self._page.set_viewport_size({"width": viewport.width, "height": viewport.height})
        given = [directive, asdict(viewport)]
        if not self._page.evaluate("([directive, screen]) => show(directive, screen)", given):
            raise ValueError(json.dumps(self.complaints()))

    def run_to(self, seconds: float) -> None:
        """Let the time since the document was shown go on to this."""
        self._page.evaluate("ms => runTo(ms)", seconds * 1000)

    def texts(self) -> list[str]:
        """What can be read."""
        found: list[str] = self._page.evaluate("texts()")
        return found

    def cut(self) -> list[str]:
        """What can be read of it, but lies outside the screen's shape; without what can be scrolled to."""
        found: list[str] = self._page.evaluate("screen => cut(screen)", asdict(self._viewport))
        return found

    def ring(self) -> float:
        """The share of the ring that is drawn."""
        share: float = self._page.evaluate("ring()")
        return share

    def pictures_shown(self) -> list[int]:
        """Which of the pictures that lie on top of each other can be seen, by their places."""
        found: list[int] = self._page.evaluate("picturesShown()")
        return found

    def box(self, component: str) -> Box:
        """Where the component with this id is."""
        return Box(**self._page.evaluate("id => boxOf(id)", component))

    def touch(self, component: str) -> None:
        """Touch the component with this id, in its middle; nothing is felt for half a second at first."""
        box = self.box(component)
        self._page.mouse.click(box.left + box.width / 2, box.top + box.height / 2)
        self._page.evaluate("runTo(now() + 100)")

    def is_light(self) -> bool:
        """Whether its ground is light."""
        light: bool = self._page.evaluate("isLight()")
        return light

    def events(self) -> list[list[Any]]:
        """The arguments of every event that was sent, oldest first."""
        return [each["event"]["arguments"] for each in self._page.evaluate("heard()") if "event" in each]

    def complaints(self) -> list[Any]:
        """What the viewhost complained of, without a pixel that is lost in rounding."""
        found = [each for each in self._page.evaluate("heard()") if "event" not in each]
        return [each for each in found if not _is_rounding(str(each.get("message", "")))]

    def picture(self) -> bytes:
        """What is seen, as a PNG."""
        return self._page.screenshot()

    @property
    def page(self) -> Page:
        """The browser's page."""
        return self._page


def _is_rounding(message: str) -> bool:
    sizes = re.findall(r"(?:WIDTH|HEIGHT): (\d+) => (\d+)", message)
    return bool(sizes) and all(abs(int(wanted) - int(had)) <= 1 for wanted, had in sizes)


@contextmanager
def echo_show() -> Iterator[EchoShow]:
    """A screen, switched on."""
    with _site() as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        try:
            page = chromium.new_page()
            page.goto(address)
            yield EchoShow(page)
        finally:
            chromium.close()


@contextmanager
def _site() -> Iterator[str]:
    """The page and the viewhost, on loopback."""
    files = {
        "/": ("text/html", HERE / "echo_show.html"),
        "/echo_show.js": ("text/javascript", HERE / "echo_show.js"),
        "/apl-viewhost-web.js": ("text/javascript", VIEWHOST),
    }

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, path = files.get(self.path, ("", None))
            self.send_response(200 if path else 404)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.end_headers()
            if path:
                self.wfile.write(path.read_bytes())

        def log_message(self, *_given: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
