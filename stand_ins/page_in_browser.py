"""The page in a real browser, with what a runner sees of it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import Any, Self

from playwright.sync_api import Browser, Error, Page, Playwright

FLAGS = ("--no-sandbox", "--disable-dev-shm-usage", "--autoplay-policy=no-user-gesture-required")
"""Root, as in CI, has no sandbox; only our own page is opened."""
SECONDS = 90.0
"""For anything that is waited for, on a machine that is busy."""
LOOK_AGAIN = 20
"""Milliseconds between two looks at a condition: the page's own policy forbids what looks from inside."""

__all__ = ["Browser"]


@contextmanager
def started(playwright: Playwright, path: str, flags: Sequence[str]) -> Iterator[Browser]:
    """A browser of its own; Playwright itself, which takes longer to start, can serve several."""
    opened = playwright.chromium.launch(executable_path=path, args=list(flags), timeout=SECONDS * 1000)
    yield opened
    opened.close()


class APage:
    """One tab.

    Attributes:
        page: Playwright's.
        faults: what the page's scripts threw, and what its own policy refused.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        page.set_default_timeout(SECONDS * 1000)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._note)

    def _note(self, message: Any) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.faults.append(message.text)

    def open(self, link: str) -> Self:
        """Open a link, and wait until the page has come in."""
        self.page.goto(link)
        return self.entered()

    def entered(self) -> Self:
        self.until("window.footCoach?.ready")
        return self

    def until(self, condition: str, seconds: float = SECONDS) -> Any:
        """Wait until an expression is true; gives its value."""
        late = monotonic() + seconds
        while not (value := self._try(condition)):
            assert monotonic() < late, f"{condition} is {value!r}; {self.faults}; {self.caption!r}"
            self.page.wait_for_timeout(LOOK_AGAIN)
        return value

    def _try(self, condition: str) -> Any:
        try:
            return self.page.evaluate(f"() => {condition}")
        except Error:  # between two pages
            return None

    def value(self, expression: str) -> Any:
        return self.page.evaluate(f"() => {expression}")

    def says(self, words: str) -> dict[str, Any]:
        """Type words and wait for the answer."""
        before = self.value("footCoach.coach.exchange?.reply ?? 0")
        self.page.fill("#words-said", words)
        self.page.press("#words-said", "Enter")
        return self.answered_after(before)

    def presses(self, word: str) -> dict[str, Any]:
        """Press a button of the transport and wait for the answer."""
        before = self.value("footCoach.coach.exchange?.reply ?? 0")
        self.page.click(f"[data-touch={word}]")
        return self.answered_after(before)

    def tells(self, path: str) -> list[dict[str, Any]]:
        """What the page tells the server at a path from now on."""
        told: list[dict[str, Any]] = []

        def note(request: Any) -> None:
            if request.url.endswith(path):
                told.append(request.post_data_json)

        self.page.on("request", note)
        return told

    def answered_after(self, reply: int) -> dict[str, Any]:
        self.until(f"(footCoach.coach.exchange?.reply ?? 0) > {reply}")
        exchange: dict[str, Any] = self.value("footCoach.coach.exchange")
        return exchange

    def until_second(self, second: float, seconds: float = SECONDS) -> None:
        """Wait until so much of the reply has sounded."""
        self.until(f"footCoach.coach.second >= {second}", seconds)

    def is_heard(self, words: str, seconds: float = SECONDS) -> None:
        """Wait until words are shown as they are said."""
        self.until(f"document.querySelector('.log').textContent.includes({words!r})", seconds)

    @property
    def caption(self) -> str:
        return str(self._try("document.querySelector('.caption').textContent"))

    @property
    def count(self) -> str:
        return str(self.value("document.querySelector('.count').textContent"))
