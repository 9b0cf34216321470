"""Performs a response as sound: each of its texts where the timeline has it."""

from collections.abc import Mapping
from typing import Any

from skill.sound.samples import Samples, SpeaksText, place
from skill.sound.timeline import component_of, play


def perform(response: Mapping[str, Any], voice: SpeaksText) -> Samples:
    """The sound of a response's JSON (`{"outputSpeech": ..., "directives": [...]}`), without its reprompt.

    Raises:
        SpeechError, DocumentError, BindingError: a device would refuse it.
    """
    rate = voice.sample_rate
    spoken: dict[str, Samples] = {}

    def seconds_of(text: str) -> float:
        spoken[text] = voice.speak(text)
        return len(spoken[text]) / rate

    timeline = play(component_of(response), seconds_of)
    pieces = [(round(planned.at * rate), spoken[planned.text]) for planned in timeline.planned]
    return place(pieces, round(timeline.seconds * rate))
