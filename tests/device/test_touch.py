"""A touch on the screen does what its word does."""

from pathlib import Path
from typing import Any

import pytest

from skill.conversation.turn.reply import Touch
from skill.device.echo import Echo, Exchange
from skill.device.screen_clock import ScreenEvent
from tests.device.a_speaker import speaker

WORDS = {
    Touch.PAUSE: "pause",
    Touch.RESUME: "resume",
    Touch.NEXT: "next",
    Touch.BACK: "previous",
    Touch.REPEAT: "repeat",
}


@pytest.fixture
def show(tmp_path: Path) -> Echo:
    return shown(tmp_path)


def shown(folder: Path) -> Echo:
    """A device with a screen, thirty-five seconds into a routine."""
    echo = speaker(folder)
    echo.envelopes.screen = True
    echo.hear("open foot coach")
    echo.hear("start my post run stretches")
    echo.wait(35)
    return echo


def heard(exchange: Exchange | None) -> tuple[str, Any]:
    assert exchange
    response = dict(exchange.response["response"])
    return exchange.timeline.text, [each["datasources"].get("screen") for each in response["directives"]]


@pytest.mark.parametrize("touch", Touch)
def test_a_touch_is_answered_as_its_word_is(tmp_path: Path, touch: Touch) -> None:
    (tmp_path / "touched").mkdir()
    (tmp_path / "spoken").mkdir()
    touched = heard(shown(tmp_path / "touched").touch(touch))
    spoken = heard(shown(tmp_path / "spoken").hear(WORDS[touch]))
    assert touched == spoken
    assert touched[0]


def test_a_second_touch_on_a_screen_that_has_been_replaced_does_nothing(show: Echo) -> None:
    before = show.touch("next")
    assert before
    stale = ScreenEvent(0.0, "an older reply", ["next", "an older reply"], touched=True)
    answer = show.skill(show.envelopes.screen_event(show.now, stale))
    assert not answer["response"]
    assert "walkthrough" in answer["sessionAttributes"]


def test_a_touch_on_the_screen_that_was_there_before_a_pause_does_nothing(show: Echo) -> None:
    token = show.hear("repeat").response["response"]["directives"][-1]["token"]
    show.wait(2)
    show.hear("pause")
    late = ScreenEvent(0.0, token, ["next", token], touched=True)
    assert not show.skill(show.envelopes.screen_event(show.now, late))["response"]


def test_a_touch_that_is_not_answered_leaves_what_is_sounding(show: Echo) -> None:
    left = show.reply_left
    exchange = show.touch("nothing that is there")
    assert exchange
    assert not exchange.response["response"]
    assert show.reply_left == left
    assert any("butt to heel" in one.timeline.text for one in show.wait(left + 10))


def test_nothing_is_touched_where_nothing_is_shown(tmp_path: Path) -> None:
    echo = speaker(tmp_path)
    assert echo.touch("next") is None
    echo.hear("open foot coach")
    assert echo.touch("next") is None


def test_what_is_touched_on_a_paused_screen_goes_on(show: Echo) -> None:
    show.touch("pause")
    show.wait(5)
    text, _ = heard(show.touch("resume"))
    assert "toes on the wall" in text.lower()


@pytest.mark.parametrize(
    "arguments", [[], ["next"], ["next", "x", "y"], ["next", 1], [None, None], [{"next": 1}], "next", 7]
)
def test_strange_arguments_are_answered_with_nothing(show: Echo, arguments: Any) -> None:
    event = ScreenEvent(0.0, "x", arguments, touched=True)
    answer = show.skill(show.envelopes.screen_event(show.now, event))
    assert not answer["response"]
