"""The dialog model of every locale: what `Dialog.ElicitSlot` may ask for, and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from skill.alexa.elicitation import ASKED_SLOTS
from skill.hearing.locales import locales
from skill.hearing.sentences import sentences
from tests.interaction_model.amazons_model import MODELS, SLOT

ASIDES = sentences("en").asides
"""Slots that are said and that the skill neither reads nor asks for."""
SCHEMA = json.loads((Path(__file__).parent / "interaction_model.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=locales())
def model(request: pytest.FixtureRequest) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads((MODELS / f"{request.param}.json").read_text(encoding="utf-8"))
    return whole


@pytest.fixture(scope="module")
def dialog(model: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = model["interactionModel"]["dialog"]
    return found


def slots_in(intents: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return next(intent["slots"] for intent in intents if intent["name"] == name)


def test_a_model_has_the_form_that_amazon_takes(model: dict[str, Any]) -> None:
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(model)] == []


def test_every_slot_that_is_asked_for_is_declared_and_no_other(dialog: dict[str, Any]) -> None:
    required = {
        (intent["name"], slot["name"])
        for intent in dialog["intents"]
        for slot in intent["slots"]
        if slot["elicitationRequired"]
    }
    assert required == {(asked.intent, asked.slot) for asked in ASKED_SLOTS.values()}


def test_the_intent_that_goes_with_a_slot_has_all_of_its_slots(model: dict[str, Any]) -> None:
    intents = model["interactionModel"]["languageModel"]["intents"]
    for asked in ASKED_SLOTS.values():
        declared = {slot["name"] for slot in slots_in(intents, asked.intent)} - ASIDES
        assert declared == {asked.slot, *asked.others}, asked.intent


def test_a_dialog_knows_its_slots_as_the_language_model_does(
    model: dict[str, Any], dialog: dict[str, Any]
) -> None:
    intents = model["interactionModel"]["languageModel"]["intents"]
    for intent in dialog["intents"]:
        declared = [(slot["name"], slot["type"]) for slot in slots_in(intents, intent["name"])]
        assert [(slot["name"], slot["type"]) for slot in intent["slots"]] == declared


def test_alexa_never_leads_the_dialog_herself(dialog: dict[str, Any]) -> None:
    assert dialog["delegationStrategy"] == "SKILL_RESPONSE"
    assert not any(intent["confirmationRequired"] for intent in dialog["intents"])
    assert not any("delegationStrategy" in intent for intent in dialog["intents"])


def test_every_prompt_is_asked_somewhere_and_every_one_asked_is_there(
    model: dict[str, Any], dialog: dict[str, Any]
) -> None:
    asked = [
        prompt
        for intent in dialog["intents"]
        for slot in intent["slots"]
        for prompt in slot["prompts"].values()
    ]
    assert asked == [prompt["id"] for prompt in model["interactionModel"]["prompts"]]


def test_what_answers_a_slot_names_it_and_only_slots_of_its_intent(model: dict[str, Any]) -> None:
    intents = model["interactionModel"]["languageModel"]["intents"]
    for asked in ASKED_SLOTS.values():
        slots = slots_in(intents, asked.intent)
        answers = next(slot["samples"] for slot in slots if slot["name"] == asked.slot)
        for answer in answers:
            named = set(SLOT.findall(answer))
            assert named <= {slot["name"] for slot in slots}, answer
    others = [slot for intent in intents for slot in intent.get("slots", ()) if "samples" in slot]
    assert len(others) == len(ASKED_SLOTS)
