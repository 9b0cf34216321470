"""Pages of other origins, open in the browser of a runner who uses ours."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Route

from skill.browser.service import Page as Served
from skill.browser.tab import Tab
from stand_ins.page_in_browser import APage

Opens = Callable[..., APage]
HOSTILE = Path(__file__).with_name("hostile.js").read_text("utf-8")
ELSEWHERE = {
    "another site": "http://evil.example/",
    "another port of the same machine, to which the cookie goes": "http://127.0.0.1:9/",
}


@pytest.mark.slow
@pytest.mark.parametrize("address", ELSEWHERE.values(), ids=ELSEWHERE)
def test_no_other_page_takes_a_session_over(
    service: Served, open_page: Opens, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    ann = open_page(service.links[0])
    ann.says("start my post run stretches")
    reached: list[str] = []
    for name in ("say", "touch", "leave", "overhear"):
        monkeypatch.setattr(Tab, name, _noting(getattr(Tab, name), name, reached))

    stranger = ann.page.context.new_page()
    stranger.route(f"{address}**", _a_page)
    stranger.goto(address)
    found = stranger.evaluate(HOSTILE, service.links[0].partition("/#")[0])

    assert set(found.values()) == {"refused"}
    assert reached == []
    assert "Paused" in ann.presses("pause")["text"]
    assert reached == ["touch"]


def _a_page(route: Route) -> None:
    route.fulfill(content_type="text/html", body="<!doctype html><title>stranger</title><body>")


def _noting(method: Callable[..., Any], name: str, reached: list[str]) -> Callable[..., Any]:
    def noted(*given: Any) -> Any:
        reached.append(name)
        return method(*given)

    return noted
