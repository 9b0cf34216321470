"""Whatever Alexa sends, or anything else that reaches the entry point, comes out as a response."""

import json
import logging
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skill.alexa.skill import build_skill
from stand_ins.memory import MemoryRepository
from stand_ins.mutation import STRANGE, mutated, requests
from stand_ins.survival import Lines, fault

REQUESTS = [json.dumps(request) for request in requests()]
JSON = st.recursive(
    st.sampled_from(STRANGE) | st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda each: st.lists(each, max_size=5) | st.dictionaries(st.text(max_size=9), each, max_size=5),
    max_leaves=10,
)


@pytest.fixture(scope="module")
def lines() -> Iterator[Lines]:
    lines, logger = Lines(), logging.getLogger("foot_coach")
    logger.addHandler(lines)
    yield lines
    logger.removeHandler(lines)


SKILL = build_skill(MemoryRepository())


def survives(event: Any, lines: Lines) -> None:
    assert not fault(lambda: SKILL, event, lines)


@given(st.sampled_from(REQUESTS), st.integers())
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_some_mutated_envelopes_are_answered(lines: Lines, request_: str, seed: int) -> None:
    survives(mutated(request_, Random(seed)), lines)  # noqa: S311 - the same seed is the same request


@pytest.mark.slow
def test_a_thousand_mutated_envelopes_are_answered(lines: Lines) -> None:
    """Fifty thousand are in `make attack PART=envelopes`."""
    random = Random()  # noqa: S311 - chance, not secrets
    for _ in range(1_000):
        survives(mutated(random.choice(REQUESTS), random), lines)


@given(JSON)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_json_at_all_is_answered(lines: Lines, event: Any) -> None:
    survives(event, lines)


@pytest.mark.parametrize("missing", ["session", "context", "request", "version"])
@pytest.mark.parametrize("request_", REQUESTS[:10], ids=map(str, range(10)))
def test_a_request_without_a_part_is_answered(lines: Lines, request_: str, missing: str) -> None:
    survives({name: part for name, part in json.loads(request_).items() if name != missing}, lines)
