import json
from datetime import date
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Slot as SdkSlot
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa.envelope import reduced
from skill.alexa.slots import Slots
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day

DYNAMIC = "amzn1.er-authority.echo-sdk.dynamic.amzn1.ask.skill.1.Shoe"
STATIC = "amzn1.er-authority.echo-sdk.amzn1.ask.skill.1.Shoe"


def matched(authority: str, *ids: str) -> dict[str, Any]:
    values = [{"value": {"name": f"the {id_}", "id": id_}} for id_ in ids]
    return {"authority": authority, "status": {"code": "ER_SUCCESS_MATCH"}, "values": values}


def unmatched(authority: str, code: str = "ER_SUCCESS_NO_MATCH") -> dict[str, Any]:
    return {"authority": authority, "status": {"code": code}}


def slots(value: str | None, *resolutions: dict[str, Any], name: str = "thing") -> Slots:
    body: dict[str, Any] = {"name": name, "confirmationStatus": "NONE"}
    if value is not None:
        body["value"] = value
    if resolutions:
        body["resolutions"] = {"resolutionsPerAuthority": [*resolutions]}
    event = {"request": {"type": "IntentRequest", "intent": {"slots": {name: body}}}}
    read = reduced(event)["request"]["intent"]["slots"][name]
    return Slots({name: DefaultSerializer().deserialize(json.dumps(read), SdkSlot)})


def test_a_slot_that_was_not_filled_is_not_there() -> None:
    empty = slots(None)
    assert empty.get("thing") is None
    assert empty.text("thing") is None
    assert empty.whole("thing") is None
    assert empty.seconds("thing") is None
    assert Slots(None).get("thing") is None


def test_a_slot_holds_what_was_said_and_what_it_can_stand_for() -> None:
    assert slots("the wall", matched(STATIC, "wall")).get("thing") == Slot("the wall", ("wall",))


def test_words_outside_the_type_stand_for_nothing_known() -> None:
    assert slots("a spaceship", unmatched(STATIC)).get("thing") == Slot("a spaceship", ())
    assert slots("a spaceship").get("thing") == Slot("a spaceship", ())


def test_the_runners_own_names_come_first_and_none_comes_twice() -> None:
    heard = slots("pegasus", matched(STATIC, "peg", "pegasus"), matched(DYNAMIC, "blue", "peg")).get("thing")
    assert heard == Slot("pegasus", ("blue", "peg", "pegasus"))


@pytest.mark.parametrize("code", ["ER_ERROR_TIMEOUT", "ER_ERROR_EXCEPTION", "ER_SUCCESS_NO_MATCH"])
def test_a_resolution_that_failed_stands_for_nothing(code: str) -> None:
    assert slots("wall", unmatched(STATIC, code)).get("thing") == Slot("wall", ())


@pytest.mark.parametrize(
    ("said", "number"),
    [("7", 7), (" 12 ", 12), ("-3", -3), ("?", None), ("", None), ("1.5", None), ("1e3", None), ("٣", None)],
)
def test_a_whole_number_is_read_and_nothing_else_taken_for_one(said: str, number: int | None) -> None:
    assert slots(said).whole("thing") == number


@pytest.mark.parametrize(
    ("duration", "seconds"),
    [
        ("PT30S", 30),
        ("PT5M", 300),
        ("PT1H30M", 5400),
        ("PT1.5S", 2),
        ("P1D", 86_400),
        ("P1W", 604_800),
        ("P1DT1S", 86_401),
        ("PT0S", 0),
        ("P1Y", None),
        ("P2M", None),
        ("P", None),
        ("PT", None),
        ("", None),
        ("five minutes", None),
        ("?", None),
        ("PT-5M", None),
    ],
)
def test_a_length_of_time_is_read_as_alexa_writes_it(duration: str, seconds: int | None) -> None:
    assert slots(duration).seconds("thing") == seconds


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("PRESENT_REF", None),
        ("2026-11-22", Day(date(2026, 11, 22))),
        ("2026-11-22TMO", Day(date(2026, 11, 22), 8)),
        ("2026-11-21TNI", Day(date(2026, 11, 21), 21)),
        ("2026-W47-WE", Day(date(2026, 11, 21), weekend=True)),
        *(
            (text, Day(None))
            for text in (
                "2026-W47",
                "2026-11",
                "2026-11-XX",
                "2026",
                "202X",
                "2026-WI",
                "2026-13-40",
                "2026-W99-WE",
                "2026-11-22TXX",
                "",
                "?",
                "tuesday",
            )
        ),
    ],
)
def test_a_day_is_read_as_alexa_writes_it(written: str, day: Day | None) -> None:
    assert slots(written).day("thing") == day


def test_a_day_that_was_not_told_is_none() -> None:
    assert slots(None).day("thing") is None


@given(st.text(max_size=20))
def test_whatever_was_heard_is_read_or_left(said: str) -> None:
    read = slots(said)
    assert (read.seconds("thing") or 0) >= 0
    assert read.day("thing") is not None
    assert read.whole("thing") is None or said.strip()
