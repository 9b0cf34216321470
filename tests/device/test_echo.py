from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from skill.device.echo import LONGEST_UTTERANCE, MICROPHONE_SECONDS, Echo, Exchange
from skill.device.envelopes import Envelopes
from tests.device.a_speaker import EVENING, interpreter, speaker


@pytest.fixture
def device(tmp_path: Path) -> Echo:
    return speaker(tmp_path)


class Echoing:
    """A skill that answers what it was told to, and keeps what it was asked."""

    def __init__(self, response: dict[str, Any] | None = None) -> None:
        self.response = response or {"shouldEndSession": False}
        self.requests: list[dict[str, Any]] = []

    def __call__(self, request: dict[str, Any]) -> Mapping[str, Any]:
        self.requests.append(request)
        count = len(self.requests)
        return {"version": "1.0", "sessionAttributes": {"count": count}, "response": self.response}


def talking_to(skill: Echoing) -> Echo:
    return Echo(skill, interpreter(), Envelopes("runner"), EVENING)


@pytest.mark.parametrize(
    "said",
    [
        "open foot coach",
        "Open Foot Coach.",
        "Alexa, open foot coach",
        "hey alexa open foot coach please",
        "ask foot coach",
        "open the foot coach skill",
        "alexa start the foot coach app",
        "alexa launch my foot coach",
        "please start footcoach",
        "talk to foot coach",
    ],
)
def test_the_skill_is_opened_by_its_name(said: str, device: Echo) -> None:
    exchange = device.hear(said)
    assert exchange.request["request"]["type"] == "LaunchRequest"
    assert exchange.request["session"]["new"] is True
    assert exchange.open


@pytest.mark.parametrize(
    "said",
    [
        "ask foot coach to start my post run stretches",
        "Alexa, ask foot coach to start my post run stretches",
        "tell foot coach to start my post run stretches",
        "open foot coach and start my post run stretches",
    ],
)
def test_a_wish_in_the_same_breath_opens_the_skill_with_it(said: str, device: Echo) -> None:
    exchange = device.hear(said)
    assert exchange.request["request"]["intent"]["name"] == "StartRoutineIntent"
    assert exchange.request["session"]["new"] is True
    assert "toes on the wall" in exchange.timeline.text


def test_with_or_without_the_wake_word_it_is_the_same(device: Echo) -> None:
    device.hear("open foot coach")
    meant = [device.hear(said).understood for said in ("Alexa, pause", "pause", "alexa pause!")]
    assert {understood.intent for understood in meant if understood} == {"AMAZON.PauseIntent"}


def test_a_session_goes_on_until_the_skill_ends_it(device: Echo) -> None:
    first = device.hear("open foot coach").request["session"]
    second = device.hear("start my post run stretches").request["session"]
    assert second["sessionId"] == first["sessionId"]
    assert (first["new"], second["new"]) == (True, False)
    assert not device.hear("stop").open
    assert device.hear("where are we").request["session"]["new"] is True


def test_what_the_skill_leaves_in_the_session_comes_back() -> None:
    skill = Echoing()
    device = talking_to(skill)
    device.hear("open foot coach")
    device.hear("next")
    assert skill.requests[1]["session"]["attributes"] == {"count": 1}


def test_time_goes_by_only_when_it_is_let() -> None:
    skill = Echoing()
    device = talking_to(skill)
    device.hear("open foot coach")
    device.wait(12.5)
    device.hear("next")
    assert [request["request"]["timestamp"] for request in skill.requests] == [
        "2026-11-22T18:30:00.000Z",
        "2026-11-22T18:30:12.500Z",
    ]


SPOKEN = {
    "outputSpeech": {"type": "SSML", "ssml": '<speak>Hello. <break time="5000ms"/></speak>'},
    "reprompt": {"outputSpeech": {"type": "SSML", "ssml": "<speak>Still there?</speak>"}},
    "shouldEndSession": False,
}


def test_a_runner_who_says_nothing_hears_the_reprompt_and_then_the_session_ends() -> None:
    skill = Echoing(SPOKEN)
    device = talking_to(skill)
    device.hear("open foot coach")
    length = device.reply_left
    assert 5 < length < 7
    assert device.wait(length + MICROPHONE_SECONDS - 0.1) == []
    [reprompt] = device.wait(0.2)
    assert reprompt.timeline.text == "Still there?"
    states = [device.open]
    assert device.wait(reprompt.timeline.seconds + MICROPHONE_SECONDS) == []
    assert [*states, device.open] == [True, False]
    ended = skill.requests[-1]["request"]
    assert (ended["type"], ended["reason"]) == ("SessionEndedRequest", "EXCEEDED_MAX_REPROMPTS")


def test_a_long_silence_is_the_same_at_once() -> None:
    skill = Echoing(SPOKEN)
    device = talking_to(skill)
    device.hear("open foot coach")
    length = device.reply_left
    [reprompt] = device.wait(3600)
    assert reprompt.timeline.text == "Still there?"
    ends_at = EVENING + timedelta(seconds=length + reprompt.timeline.seconds + 2 * MICROPHONE_SECONDS)
    assert (
        skill.requests[-1]["request"]["timestamp"] == f"{ends_at:%Y-%m-%dT%H:%M:%S}.{ends_at:%f}"[:-3] + "Z"
    )
    assert device.now == EVENING + timedelta(hours=1)
    assert device.wait(3600) == []
    assert len(skill.requests) == 2


def test_names_that_a_reply_teaches_are_understood_until_the_session_ends(device: Echo) -> None:
    device.hear("open foot coach")
    device.hear("add my old faithful")
    heard = device.hear("I ran ten kilometres in old faithful").understood
    assert heard
    assert [match.name for match in heard.slots["shoe"].dynamic] == ["old faithful"]


@pytest.mark.parametrize(
    "said",
    [
        "",
        "   ",
        "x" * 5_000,
        "\x00\x07\x1b[31m",
        "🏃🦶" * 20,
        "¿dónde están mis zapatos?",
        "<speak>&amp;",
        "{shoe}",
        "'",
    ],
)
def test_whatever_is_said_gets_a_helpful_line(said: str, device: Echo) -> None:
    for exchange in (device.hear(said), device.hear("start my post run stretches"), device.hear(said)):
        assert "went wrong" not in exchange.timeline.text
        assert exchange.timeline.text
    assert device.open


def test_an_utterance_without_end_is_heard_to_its_thousandth_letter(device: Echo) -> None:
    exchange = device.hear("next " * 2_000)
    assert len(exchange.understood.said if exchange.understood else "") <= LONGEST_UTTERANCE


def place_of(exchange: Exchange) -> str:
    return exchange.timeline.text.partition(". ")[0]


def test_a_speaker_that_lost_power_goes_on_from_the_moment_it_was_alive_last(tmp_path: Path) -> None:
    before = speaker(tmp_path)
    before.hear("start my post run stretches")
    before.wait(100)
    # No goodbye: the next speaker finds what this one has written.
    after = speaker(tmp_path, EVENING + timedelta(hours=2))
    offered = after.hear("open foot coach").timeline.text
    assert "stopped in the middle of toes on the wall" in offered
    undisturbed = speaker(tmp_path / "undisturbed")
    undisturbed.hear("start my post run stretches")
    undisturbed.wait(100)
    assert "toes on the wall" in place_of(undisturbed.hear("pause"))


def test_the_clock_of_a_speaker_never_goes_back(tmp_path: Path) -> None:
    before = speaker(tmp_path)
    before.hear("start my post run stretches")
    before.wait(3600)
    assert speaker(tmp_path, EVENING).now == EVENING + timedelta(hours=1)
