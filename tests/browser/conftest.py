from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from skill.browser.service import Page as Served
from stand_ins.hostile_page import BROWSERS, browser
from stand_ins.page_in_browser import FLAGS, APage, Browser, started
from stand_ins.page_server import page_server, running


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Served]:
    """A server that answers, on a store of its own."""
    with running(page_server(tmp_path)) as served:
        yield served


@pytest.fixture(scope="module")  # Playwright runs once at a time, and other modules start it too
def chromium() -> Iterator[Browser]:
    """A real browser."""
    found = browser()
    if found is None:
        pytest.skip(f"none of {', '.join(BROWSERS)} is installed")
    with started(found, FLAGS) as opened:
        yield opened


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[..., APage]]:
    """Opens a link in a context of its own, as another person's browser."""
    contexts = []

    def opened(link: str, **options: Any) -> APage:
        context = chromium.new_context(**options)
        contexts.append(context)
        return APage(context.new_page()).open(link)

    yield opened
    for context in contexts:
        context.close()
