"""What can be tapped where the coach has asked."""

from collections.abc import Callable

import pytest

from skill.browser.service import Page as Served
from stand_ins.page_in_browser import APage

Opens = Callable[..., APage]
pytestmark = pytest.mark.slow

OFFERED = "[...document.querySelectorAll('.answers:not([hidden]) button')].map((one) => one.textContent)"


def offered(page: APage) -> list[str]:
    page.until(f"{OFFERED}.length")
    answers: list[str] = page.value(OFFERED)
    return answers


def taps(page: APage, answer: str) -> dict[str, object]:
    before = page.value("footCoach.coach.exchange.reply")
    page.page.click(f".answers button:text-is('{answer}')")
    return page.answered_after(before)


def test_a_question_can_be_answered_by_a_tap(service: Served, open_page: Opens) -> None:
    page = open_page(service.links[0])
    page.page.click("#start")

    assert offered(page) == ["Back from a run", "About to go"]
    began = taps(page, "Back from a run")

    assert began["screen"]
    assert page.value(OFFERED) == []
    page.says("ouch")
    assert offered(page) == ["Yes", "Easier", "Shorter", "Skip", "Stop"]
    assert taps(page, "Skip")["understood"] == "SkipIntent"
    assert not page.faults
