"""What a session carries comes back from a device: broken, it is dropped, and the conversation goes on."""

import copy
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skill.alexa.entry import answer
from skill.alexa.envelope import LARGEST_ATTRIBUTES
from skill.alexa.responses import LARGEST_RESPONSE
from skill.alexa.skill import build_skill
from skill.storage.sqlite import SQLiteRepository
from stand_ins import echo
from stand_ins.memory import MemoryRepository
from stand_ins.mutation import STRANGE, mutated, sessions
from stand_ins.survival import Lines, fault
from tests.runner import Runner

SESSIONS = [json.dumps(session) for session in sessions() if session]
SKILL = build_skill(MemoryRepository())
INTENTS = [
    "AMAZON.YesIntent",
    "AMAZON.NoIntent",
    "AMAZON.NextIntent",
    "WhereAmIIntent",
    "AMAZON.FallbackIntent",
]
ENDING = ["AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"]
JSON = st.recursive(
    st.sampled_from(STRANGE) | st.none() | st.integers() | st.floats() | st.text(max_size=20),
    lambda each: st.lists(each, max_size=5) | st.dictionaries(st.text(max_size=9), each, max_size=5),
    max_leaves=10,
)
OURS = ["walker", "said", "shown", "questions", "run", "walkthrough", "noticed"]


@given(st.sampled_from(SESSIONS), st.integers(), st.sampled_from(INTENTS + ENDING))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_attributes_with_a_part_changed_are_no_reason_to_apologise(
    session: str, seed: int, intent: str
) -> None:
    attributes = mutated(session, Random(seed))  # noqa: S311 - the same seed is the same request

    assert not fault(lambda: SKILL, echo.intent(intent, attributes=attributes), Lines())


@given(st.dictionaries(st.sampled_from(OURS), JSON) | JSON, st.sampled_from(INTENTS + ENDING))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_json_in_place_of_the_attributes_is_no_reason_to_apologise(attributes: Any, intent: str) -> None:
    request = echo.intent(intent)
    request["session"]["attributes"] = attributes

    assert not fault(lambda: SKILL, request, Lines())


def deep(levels: int) -> Any:
    value: Any = "deep"
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    "broken",
    [
        {"said": float("nan")},
        {"said": "\ud800"},
        {"\ud800": 1},
        {"questions": deep(100_000)},
        {"said": "x" * 10_000_000},
        {"run": 10**5000},
        {"questions": [{"is": "what-next", "text": "x" * LARGEST_ATTRIBUTES}]},
    ],
    ids=["nan", "half a character", "half a character's name", "deep", "megabytes", "huge", "too many"],
)
def test_what_cannot_be_sent_again_is_dropped_and_the_place_is_known_from_the_notebook(
    broken: dict[str, Any], tmp_path: Path
) -> None:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(60)
    runner.envelopes.session["attributes"] |= broken

    heard = runner.says("AMAZON.PauseIntent")

    assert "Paused at toes on the wall" in heard.text
    assert broken.keys() - {"said", "questions", "run"} <= {"\ud800"}
    assert len(json.dumps(heard.envelope, ensure_ascii=False, allow_nan=False).encode()) < 10_000


def test_an_apology_gives_no_more_back_than_alexa_takes() -> None:
    request = echo.launch(type=None)
    request["session"]["attributes"] = {"said": "x" * LARGEST_RESPONSE}

    response = answer(lambda: SKILL, request)

    assert len(json.dumps(response)) < LARGEST_RESPONSE


def test_a_question_that_cannot_be_asked_is_dropped_and_the_conversation_goes_on(tmp_path: Path) -> None:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    runner.says("LogRunIntent", distance="60", unit="kilometres")
    attributes = copy.deepcopy(runner.envelopes.session["attributes"])
    attributes["questions"][0]["draft"]["metres"] = 10**300
    runner.envelopes.session["attributes"] = attributes

    heard = runner.says("WhereAmIIntent")

    assert heard.text
    assert not heard.apologised
