import timeit
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright, sync_playwright

from skill.browser.service import Page as Served
from skill.ears.transcript import SAMPLE_RATE
from skill.ears.whisper import WhisperEars
from stand_ins.hostile_page import BROWSERS, browser
from stand_ins.page_in_browser import FLAGS, APage, Browser, started
from stand_ins.page_server import page_server, running

KEEPING_UP = 1.5
"""Seconds at most for two seconds of sound; where there is nothing else to do, half a second is enough."""


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Served]:
    """A server that answers, on a store of its own."""
    with running(page_server(tmp_path)) as served:
        yield served


@pytest.hookimpl(tryfirst=True)  # ahead of xdist, which then reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What sounds in a browser comes last, one after the other: it needs the time that others would take."""
    sounding = [item for item in items if "playwright" in getattr(item, "fixturenames", ())]
    for item in sounding:
        item.add_marker(pytest.mark.xdist_group("browser"))
        item.add_marker(pytest.mark.real_time)
    items[:] = [*(item for item in items if item not in set(sounding)), *sounding]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers, where there is one."""
    if browser() is None:
        pytest.skip(f"none of {', '.join(BROWSERS)} is installed")
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """A real browser."""
    with started(playwright, str(browser()), FLAGS) as opened:
        yield opened


@pytest.fixture(scope="session")
def _ears_that_keep_up() -> None:
    """Ears that are done with a word before the next is said; elsewhere nobody can be heard."""
    ears, sound = WhisperEars(), bytes(2 * SAMPLE_RATE * 2)
    took = max(timeit.repeat(lambda: ears.transcribe(sound), number=1, repeat=3))
    if took > KEEPING_UP:
        pytest.skip(f"this machine listens to two seconds of sound for {took:.1f} s: too slow to talk with")


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
