"""When each word of a response is planned to sound, read from the response's JSON alone."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from xml.etree import ElementTree as ET

from skill.sound.inflation import (
    Component,
    Mixer,
    Sequencer,
    Silence,
    Speech,
    inflate,
)
from skill.speech.durations import speaking_seconds

APLA_RENDER = "Alexa.Presentation.APLA.RenderDocument"
MILLISECONDS = 1000
Seconds = Callable[[str], float]
"""How long a voice takes for a text."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A text and the second at which it is planned to begin."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The texts of a response in order of time, and its length in seconds."""

    planned: tuple[Planned, ...]
    seconds: float

    @property
    def text(self) -> str:
        """Everything that is said."""
        return " ".join(planned.text for planned in self.planned)


def timeline_of(response: Mapping[str, Any], language: str) -> Timeline:
    """The timeline of a response body: its speech, then its APL-for-Audio documents.

    Args:
        response: the `response` of a response envelope.
        language: ISO 639-1 code of what it says.
    """
    planned: list[Planned] = []
    seconds = partial(speaking_seconds, language=language)
    clock = 0.0
    speech = response.get("outputSpeech") or {}
    if speech:
        clock = _speak(
            speech.get("ssml") or speech.get("text", ""), "ssml" in speech, clock, planned, seconds
        )
    for directive in response.get("directives") or ():
        if directive.get("type") == APLA_RENDER:
            clock = _play(inflate(directive), clock, planned, seconds)
    planned.sort(key=lambda item: item.at)
    return Timeline(tuple(planned), clock)


def reprompt_of(response: Mapping[str, Any]) -> str:
    """The reprompt's text, empty where there is none."""
    speech = (response.get("reprompt") or {}).get("outputSpeech") or {}
    planned: list[Planned] = []
    _speak(speech.get("ssml") or speech.get("text", ""), "ssml" in speech, 0.0, planned, lambda _text: 0.0)
    return " ".join(item.text for item in planned)


def _play(component: Component, at: float, planned: list[Planned], seconds: Seconds) -> float:
    """Note what a component says from `at` on; returns when it is over."""
    match component:
        case Speech(content, ssml):
            return _speak(content, ssml, at, planned, seconds)
        case Silence(duration):
            return at + duration / MILLISECONDS
        case Sequencer(items):
            for item in items:
                at = _play(item, at, planned, seconds)
            return at
        case Mixer(items):
            return max((_play(item, at, planned, seconds) for item in items), default=at)


def _speak(
    content: str,
    is_ssml: bool,  # noqa: FBT001 - an APLA property
    at: float,
    planned: list[Planned],
    seconds: Seconds,
) -> float:
    for piece in _pieces(content) if is_ssml else [content]:
        if isinstance(piece, float):
            at += piece
        elif piece.strip():
            text = " ".join(piece.split())
            planned.append(Planned(at, text))
            at += seconds(text)
    return at


def _pieces(document: str) -> Iterator[str | float]:
    """The texts of a `<speak>` document, and the lengths of its breaks in seconds, in order."""
    root = ET.fromstring(document)  # noqa: S314 - the skill's own response
    yield root.text or ""
    for element in root:
        time = element.attrib.get("time", "0ms")
        yield float(time.removesuffix("ms")) / MILLISECONDS if time.endswith("ms") else float(time[:-1])
        yield element.tail or ""
