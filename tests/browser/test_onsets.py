"""When counts sound: by the page's own code, in what it renders."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skill.browser.service import Page as Served
from stand_ins.page_in_browser import APage

Opens = Callable[..., APage]
ONSETS = Path(__file__).with_name("onsets.js").read_text("utf-8")
NEAR = 0.030
"""Seconds by which a count may miss its own (the issue)."""


def whole_routine(page: APage, words: str) -> list[dict[str, Any]]:
    """All replies of a routine, as the page gets them, without waiting for their sound."""
    reply = page.says(words)
    replies = [reply]
    while reply["due"] is not None and not reply["microphone"]:
        heard = {
            "reply": reply["reply"],
            "heard": reply["seconds"],
            "silent": reply["due"] - reply["seconds"],
        }
        come = page.page.evaluate("heard => footCoach.server.wait(heard)", heard)
        reply = come["exchange"]
        replies.append(reply)
    return replies


@pytest.mark.slow
def test_every_count_of_a_whole_routine_begins_on_its_second(service: Served, open_page: Opens) -> None:
    page = open_page(service.links[0])
    replies = whole_routine(page, "start my post run stretches")

    counts = [
        count
        for reply in replies
        for count in page.page.evaluate(ONSETS, {"speech": reply["speech"], "seconds": reply["seconds"]})
    ]

    assert len(replies) == 4
    assert len(counts) > 100
    missed = [one for one in counts if one["found"] is None or abs(one["found"] - one["planned"]) > NEAR]
    assert not missed
