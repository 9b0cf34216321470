"""What is shown beside the coach: shoes, history, settings."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skill.browser.page import words_of
from skill.browser.tab import Heard, Tab
from skill.browser.views.closet import Closet
from skill.browser.views.history import History
from skill.browser.views.place import PlaceLeft
from skill.browser.views.settings import Settings
from skill.conversation.memory.walkthrough_pages import WALKTHROUGH
from skill.storage.looked_at import LookedAt
from stand_ins.page_server import ANN, BEN, skill_on
from tests.browser.a_household import Home

NOWHERE = {"exercise": "", "side": ""}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def tab(home: Home) -> Tab:
    return home.tabs().enter(ANN, "kitchen1")


def shoes(home: Home, user: str = ANN) -> dict[str, Any]:
    looking = skill_on(LookedAt(home.repository, WALKTHROUGH))
    return Closet(looking, home.repository, "en-US", home.wall)(user)


def history(home: Home, user: str = ANN) -> dict[str, Any]:
    return History(home.repository, "en-US", home.wall)(user)


def place(home: Home, user: str = ANN) -> dict[str, Any]:
    return PlaceLeft(skill_on(LookedAt(home.repository)), "en-US", home.wall)(user)


def says(tab: Tab, *sentences: str) -> None:
    for sentence in sentences:
        tab.say(sentence, Heard())


def test_the_shoes_are_those_that_the_coach_would_choose_from(home: Home, tab: Tab) -> None:
    says(tab, "add my blue trainers with a hundred miles", "I ran six miles", "add my red flats")
    says(tab, "start my post run stretches")  # a routine under way changes nothing of it

    shown = shoes(home)

    assert [(pair["name"], pair["run"], pair["chosen"]) for pair in shown["pairs"]] == [
        ("Red flats", "0 mi", True),
        ("Blue", "106 mi", False),
    ]
    assert "ran this evening" in shown["pairs"][0]["reason"]
    assert shoes(home, BEN) == {"pairs": [], "retired": [], "unknown": ""}


def test_looking_leaves_nothing_behind(home: Home, tab: Tab) -> None:
    says(tab, "add my blue trainers with a hundred miles", "I ran six miles")
    before = home.repository.read(ANN, home.wall.now)

    shoes(home)
    place(home)
    history(home)
    Settings(home.repository, "en-US", home.wall)(ANN)

    assert home.repository.read(ANN, home.wall.now) == before
    assert not home.repository.read(BEN, home.wall.now).pages


def test_the_place_that_was_left_is_told_as_long_as_the_coach_offers_it(home: Home, tab: Tab) -> None:
    assert place(home) == NOWHERE
    reply = tab.say("start toes on the wall", Heard())
    tab.leave(Heard(reply["reply"], reply["seconds"] / 2))

    assert place(home) == {"exercise": "toes on the wall", "side": "right side"}
    assert place(home, BEN) == NOWHERE
    home.wall.passes(25 * 3600)
    assert place(home) == NOWHERE


def test_what_a_red_flag_stopped_is_no_place_to_go_on_from(home: Home, tab: Tab) -> None:
    reply = tab.say("start my post run stretches", Heard())
    tab.say("my chest hurts", Heard(reply["reply"], 30))

    assert place(home) == NOWHERE


def test_what_is_retired_and_what_is_in_no_pair_is_told(home: Home, tab: Tab) -> None:
    says(
        tab,
        "use kilometers",
        "I ran ten kilometers",
        "add my blue trainers",
        "retire the blue trainers",
        "yes",
    )

    shown = shoes(home)

    assert [pair["name"] for pair in shown["retired"]] == ["blue"]
    assert shown["unknown"] == "10 km"


def test_the_history_tells_practices_and_runs_by_day(home: Home, tab: Tab) -> None:
    says(tab, "add my blue trainers", "I ran six miles yesterday")
    reply = tab.say("start toes on the wall", Heard())
    tab.say("stop", Heard(reply["reply"], reply["seconds"] - 5))
    home.wall.passes(60)

    run, practice = sorted(history(home)["entries"], key=lambda entry: entry["day"])

    assert (run["distance"], run["pair"]) == ("6 mi", "blue")
    assert practice["routine"] == "post-run"
    assert practice["done"] == ["toes on the wall"]
    assert practice["seconds"] == history(home)["seconds"] >= 70
    assert history(home)["practices"] == 1
    assert run["day"] < practice["day"]
    assert history(home, BEN) == {"entries": [], "practices": 0, "seconds": 0}


def test_what_was_left_out_is_told_of_what_is_over_alone(home: Home, tab: Tab) -> None:
    begun = tab.say("start my post run stretches", Heard())
    going_on = tab.say("next", Heard(begun["reply"], begun["screen"]["scenes"][-1]["at"]))
    (practice,) = history(home)["entries"]
    assert (practice["state"], practice["left_out"]) == ("under-way", [])

    tab.say("stop", Heard(going_on["reply"], 5))
    (practice,) = history(home)["entries"]
    assert (practice["state"], practice["left_out"]) == ("under-way", [])  # it would be gone on with
    home.wall.passes(2 * 24 * 60 * 60)
    (practice,) = history(home)["entries"]
    assert practice["state"] == "over"
    assert practice["done"] == ["toes on the wall"]
    assert "butt to heel" in practice["left_out"]


def test_what_ended_in_its_first_exercise_was_broken_off(home: Home, tab: Tab) -> None:
    reply = tab.say("start my post run stretches", Heard())
    counting = next(scene for scene in reply["screen"]["scenes"] if scene["kind"] == "counting")
    tab.say("stop", Heard(reply["reply"], counting["at"] + 12))
    home.wall.passes(2 * 24 * 60 * 60)

    (practice,) = history(home)["entries"]
    assert (practice["state"], practice["done"], practice["left_out"]) == ("broken-off", [], [])


def test_when_a_pair_ran_is_told_once(home: Home, tab: Tab) -> None:
    says(tab, "add my blue trainers", "I ran six miles", "add my red flats")

    blue = next(pair for pair in shoes(home)["pairs"] if pair["name"] == "Blue")
    assert blue["reason"] == "They ran this evening"
    assert blue["rest"] == ""


def choices() -> Iterator[Any]:
    for setting in words_of("en")["settings"]["choices"]:
        for option in setting["options"]:
            yield pytest.param(setting["name"], option, id=f"{setting['name']} {option['value']}")


@pytest.mark.parametrize(("name", "option"), [*choices()])
def test_each_setting_is_changed_by_its_sentence(
    home: Home, tab: Tab, name: str, option: dict[str, Any]
) -> None:
    others = {setting["name"]: setting["options"] for setting in words_of("en")["settings"]["choices"]}[name]
    other = next(each for each in others if each["value"] != option["value"])
    settings = Settings(home.repository, "en-US", home.wall)

    says(tab, other["say"])
    assert settings(ANN)[name] == other["value"]
    says(tab, option["say"])

    assert settings(ANN)[name] == option["value"]


def test_everything_goes_back_to_normal_by_its_sentence(home: Home, tab: Tab) -> None:
    settings = Settings(home.repository, "en-US", home.wall)
    usual = settings(BEN)
    says(tab, "hold for thirty seconds", "count down", words_of("en")["settings"]["reset"]["say"])

    assert settings(ANN) == usual
