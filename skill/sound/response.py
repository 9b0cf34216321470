"""Performs a whole response: its speech, then its audio documents, never overlapping, as Alexa does."""

from collections.abc import Mapping
from typing import Any, Final

from skill.sound.inflation import Component, Mixer, Sequencer, Silence, Speech, inflate
from skill.sound.samples import Samples, Speaker, join, mix, silence
from skill.sound.speech import say_ssml

_AUDIO: Final = "Alexa.Presentation.APLA.RenderDocument"


def perform(response: Mapping[str, Any], voice: Speaker) -> Samples:
    """The sound of a response's JSON (`{"outputSpeech": ..., "directives": [...]}`), without its reprompt.

    Raises:
        SpeechError, DocumentError, BindingError: a device would refuse it.
    """
    pieces = [_output_speech(response.get("outputSpeech"), voice)]
    pieces += [
        _play(inflate(directive), voice)
        for directive in response.get("directives", [])
        if directive.get("type") == _AUDIO
    ]
    return join(pieces)


def _output_speech(speech: Mapping[str, Any] | None, voice: Speaker) -> Samples:
    if speech is None:
        return join([])
    if speech.get("type") == "SSML":
        return say_ssml(speech["ssml"], voice)
    return voice.speak(speech.get("text", ""))


def _play(component: Component, voice: Speaker) -> Samples:
    match component:
        case Speech(content, ssml):
            return say_ssml(content, voice) if ssml else voice.speak(content)
        case Silence(duration):
            return silence(duration, voice.sample_rate)
        case Sequencer(items):
            return join([_play(item, voice) for item in items])
        case Mixer(items):
            return mix([_play(item, voice) for item in items])
