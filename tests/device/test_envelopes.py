"""Requests as Amazon's "Request and Response JSON Reference" shows them, and as the SDK reads them."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

from skill.device.envelopes import Envelopes
from skill.hearing.interpretation import FilledSlot
from skill.hearing.slot_spans import Match

NOW = datetime(2026, 11, 22, 18, 30, 0, 123_456, tzinfo=UTC)
WALL = FilledSlot("the wall", "Equipment", static=(Match("wall", "wall"),))


@pytest.fixture
def envelopes() -> Envelopes:
    made = Envelopes(user="runner", locale="en-GB", person="anna", screen=True)
    made.open_session()
    return made


def read(envelope: dict[str, Any]) -> Any:
    return DefaultSerializer().deserialize(json.dumps(envelope), RequestEnvelope)


def test_every_request_says_who_where_and_when(envelopes: Envelopes) -> None:
    for envelope in (
        envelopes.launch(NOW),
        envelopes.intent(NOW, "AMAZON.PauseIntent"),
        envelopes.session_ended(NOW, "USER_INITIATED"),
    ):
        told = read(envelope)
        assert told.context.system.user.user_id == "runner"
        assert told.context.system.person.person_id == "anna"
        assert told.context.system.device.supported_interfaces.alexa_presentation_apl
        assert told.context.system.application.application_id == told.session.application.application_id
        assert told.request.locale == "en-GB"
        assert told.request.timestamp == datetime(2026, 11, 22, 18, 30, 0, 123_000, tzinfo=UTC)
        assert envelope["request"]["timestamp"] == "2026-11-22T18:30:00.123Z"


def test_requests_have_identities_of_their_own_and_share_their_session(envelopes: Envelopes) -> None:
    first, second = envelopes.launch(NOW), envelopes.intent(NOW, "AMAZON.NextIntent")
    assert first["request"]["requestId"] != second["request"]["requestId"]
    assert first["session"]["sessionId"] == second["session"]["sessionId"]
    assert (first["session"]["new"], second["session"]["new"]) == (True, False)


def test_a_slot_comes_with_what_it_resolves_to(envelopes: Envelopes) -> None:
    slots = {"equipment": WALL}
    told = read(envelopes.intent(NOW, "NoEquipmentIntent", slots, {"equipment": "Equipment"}))
    slot = told.request.intent.slots["equipment"]
    [authority] = slot.resolutions.resolutions_per_authority
    assert slot.value == "the wall"
    assert authority.authority.endswith(".Equipment")
    assert str(authority.status.code) == "StatusCode.ER_SUCCESS_MATCH"
    assert [(found.value.id, found.value.name) for found in authority.values] == [("wall", "wall")]


def test_words_outside_the_type_come_without_a_match(envelopes: Envelopes) -> None:
    slots = {"equipment": FilledSlot("a trampoline", "Equipment")}
    told = read(envelopes.intent(NOW, "NoEquipmentIntent", slots, {"equipment": "Equipment"}))
    [authority] = told.request.intent.slots["equipment"].resolutions.resolutions_per_authority
    assert str(authority.status.code) == "StatusCode.ER_SUCCESS_NO_MATCH"
    assert authority.values is None


def test_a_slot_that_was_not_filled_comes_empty(envelopes: Envelopes) -> None:
    told = read(envelopes.intent(NOW, "ExplainIntent", {}, {"exercise": "Exercise"}))
    slot = told.request.intent.slots["exercise"]
    assert slot.value is None
    assert slot.resolutions is None


def test_a_slot_of_amazons_own_comes_without_resolutions(envelopes: Envelopes) -> None:
    slots = {"number": FilledSlot("3", "AMAZON.NUMBER")}
    told = read(envelopes.intent(NOW, "SetRepetitionsIntent", slots, {"number": "AMAZON.NUMBER"}))
    assert told.request.intent.slots["number"].value == "3"
    assert told.request.intent.slots["number"].resolutions is None


def test_a_voice_that_is_not_recognised_is_not_there() -> None:
    made = Envelopes(user="runner")
    made.open_session()
    told = read(made.launch(NOW))
    assert told.context.system.person is None
    assert told.context.system.device.supported_interfaces.alexa_presentation_apl is None
