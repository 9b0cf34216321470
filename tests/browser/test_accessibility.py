"""What axe finds in the page, in every state that a runner comes to."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skill.browser.service import Page as Served
from stand_ins.page_in_browser import APage

AXE = Path(__file__).parents[1] / "axe" / "node_modules" / "axe-core" / "axe.min.js"
RUN = "(rules) => axe.run(document, { resultTypes: ['violations'], ...rules })"
RULES: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"runOnly": {"type": "tag", "values": ["cat.color"]}},
}
"""Which are tried in each scheme: between the two nothing differs but the colours."""

Opens = Callable[..., APage]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not AXE.is_file(), reason="tests/axe is not installed; make test does it, with npm"),
]


@pytest.mark.parametrize("scheme", RULES)
def test_nothing_keeps_anybody_out(service: Served, open_page: Opens, scheme: str) -> None:
    page = open_page(service.links[0], color_scheme=scheme, reduced_motion="reduce")
    page.page.evaluate(AXE.read_text("utf-8"))

    def faults() -> list[tuple[str, Any]]:
        violations = page.page.evaluate(RUN, RULES[scheme])["violations"]
        return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in violations]

    found = {"welcome": faults()}
    for words in ("add my blue trainers with a hundred miles", "I ran six miles", "add my red flats"):
        page.says(words)
    found["asked"] = faults()
    page.says("which shoes today")
    found["closet"] = faults()
    page.says("start my post run stretches")
    found["performing"] = faults()
    page.presses("pause")
    found["paused"] = faults()
    page.page.click(".log summary")
    found["log"] = faults()
    for view in ("shoes", "history", "settings"):
        page.page.click(f"nav [data-view={view}]")
        page.until(f"document.querySelector('#view-{view} .content').children.length")
        found[view] = faults()

    assert {state: fault for state, fault in found.items() if fault} == {}
    assert page.value("document.querySelectorAll('#view-shoes .pair').length") == 2
