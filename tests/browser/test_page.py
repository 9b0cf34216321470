"""The page in a real browser: what a runner sees, presses and hears."""

import re
from collections.abc import Callable
from math import floor
from pathlib import Path
from time import monotonic

import pytest

from skill.browser.service import Page as Served
from skill.browser.tab import Heard, Tab
from stand_ins.page_in_browser import APage, Browser
from stand_ins.page_server import page_server, running

Opens = Callable[..., APage]
WITHIN = 0.5
"""Seconds by which what was heard may differ from what sounds: what is on its way to the ear."""


@pytest.mark.slow
def test_the_coach_is_opened_performs_and_is_paused_at_the_count_that_is_shown(
    service: Served, open_page: Opens
) -> None:
    page = open_page(service.links[0])

    page.page.click("#start")
    page.is_heard("I'm Foot Coach")
    page.says("hold for ten seconds")
    page.says("just count")
    reply = page.says("start toes on the wall")
    counting = next(scene for scene in reply["screen"]["scenes"] if scene["kind"] == "counting")
    page.until_second(counting["at"] + 3.3)
    shown = page.value("[document.querySelector('.count').textContent, footCoach.coach.second]")
    assert int(shown[0]) == floor(shown[1] - counting["at"])
    paused = page.presses("pause")

    assert "toes on the wall" in paused["text"]
    assert "at count three" in paused["text"] or "at count four" in paused["text"]
    assert page.value("document.querySelector('.exercise').textContent") == "Toes on the wall"
    assert page.value("document.querySelector('.side').textContent") == "right side"
    page.until("document.querySelector('.transport .main').dataset.touch === 'resume'")
    assert page.presses("resume")["screen"]["scenes"]
    assert not page.faults


def test_each_press_does_what_its_word_does(service: Served, open_page: Opens) -> None:
    page = open_page(service.links[0])
    page.says("start my post run stretches")

    assert "butt to heel" in page.presses("next")["text"]
    assert "toes on the wall" in page.presses("back")["text"].lower()
    assert page.presses("repeat")["text"]
    before = page.value("footCoach.coach.exchange.reply")
    page.page.locator("main").press("Escape")
    assert "Paused" in page.answered_after(before)["text"]
    page.page.locator("main").press("ArrowRight")
    assert "butt to heel" in page.answered_after(before + 1)["text"]


def test_the_keys_work_where_one_types(service: Served, open_page: Opens) -> None:
    page = open_page(service.links[0])
    page.says("start my post run stretches")
    field = page.page.locator("#words-said")
    before = page.value("footCoach.coach.exchange.reply")

    field.press("ArrowRight")
    assert "butt to heel" in page.answered_after(before)["text"]
    field.fill("how much longer")
    field.press("ArrowLeft")
    field.press("Escape")
    assert "Paused" in page.answered_after(before + 1)["text"]
    assert field.input_value() == "how much longer"
    field.fill("")
    page.until("document.querySelector('.transport .main').dataset.touch === 'resume'")
    field.press("Escape")
    assert page.answered_after(before + 2)["screen"]["scenes"][0]["kind"] != "waiting"


@pytest.mark.slow
def test_the_time_that_is_left_stands_still_while_it_waits(service: Served, open_page: Opens) -> None:
    page = open_page(service.links[0])
    page.says("start my post run stretches")
    left = page.presses("pause")["screen"]["left"]
    shown = "document.querySelector('.left').textContent"
    minutes, seconds = divmod(round(left), 60)
    page.until(f"{shown} === '{minutes}:{seconds:02} left'")
    page.until_second(1.6)
    page.page.wait_for_function("() => new Promise(requestAnimationFrame)")

    assert page.value(shown) == f"{minutes}:{seconds:02} left"


