"""What a phone has beside a screen: keys of its lock screen, and a screen that goes dark."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from skill.browser.service import Page as Served
from stand_ins.page_in_browser import APage

Opens = Callable[..., APage]
NOTED = """
window.noted = { keys: {}, wakeful: 0 };
navigator.mediaSession.setActionHandler = (action, handler) => { noted.keys[action] = handler; };
Object.defineProperty(navigator, "wakeLock", { value: { request: async () => {
  noted.wakeful += 1;
  return { addEventListener() {}, release: async () => { noted.wakeful -= 1; } };
} } });
"""


@pytest.mark.slow
def test_its_keys_do_what_the_words_do_and_the_screen_stays_on(service: Served, chromium: Browser) -> None:
    with chromium.new_context(viewport={"width": 360, "height": 740}) as context:
        context.add_init_script(NOTED)
        page = APage(context.new_page()).open(service.links[0])
        page.says("start my post run stretches")
        page.until("noted.wakeful === 1")

        for key, words in (
            ("nexttrack", "butt to heel"),
            ("previoustrack", "toes on the wall"),
            ("pause", "Paused"),
        ):
            before = page.value("footCoach.coach.exchange.reply")
            page.value(f"noted.keys.{key}()")
            assert words.lower() in page.answered_after(before)["text"].lower()

        page.until(
            "footCoach.stage.scene.kind === 'waiting' && navigator.mediaSession.playbackState === 'paused'"
        )
        page.until("!footCoach.player.sounding && noted.wakeful === 0")
        assert page.value("document.documentElement.scrollWidth") == 360


@pytest.mark.slow
@pytest.mark.parametrize("size", [(360, 640), (768, 1024), (1440, 900), (844, 390)])
def test_all_that_a_runner_needs_is_in_sight(
    service: Served, open_page: Opens, size: tuple[int, int]
) -> None:
    page = open_page(service.links[0], viewport={"width": size[0], "height": size[1]})
    page.says("start my post run stretches")
    page.until("document.querySelector('.picture svg')")

    for part in (".picture", ".ring", ".exercise", ".side", ".transport .main"):
        box = page.page.locator(part).first.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0] + 1
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= size[1] + 1, part
    count = page.value("parseFloat(getComputedStyle(document.querySelector('.count')).fontSize)")
    assert count * (46 / 15.5) >= 48  # a word stands there now; a number is three times as high
