"""What is seen stays in its place, and tells at once what has become of what was said or pressed."""

from collections.abc import Callable
from typing import Any

import pytest

from skill.browser.service import Page as Served
from stand_ins.page_in_browser import APage

Opens = Callable[..., APage]
PREPARING = "One moment …"
SPOKEN = "document.getElementById('spoken').textContent"


def places(page: APage) -> dict[str, Any]:
    parts = (".picture", ".ring", ".what", ".transport", ".say input")
    return {part: page.page.locator(part).first.bounding_box() for part in parts}


def held(page: APage, pattern: str) -> Callable[..., None]:
    """Hold what the page asks for back, until it is let go; with an error, it fails once."""
    waiting: list[Any] = []
    gone: list[bool] = []

    def came(route: Any) -> None:
        if gone:
            route.continue_()
        else:
            waiting.append(route)

    def let_go(error: str = "") -> None:
        gone.append(True)
        for route in waiting:
            if error:
                route.abort(error)
            else:
                route.continue_()

    page.page.route(pattern, came)
    return let_go


@pytest.mark.slow
@pytest.mark.parametrize("size", [(360, 740), (768, 1024), (1440, 900)])
def test_nothing_moves_when_captions_and_notices_come_or_something_is_opened(
    service: Served, open_page: Opens, size: tuple[int, int]
) -> None:
    page = open_page(service.links[0], viewport={"width": size[0], "height": size[1]})
    page.says("start my post run stretches")
    page.until("document.querySelector('.picture svg')")
    before = places(page)

    page.value("footCoach.listening._lost({ reason: 'none' })")
    assert "no microphone" in page.value("document.querySelector('.ears').textContent")
    assert places(page) == before
    page.page.click(".log summary")
    assert places(page) == before
    page.page.click(".log summary")
    page.page.click(".ears-more summary")
    assert places(page) == before
    page.page.click(".ears-more summary")
    page.presses("pause")
    page.until("document.querySelector('.caption').textContent.includes('Paused')")
    assert places(page) == before
    page.value("document.getElementById('notice').hidden = false")
    assert places(page) == before


@pytest.mark.slow
def test_what_is_read_from_a_mat_is_large_on_a_phone(service: Served, open_page: Opens) -> None:
    page = open_page(service.links[0], viewport={"width": 360, "height": 740})
    page.says("start my post run stretches")

    for part in ("exercise", "side", "set"):
        size = page.value(f"parseFloat(getComputedStyle(document.querySelector('.{part}')).fontSize)")
        assert size >= 24, part
    fits = "((field) => { field.value = field.placeholder; return field.scrollWidth <= field.clientWidth; })"
    assert page.value(f"{fits}(document.querySelector('#words-said'))")


@pytest.mark.slow
def test_a_caption_that_is_too_long_for_its_place_is_smaller_and_whole(
    service: Served, open_page: Opens
) -> None:
    page = open_page(service.links[0], viewport={"width": 360, "height": 740})
    page.says("start my post run stretches")
    page.says("how much longer")
    page.until("footCoach.coach.second > 0.1")
    page.value("document.querySelector('.caption span').textContent = 'word '.repeat(40)")
    page.value("document.querySelector('.caption').style.setProperty('width', '320px')")

    page.until("((box) => box.scrollHeight <= box.clientHeight + 1)(document.querySelector('.caption'))")


@pytest.mark.slow
def test_what_is_being_made_is_waited_for_in_words(service: Served, open_page: Opens) -> None:
    page = open_page(service.links[0])
    page.says("what can you do")
    page.until("document.querySelector('.caption').textContent.length > 20")
    let_go = held(page, "**/sound/*")
    page.says("start my post run stretches")

    assert page.caption == PREPARING
    page.until(f"{SPOKEN}.includes('{PREPARING}')")
    let_go()
    page.until(f"document.querySelector('.caption').textContent !== '{PREPARING}'")
    assert page.value(SPOKEN) == page.caption


@pytest.mark.slow
def test_the_page_is_not_empty_while_it_is_opened(service: Served, open_page: Opens) -> None:
    page = open_page(service.links[0])
    let_go = held(page, "**/say")
    page.page.click("#start")

    page.until(f"document.querySelector('.caption').textContent === '{PREPARING}'")
    assert page.page.locator(".caption").is_visible()
    let_go("connectionreset")
    page.until("document.getElementById('notice').textContent.includes('out of reach')")
    page.is_heard("I'm Foot Coach")
    page.until("document.getElementById('notice').hidden")


@pytest.mark.slow
def test_a_notice_goes_with_the_next_thing_said_or_pressed(service: Served, open_page: Opens) -> None:
    page = open_page(service.links[0])
    page.says("start my post run stretches")
    note = "document.querySelector('.ears .note').textContent"
    acts: list[Callable[[], Any]] = [lambda: page.presses("pause"), lambda: page.says("how much longer")]
    for act in acts:
        page.value("footCoach.listening._lost({ reason: 'none' })")
        assert "no microphone" in page.value(note)
        act()
        assert page.value(note) == ""


@pytest.mark.slow
def test_what_was_said_and_pressed_is_there_the_newest_first(service: Served, open_page: Opens) -> None:
    page = open_page(service.links[0])
    page.says("start my post run stretches")
    page.is_heard("Post run stretches")
    page.presses("pause")
    page.is_heard("Paused at")
    page.page.click(".log summary")

    lines = page.page.locator(".log p").all_text_contents()
    assert lines[0].startswith("Coach: Paused at")
    assert lines[1] == "Pressed: Pause"
    assert lines[-1] == "You: start my post run stretches"
    assert page.page.locator(".log p").first.is_visible()
