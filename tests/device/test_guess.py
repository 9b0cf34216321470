"""What was perhaps meant: the speaker tells the skill, which asks; a yes then says what was guessed."""

from collections.abc import Mapping
from typing import Any

import pytest

from skill.device.echo import Echo
from skill.device.envelopes import Envelopes
from tests.device.a_speaker import EVENING, interpreter

GUESSED = "recrod ten miles in the ghosts"
"""A misspelt word in what would write a run."""


class Listening:
    """A skill that keeps the session open and remembers the requests."""

    def __init__(self) -> None:
        self.intents: list[dict[str, Any]] = []

    def __call__(self, envelope: dict[str, Any]) -> Mapping[str, Any]:
        self.intents.append(envelope["request"].get("intent", {}))
        return {"response": {"shouldEndSession": False}}


@pytest.fixture
def skill() -> Listening:
    return Listening()


@pytest.fixture
def echo(skill: Listening) -> Echo:
    device = Echo(skill, interpreter(), Envelopes("runner"), EVENING)
    device.hear("open foot coach")
    return device


def values(intent: dict[str, Any]) -> dict[str, str]:
    return {name: slot["value"] for name, slot in intent.get("slots", {}).items() if "value" in slot}


def test_a_guess_is_told_in_words_and_in_no_intent_that_acts(echo: Echo, skill: Listening) -> None:
    echo.hear(GUESSED)

    assert skill.intents[-1]["name"] == "AMAZON.FallbackIntent"
    assert values(skill.intents[-1]) == {"guess": "record ten miles in the ghosts"}


def test_a_yes_says_what_was_guessed(echo: Echo, skill: Listening) -> None:
    echo.hear(GUESSED)
    echo.hear("yes please")

    assert skill.intents[-1]["name"] == "LogRunIntent"
    assert values(skill.intents[-1]) == {"distance": "10", "unit": "miles", "shoe": "ghosts"}


@pytest.mark.parametrize(
    ("said", "intent"),
    [("no", "AMAZON.NoIntent"), ("hmm", "AMAZON.FallbackIntent"), ("pause", "AMAZON.PauseIntent")],
)
def test_anything_else_is_what_it_is_and_the_guess_is_forgotten(
    said: str, intent: str, echo: Echo, skill: Listening
) -> None:
    echo.hear(GUESSED)
    echo.hear(said)
    echo.hear("yes")

    assert [told["name"] for told in skill.intents[-2:]] == [intent, "AMAZON.YesIntent"]


def test_a_guess_does_not_outlive_its_session(echo: Echo, skill: Listening) -> None:
    echo.hear(GUESSED)
    echo.hear("open foot coach")
    echo.hear("yes")

    assert skill.intents[-1]["name"] == "AMAZON.YesIntent"
