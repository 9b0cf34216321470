"""What Amazon adds to envelopes changes no answer: new values, fields, intents and types of request."""

import copy
import json
import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import Enum
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

import pytest
from ask_sdk_model import RequestEnvelope
from ask_sdk_model.request import Request
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.alexa.entry import answer
from skill.alexa.envelope import REQUESTS
from skill.alexa.skill import build_skill
from skill.storage.sqlite import SQLiteRepository
from stand_ins import echo
from stand_ins.memory import MemoryRepository
from stand_ins.mutation import at, ways
from tests.runner import Runner

Json = Any
NEW = "WHAT_AMAZON_ADDS_NEXT"
NOW = datetime(2026, 11, 22, 7, 30, tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
SENT: dict[str, Json] = {
    "a launch": echo.launch(timestamp=NOW),
    "an intent": echo.intent("StartRoutineIntent", echo.choice("routine", "post-run"), timestamp=NOW),
    "an end": echo.launch(type="SessionEndedRequest", reason="USER_INITIATED", timestamp=NOW),
    "an end by an error": echo.launch(type="SessionEndedRequest", reason="ERROR", timestamp=NOW),
    "a reply that failed": echo.launch(type="System.ExceptionEncountered", timestamp=NOW),
    "audio that failed": echo.launch(type="Alexa.Presentation.APLA.RuntimeError", timestamp=NOW),
    "a screen": echo.launch(type="Alexa.Presentation.APL.UserEvent", arguments=["go-on"], timestamp=NOW),
    "a leave-taking": echo.launch(type="AlexaSkillEvent.SkillDisabled", timestamp=NOW),
}
"""A request of each type that the skill answers."""


def additions(kind: str, seen: set[str]) -> Iterator[Json]:
    """For each enumeration and each choice of types below a type of the SDK's, a part in which one is new.

    Args:
        kind: as the SDK names it.
        seen: the models that were gone through already; each is once.
    """
    if inside := re.fullmatch(r"list\[(.*)\]", kind):
        yield from ([part] for part in additions(inside[1], seen))
    elif inside := re.fullmatch(r"dict\(str, (.*)\)", kind):
        yield from ({"routine": part} for part in additions(inside[1], seen))
    elif "." in kind and kind not in seen:
        module, _, name = kind.rpartition(".")
        model: Any = getattr(import_module(module), name)
        if issubclass(model, Enum):
            yield NEW
            return
        seen.add(kind)
        children = vars(model).get("discriminator_value_class_map", {})
        if children:
            yield {model.json_discriminator_key: NEW}
        for value, child in children.items():
            yield from ({model.json_discriminator_key: value, **part} for part in additions(child, seen))
        for field, type_ in {} if children else model.deserialized_types.items():
            yield from ({model.attribute_map[field]: part} for part in additions(type_, seen))


def additions_to(envelope: Json) -> Iterator[Json]:
    """Every part that could be added to an envelope and in which one value is new."""
    request = Request.discriminator_value_class_map[envelope["request"]["type"]]
    for part, kind in {**RequestEnvelope.deserialized_types, "request": request}.items():
        yield from ({part: addition} for addition in additions(kind, set()))


def merged(given: Json, added: Json) -> Json:
    """The value with a part added, and what it has already kept beside it."""
    if isinstance(given, dict) and isinstance(added, dict):
        return {**given, **{name: merged(given.get(name), part) for name, part in added.items()}}
    if isinstance(given, list) and isinstance(added, list):
        return [merged(part, added[0]) for part in given]
    return copy.deepcopy(added)


def without_new(value: Json) -> Json:
    """The value without the new values in it."""
    if isinstance(value, dict):
        return {name: without_new(part) for name, part in value.items() if part != NEW}
    if isinstance(value, list):
        return [without_new(part) for part in value if part != NEW]
    return value


def answered(event: Json) -> Json:
    """What a skill that knows nobody answers."""
    skill = build_skill(MemoryRepository(), chance=lambda _: Random(0))  # noqa: S311 - the same test twice is the same
    return answer(lambda: skill, event)


CASES = [(name, part) for name, event in SENT.items() for part in additions_to(event)]


def test_the_schema_has_the_places_where_values_were_seen_to_be_new() -> None:
    seen = [json.dumps(part) for _, part in CASES]
    for place in (
        '"shape"',
        '"mode"',
        '"codecs"',
        '"playerActivity"',
        '"dialogState"',
        '"status"',
        '"reason"',
    ):
        assert any(place in part for part in seen), place


@pytest.mark.parametrize(("name", "part"), CASES, ids=[f"{name} {json.dumps(part)}" for name, part in CASES])
def test_a_value_that_is_new_is_as_good_as_none(
    name: str, part: Json, caplog: pytest.LogCaptureFixture
) -> None:
    event = merged(SENT[name], part)
    assert answered(event) == answered(without_new(event))
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_field_that_is_new_is_ignored_wherever_it_is(data: st.DataObject) -> None:
    event = SENT[data.draw(st.sampled_from(sorted(SENT)))]
    changed = copy.deepcopy(event)
    objects = [(), *(way for way in ways(event) if isinstance(at(event, way), dict))]
    for way in data.draw(st.lists(st.sampled_from(objects), min_size=1, max_size=4)):
        if "attributes" not in way:
            at(changed, way)[NEW] = data.draw(st.sampled_from([NEW, None, {}, {"a": [1]}, [NEW], 5, True]))
    assert answered(changed) == answered(event)


@pytest.mark.parametrize(
    "kind",
    [
        *sorted(Request.discriminator_value_class_map.keys() - REQUESTS.keys()),
        "Brand.New",
        "Alexa.Presentation.APL2.UserEvent",
        "TomorrowRequest",
        "a type in words",
    ],
)
def test_a_type_of_request_that_is_new_is_ignored_and_the_session_kept(
    kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    request = echo.intent("WhereAmIIntent", attributes={"said": "Ready?"}, type=kind)
    assert answered(request) == {"version": "1.0", "sessionAttributes": {"said": "Ready?"}, "response": {}}
    assert not [each for each in caplog.records if each.levelno > logging.WARNING]


@pytest.mark.parametrize("name", ["DanceIntent", "AMAZON.MoreIntent", None])
def test_an_intent_that_is_new_is_answered_like_words_not_understood(
    name: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    fallback = runner.says("AMAZON.FallbackIntent")
    request = runner.envelopes.intent(runner.now, "AMAZON.FallbackIntent")
    request["request"]["intent"]["name"] = name
    assert runner.sends(request).text == fallback.text
    assert not caplog.records


def test_a_viewport_of_a_new_mode_is_welcomed() -> None:
    launch = echo.launch()
    launch["context"]["Viewport"] = {"mode": "WEARABLE", "shape": "OVAL"}
    assert "Foot Coach" in answered(launch)["response"]["outputSpeech"]["ssml"]
