"""When each text of a response begins to sound, read from the response's JSON alone."""

from collections.abc import Callable, Mapping
from functools import partial
from operator import attrgetter
from typing import Any, Final

from skill.sound.audio_document import inflate
from skill.sound.components import Component, Mixer, Sequencer, Silence, Speech
from skill.sound.spoken_markup import read_ssml
from skill.speech.apla import RENDER_DOCUMENT
from skill.speech.voice_seconds import speaking_seconds
from skill.value import Value

_MILLISECONDS: Final = 1000
LONGEST_COUNTED_TEXT: Final = 16
"""Characters of a count; counts that follow each other second by second share a line."""

SecondsOf = Callable[[str], float]
"""How long a voice takes for a text."""


class Planned(Value):
    """A text and the second at which it begins."""

    at: float
    text: str


class Timeline(Value):
    """The texts of a response in order of time, and its length in seconds."""

    planned: tuple[Planned, ...]
    seconds: float

    @property
    def text(self) -> str:
        """Everything that is said."""
        return " ".join(planned.text for planned in self.planned)


def is_count(planned: Planned) -> bool:
    """Whether a text is short enough to be one of a row of counts."""
    return len(planned.text) <= LONGEST_COUNTED_TEXT and not planned.text.endswith((".", "?", "!"))


def timeline_of(response: Mapping[str, Any], language: str) -> Timeline:
    """The timeline of a response body, by the estimate that replies are planned by.

    Args:
        response: the `response` of a response envelope.
        language: ISO 639-1 code of what it says.

    Raises:
        SpeechError, DocumentError, BindingError: a device would refuse it.
    """
    return play(component_of(response), partial(speaking_seconds, language=language))


def reprompt_of(response: Mapping[str, Any], language: str) -> Timeline:
    """The timeline of what sounds when nobody answers, as `timeline_of`; empty where there is nothing."""
    return timeline_of(response.get("reprompt") or {}, language)


def component_of(response: Mapping[str, Any]) -> Component:
    """What a response body plays: its speech, then its audio documents, never overlapping, as Alexa does.

    Raises:
        SpeechError, DocumentError, BindingError: a device would refuse it.
    """
    documents = (
        inflate(directive)
        for directive in response.get("directives") or ()
        if directive.get("type") == RENDER_DOCUMENT
    )
    return Sequencer((_speech(response), *documents))


def play(component: Component, seconds_of: SecondsOf) -> Timeline:
    """The timeline of a component, said by a voice that takes so long for each text."""
    planned: list[Planned] = []
    end = _play(component, 0.0, seconds_of, planned)
    return Timeline(tuple(sorted(planned, key=attrgetter("at"))), end)


def _play(component: Component, at: float, seconds_of: SecondsOf, planned: list[Planned]) -> float:
    """Note what a component says from `at` on; returns when it is over."""
    match component:
        case Speech(text):
            planned.append(Planned(at, text))
            return at + seconds_of(text)
        case Silence(duration):
            return at + duration / _MILLISECONDS
        case Sequencer(items):
            for item in items:
                at = _play(item, at, seconds_of, planned)
            return at
        case Mixer(items):
            return max((_play(item, at, seconds_of, planned) for item in items), default=at)


def _speech(holder: Mapping[str, Any]) -> Component:
    """The `outputSpeech` of a response or of its reprompt."""
    speech = holder.get("outputSpeech") or {}
    if "ssml" in speech:
        return read_ssml(speech["ssml"])
    return Speech(speech["text"]) if speech.get("text") else Sequencer(())
