"""The device behind a tab: its clock is the sound that the page plays."""

import math
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.browser.tab import Heard, Tab
from skill.browser.tabs import MOST_TABS
from stand_ins.page_server import ANN, BEN
from tests.browser.a_household import Home

HOUR = 3600.0


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def counting(exchange: dict[str, Any]) -> dict[str, Any]:
    """The first scene in which is counted."""
    scene: dict[str, Any] = next(one for one in exchange["screen"]["scenes"] if one["kind"] == "counting")
    return scene


def started(tab: Tab) -> dict[str, Any]:
    return tab.say("start my post run stretches", Heard())


def test_a_pause_names_the_count_that_was_sounding(home: Home) -> None:
    tab = home.tabs().enter(ANN, "kitchen1")
    reply = started(tab)

    said = tab.say("pause", Heard(reply["reply"], counting(reply)["at"] + 6.2))

    assert "at count six" in said["text"]


def test_where_the_sound_stands_still_so_does_the_clock(home: Home) -> None:
    tab = home.tabs().enter(ANN, "kitchen1")
    reply = started(tab)
    home.wall.passes(HOUR)

    said = tab.touch("pause", Heard(reply["reply"], counting(reply)["at"] + 6.2))

    assert "at count six" in said["text"]


def test_a_word_after_the_sound_counts_as_the_beginning_of_the_next_part(home: Home) -> None:
    tab = home.tabs().enter(ANN, "kitchen1")
    reply = started(tab)

    said = tab.say("pause", Heard(reply["reply"], reply["seconds"], 1.5))

    assert "at the beginning of butt to heel" in said["text"]


def test_the_next_part_comes_when_it_is_due_and_not_before(home: Home) -> None:
    tab = home.tabs().enter(ANN, "kitchen1")
    reply = started(tab)
    seconds, due = reply["seconds"], reply["due"]

    early = tab.wait(Heard(reply["reply"], seconds, due - seconds - 0.2))
    come = tab.wait(Heard(reply["reply"], seconds, due - seconds))

    assert not reply["microphone"]
    assert early is None
    assert come is not None
    assert come["text"].startswith("Let's do butt to heel")
    assert tab.wait(Heard(reply["reply"], seconds, due - seconds)) == come  # asked again: the answer was lost
    assert tab.wait(Heard(reply["reply"] - 1, seconds, due - seconds)) is None


def test_what_is_sent_again_is_not_done_twice(home: Home) -> None:
    tab = home.tabs().enter(ANN, "kitchen1")
    tab.say("use kilometers", Heard(), 1)
    first = tab.say("I ran ten kilometers", Heard(1), 2)

    assert tab.say("I ran ten kilometers", Heard(1), 2) == first
    assert len(home.repository.read(ANN, home.wall.now).entries) == 1
    tab.say("I ran nine kilometers", Heard(2), 3)
    assert len(home.repository.read(ANN, home.wall.now).entries) == 2


def test_silence_after_a_question_brings_the_reprompt_and_then_the_end(home: Home) -> None:
    tab = home.tabs().enter(ANN, "kitchen1")
    reply = tab.say("open foot coach", Heard())

    again = tab.wait(Heard(reply["reply"], reply["seconds"], 8.0))
    assert again is not None
    nothing = tab.wait(Heard(again["reply"], again["seconds"], again["due"] - again["seconds"]))

    assert reply["microphone"]
    assert again["text"]
    assert nothing is None
    assert not tab.open


def test_what_is_said_while_a_reply_is_on_its_way_is_said_at_its_beginning(home: Home) -> None:
    tab = home.tabs().enter(ANN, "kitchen1")
    reply = started(tab)
    heard = Heard(reply["reply"], counting(reply)["at"] + 6.2)

    tab.say("pause", heard)
    tab.say("resume", heard)
    said = tab.say("pause", heard)

    assert "at count six" in said["text"]


def test_a_page_that_goes_away_is_found_again_where_it_was(home: Home) -> None:
    tabs = home.tabs()
    tab = tabs.enter(ANN, "kitchen1")
    reply = started(tab)
    tab.leave(Heard(reply["reply"], counting(reply)["at"] + 6.2))
    home.wall.passes(HOUR / 2)

    said = tabs.enter(ANN, "kitchen1").say("open foot coach", Heard())

    assert "at count six" in said["text"]


def test_so_is_one_in_the_last_part_whose_session_is_over(home: Home) -> None:
    tabs = home.tabs()
    tab = tabs.enter(ANN, "kitchen1")
    reply = tab.say("start toes on the wall", Heard())
    assert not reply["open"]
    tab.leave(Heard(reply["reply"], counting(reply)["at"] + 6.2))
    home.wall.passes(HOUR / 2)

    said = tabs.enter(ANN, "kitchen1").say("open foot coach", Heard())

    assert "at count six" in said["text"]


def test_a_server_that_is_started_again_learns_from_the_page_where_it_was(home: Home) -> None:
    reply = started(home.tabs().enter(ANN, "kitchen1"))
    began = datetime.fromisoformat(reply["began"])
    sounding = began + timedelta(seconds=counting(reply)["at"] + 6.2)
    home.wall.passes(HOUR / 2)

    tabs = home.tabs()
    assert tabs.tab(ANN, "kitchen1") is None
    tab = tabs.enter(ANN, "kitchen1", sounding)

    assert "at count six" in tab.say("open foot coach", Heard())["text"]


def test_two_users_and_two_tabs_keep_apart(home: Home) -> None:
    tabs = home.tabs()
    kitchen, office = tabs.enter(ANN, "kitchen1"), tabs.enter(ANN, "office01")
    other = tabs.enter(BEN, "kitchen1")
    reply = started(kitchen)

    assert tabs.tab(ANN, "kitchen1") is kitchen
    assert tabs.tab(BEN, "office01") is None
    assert "I'm Foot Coach" in other.say("open foot coach", Heard())["text"]
    office.leave(Heard())
    said = kitchen.say("pause", Heard(reply["reply"], counting(reply)["at"] + 6.2))
    assert "at count six" in said["text"]
    assert "I'm Foot Coach" in other.say("repeat", Heard(1, 9))["text"]


def test_the_tab_that_was_silent_longest_makes_room(home: Home) -> None:
    tabs = home.tabs()
    for number in range(MOST_TABS + 2):
        tabs.enter(ANN, f"tab{number:05}")
        tabs.tab(ANN, "tab00000")

    assert tabs.tab(ANN, "tab00000")
    assert [tabs.tab(ANN, f"tab0000{number}") is None for number in (1, 2, 3)] == [True, True, False]


@given(st.integers(), st.floats(), st.floats())
def test_any_time_that_a_page_tells_is_one_in_its_limits(reply: int, seconds: float, silent: float) -> None:
    heard = Heard(reply, seconds, silent)

    assert math.isfinite(heard.seconds)
    assert heard.seconds >= 0
    assert 0 <= heard.silent <= HOUR
