"""Whatever Alexa sends, or anything else that reaches the entry point, comes out as a response."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from ask_sdk_core.skill import CustomSkill
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from skill.alexa.entry import answer
from skill.alexa.intents import INTENTS
from skill.alexa.responses import LARGEST_RESPONSE
from skill.alexa.skill import build_skill
from stand_ins import echo
from stand_ins.memory import MemoryRepository

Way = tuple[str | int, ...]

REQUESTS: list[dict[str, Any]] = [
    echo.launch(),
    echo.launch(type="SessionEndedRequest", reason="USER_INITIATED"),
    echo.launch(
        type="SessionEndedRequest", reason="ERROR", error={"type": "INVALID_RESPONSE", "message": "x"}
    ),
    echo.launch(type="AlexaSkillEvent.SkillDisabled"),
    echo.launch(type="AudioPlayer.PlaybackNearlyFinished", offsetInMilliseconds=1),
    echo.launch(type="Alexa.Presentation.APLA.RuntimeError", errors=[{"type": "AUDIO_SOURCE_ERROR"}]),
    echo.launch(type="Alexa.Presentation.APL.UserEvent", arguments=["next"], source={"id": "x"}),
    echo.launch(
        type="System.ExceptionEncountered", error={"type": "INVALID_RESPONSE"}, cause={"requestId": "r"}
    ),
    echo.launch(type="CanFulfillIntentRequest", intent={"name": "LogRunIntent", "slots": {}}),
    echo.launch(type="Brand.New"),
    *(
        echo.intent(
            name,
            {
                **echo.choice("routine", "post-run"),
                **echo.choice("exercise", "toe-lifts"),
                "duration": "PT5M",
                "number": "3",
                "seconds": "?",
                "distance": "10",
                "shoe": "blue pegasus",
                "day": "2026-W47",
            },
        )
        for name in INTENTS
    ),
]

STRANGE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(
        ["", "?", "PT0S", "P99Y", "-1", "1e400", "ER_SUCCESS_NO_MATCH", "LaunchRequest", "\ud800", "x" * 9000]
    ),
    st.lists(st.none() | st.text(max_size=3) | st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=5), st.none() | st.text(max_size=3) | st.integers(), max_size=3),
)


def paths(value: Any, here: Way = ()) -> Iterator[Way]:
    """The way to everything inside a JSON value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield (*here, key)
        yield from paths(each, (*here, key))


def at(value: Any, way: Way) -> Any:
    """What is found there; None where the way has gone meanwhile."""
    for key in way:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return None
    return value


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """A request of Alexa's with up to four parts taken out, replaced, or put somewhere else."""
    request = copy.deepcopy(draw(st.sampled_from(REQUESTS)))
    for _ in range(draw(st.integers(1, 4))):
        ways = list(paths(request))
        if not ways:
            break
        *parents, last = draw(st.sampled_from(ways))
        place: Any = request
        for key in parents:
            place = place[key]
        match draw(st.sampled_from(["remove", "replace", "move"])):
            case "remove":
                del place[last]
            case "replace":
                place[last] = draw(STRANGE)
            case "move":
                *others, other = draw(st.sampled_from(ways))
                place[last] = copy.deepcopy(at(request, (*others, other)))
    return request


@pytest.fixture(scope="module")
def skill() -> CustomSkill:
    return build_skill(MemoryRepository())


def survives(skill: CustomSkill, event: Any) -> None:
    response = answer(lambda: skill, event)
    assert response["version"] == "1.0"
    assert isinstance(response["response"], dict)
    assert len(json.dumps(response, allow_nan=False).encode()) < LARGEST_RESPONSE


@given(event=mutated())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_some_mutated_envelopes_are_answered(skill: CustomSkill, event: Any) -> None:
    survives(skill, event)


@pytest.mark.slow
@given(event=mutated())
@settings(
    max_examples=10_000,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate, Phase.shrink],
)
def test_ten_thousand_mutated_envelopes_are_answered(skill: CustomSkill, event: Any) -> None:
    survives(skill, event)


@given(
    event=st.recursive(STRANGE, lambda each: st.lists(each) | st.dictionaries(st.text(), each), max_leaves=10)
)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_json_at_all_is_answered(skill: CustomSkill, event: Any) -> None:
    survives(skill, event)


@pytest.mark.parametrize("missing", ["session", "context", "request", "version"])
@pytest.mark.parametrize("request_", REQUESTS[:10], ids=lambda event: event["request"]["type"])
def test_a_request_without_a_part_is_answered(
    skill: CustomSkill, request_: dict[str, Any], missing: str
) -> None:
    survives(skill, {name: part for name, part in request_.items() if name != missing})