@pytest.mark.slow
def test_a_reload_in_the_middle_keeps_the_place(
    service: Served, open_page: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[Heard] = []
    leave = Tab.leave

    def noted(tab: Tab, heard: Heard) -> None:
        left.append(heard)
        leave(tab, heard)

    monkeypatch.setattr(Tab, "leave", noted)
    page = open_page(service.links[0])
    page.says("start my post run stretches")
    page.until_second(1.5)

    heard, at = page.value("footCoach.coach.second"), monotonic()
    page.page.reload()
    reloaded = monotonic()
    page.entered()
    page.says("open foot coach")
    page.is_heard("You stopped at the beginning of toes on the wall")

    assert heard - WITHIN <= left[0].seconds <= heard + reloaded - at + WITHIN


@pytest.mark.slow
def test_who_comes_back_goes_on_from_the_place_by_the_large_button(service: Served, open_page: Opens) -> None:
    page = open_page(service.links[0])
    reply = page.says("start toes on the wall")
    page.until_second(reply["screen"]["scenes"][0]["at"] + 1.5)

    page.page.reload()
    page.entered()
    page.until("document.getElementById('start').textContent.startsWith('Go on from')")
    assert page.page.inner_text("#start") == "Go on from toes on the wall, right side"
    before = page.value("footCoach.coach.exchange?.reply ?? 0")
    page.page.click("#start")
    answer = page.answered_after(before)

    assert answer["understood"] == "AMAZON.ResumeIntent"
    assert answer["screen"]["scenes"][0]["exercise"] == "toes-on-wall"
    assert not page.faults


@pytest.mark.slow
def test_two_tabs_and_two_users_keep_apart(service: Served, open_page: Opens) -> None:
    ann, ben = (open_page(link) for link in service.links)
    again = APage(ann.page.context.new_page()).open(service.links[0].partition("#")[0])

    ann.says("start my post run stretches")
    ben.page.click("#start")
    ben.is_heard("I'm Foot Coach")
    again.says("what can you do")

    assert ann.value("footCoach.stage.shows")
    assert not ben.value("footCoach.stage.shows")
    assert re.search("Paused at (the beginning of )?toes on the wall", str(ann.presses("pause")["text"]))


def test_a_browser_without_a_key_is_told_what_to_do(service: Served, chromium: Browser) -> None:
    with chromium.new_context() as context:
        page = APage(context.new_page())
        page.page.goto(service.links[0].partition("#")[0])

        page.until("document.getElementById('notice').textContent.includes('Open the link')")
        assert not page.page.locator("button:visible, input:visible, nav:visible").count()

        page.page.evaluate(f"location.href = '{service.links[0]}'")  # in the same tab: nothing is loaded anew
        page.entered()
        assert page.page.is_visible("#start")
        assert page.value("location.href") == f"{service.links[0].partition('#')[0]}"


@pytest.mark.slow
def test_a_server_that_is_started_again_goes_on_where_it_was(tmp_path: Path, open_page: Opens) -> None:
    with running(page_server(tmp_path)) as before:
        page = open_page(before.links[0])
        page.says("start my post run stretches")
        page.until_second(1.5)
        heard, at = page.value("footCoach.coach.second"), monotonic()
    told = page.tells("/enter")
    with running(page_server(tmp_path, port=before.server.port)):
        page.page.click("[data-touch=pause]")
        page.is_heard("You stopped at the beginning of toes on the wall")

    gone = monotonic() - at
    assert told
    for came in told:  # once more for each time that the server was not there yet
        assert heard - WITHIN <= came["heard"] <= heard + gone + WITHIN
        assert came["began"]


@pytest.mark.slow
def test_a_change_of_the_settings_is_answered_where_it_is_made(service: Served, open_page: Opens) -> None:
    page = open_page(service.links[0], viewport={"width": 360, "height": 740})
    page.page.click("nav [data-view=settings]")
    page.page.select_option("#setting-hold_seconds", "20")
    answer = page.page.locator("#view-settings [role=status]")

    page.until("document.querySelector('#view-settings [role=status]').textContent.startsWith('Coach: ')")
    assert "twenty seconds" in str(answer.text_content()).lower()
    box = answer.bounding_box()
    assert box is not None
    assert 0 < box["y"] < box["y"] + box["height"] <= 740
    assert "espeak-ng" in page.value("document.getElementById('view-settings').textContent")


@pytest.mark.parametrize("view", ["shoes", "history", "settings"])
def test_each_view_is_there_by_the_keyboard(service: Served, open_page: Opens, view: str) -> None:
    page = open_page(service.links[0])

    page.page.locator(f"nav [data-view={view}]").press("Enter")
    page.until(f"document.querySelector('#view-{view} .content').children.length")

    assert (
        page.value(f"document.querySelector('nav [data-view={view}]').getAttribute('aria-current')") == "page"
    )
    assert not page.faults
