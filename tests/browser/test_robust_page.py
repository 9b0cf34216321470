"""What goes wrong around a page: slow lines, held sound, a server out of reach."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Route

from skill.browser.service import Page as Served
from stand_ins.page_in_browser import APage

Opens = Callable[..., APage]
pytestmark = pytest.mark.slow
STANDS = "footCoach.player.context.state === 'suspended'"


def test_a_sound_that_is_late_shifts_all_that_follows_and_loses_nothing(
    service: Served, open_page: Opens
) -> None:
    page = open_page(service.links[0])
    reply = page.says("open foot coach")
    held: list[Route] = []
    asked: list[str] = []

    def second_is_slow(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 2:
            held.append(route)
        else:
            route.continue_()

    page.page.route("**/sound/*", second_is_slow)
    reply = page.says("start toes on the wall")
    page.until(f"footCoach.player.performance.texts.length && {STANDS}")
    stood = page.value("footCoach.coach.second")
    page.page.evaluate("() => new Promise((r) => setTimeout(r, 300))")
    assert page.value("footCoach.coach.second") == stood
    held[0].continue_()
    page.until_second(stood + 0.3)

    first, second = page.value("footCoach.player.performance.texts.slice(0, 2)")
    assert abs((second["begins"] - first["begins"]) - (second["at"] - first["at"])) < 0.03
    assert page.value("footCoach.coach.heard().reply") == reply["reply"]


def test_sound_that_the_device_holds_goes_on_where_it_was(service: Served, open_page: Opens) -> None:
    page = open_page(service.links[0])
    page.says("start my post run stretches")
    page.until_second(0.5)

    page.page.evaluate("() => footCoach.player.context.suspend()")
    page.until("!document.getElementById('notice').hidden")
    stood = page.value("footCoach.coach.second")
    page.page.click("#notice button")
    page.until_second(stood + 0.1)

    assert page.value("footCoach.coach.second") < stood + 3
    page.until("document.getElementById('notice').hidden")


def test_a_server_out_of_reach_is_waited_for_and_the_place_is_kept(service: Served, open_page: Opens) -> None:
    page = open_page(service.links[0])
    reply = page.says("start my post run stretches")
    page.until_second(0.5)
    told = page.tells("/touch")

    page.page.route("**/touch", lambda route: route.abort())
    page.page.click("[data-touch=pause]")
    page.until("document.getElementById('notice').textContent.includes('out of reach')")
    assert page.value(STANDS)
    page.page.unroute("**/touch")
    said = page.answered_after(reply["reply"])

    assert "Paused" in said["text"]
    assert len({(one["reply"], one["heard"]) for one in told}) == 1
    page.until("document.getElementById('notice').hidden")


def test_an_answer_that_is_lost_is_asked_for_and_nothing_is_done_twice(
    service: Served, open_page: Opens
) -> None:
    page = open_page(service.links[0])
    page.says("use kilometers")
    lost: list[Route] = []

    def first_is_lost(route: Route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route)
            route.fetch()
            route.abort()

    page.page.route("**/say", first_is_lost)
    page.says("I ran ten kilometers")
    page.page.click("nav [data-view=history]")
    page.until("document.querySelectorAll('#view-history .entry').length")

    assert page.value("document.querySelectorAll('#view-history .entry').length") == 1


def test_a_sound_that_never_comes_leaves_its_time_and_its_words(service: Served, open_page: Opens) -> None:
    page = open_page(service.links[0])
    page.page.route("**/sound/*", lambda route: route.fulfill(status=404))

    page.says("start my post run stretches")
    page.is_heard("Post run stretches")
    page.until_second(0.5)

    assert page.value("footCoach.stage.shows")
