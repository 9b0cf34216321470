"""What the other views show of a routine that is under way."""

from collections.abc import Callable

import pytest

from skill.browser.service import Page as Served
from stand_ins.page_in_browser import APage

Opens = Callable[..., APage]


@pytest.mark.slow
def test_a_routine_is_seen_and_stopped_from_any_view(service: Served, open_page: Opens) -> None:
    page = open_page(service.links[0])
    page.page.click("nav [data-view=shoes]")
    assert page.page.is_hidden("#bar")
    page.page.click("nav [data-view=coach]")
    page.says("start toes on the wall")
    assert page.page.is_hidden("#bar")

    page.page.click("nav [data-view=shoes]")
    page.until("!document.getElementById('bar').hidden")
    assert page.page.inner_text("#bar .exercise") == "Toes on the wall, right side"
    before = page.value("footCoach.coach.exchange.reply")
    page.page.click("#bar button:has-text('Pause')")
    assert "Paused" in page.answered_after(before)["text"]

    page.until("document.querySelector('#bar .count').textContent === 'paused'")
    page.page.click("#bar button:has-text('Resume')")
    assert page.answered_after(before + 1)["screen"]["scenes"]
    page.page.click("#bar a")
    page.until("document.getElementById('bar').hidden")
    assert page.page.is_visible(".stage")
    assert not page.faults
