import numpy as np
import pytest

from skill.sound.audio_document import DocumentError, inflate
from skill.sound.components import Mixer, Sequencer, Silence, Speech
from skill.sound.data_binding import BindingError, evaluate
from skill.sound.performance import Samples, perform, place
from skill.sound.spoken_markup import SpeechError, read_ssml


class Beeper:
    """Says each letter as ten samples, at a thousand samples a second."""

    sample_rate = 1000

    def speak(self, text: str) -> Samples:
        return np.full(10 * len(text), 100, dtype=np.int16)


def heard(sound: Samples) -> list[tuple[int, int]]:
    """Runs of sound as (first, last) milliseconds."""
    loud = np.flatnonzero(sound)
    runs = np.split(loud, np.flatnonzero(np.diff(loud) > 1) + 1)
    return [(int(run[0]), int(run[-1])) for run in runs]


def audio(component: object, **datasources: object) -> dict[str, object]:
    document = {"type": "APLA", "version": "0.91", "mainTemplate": {"items": [component]}}
    return {
        "type": "Alexa.Presentation.APLA.RenderDocument",
        "document": document,
        "datasources": datasources,
    }


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("plain", "plain"),
        (5, 5),
        ("${data.at}", 0),
        ("${data.say}", None),
        ("${!data.say}", True),
        ("${data.at == 0}", True),
        ("${data.name != 'toes'}", False),
        ("${list[1]}", "b"),
        ("In ${data.at} or ${list[0]}", "In 0 or a"),
    ],
)
def test_expressions_stand_for_what_is_bound(expression: object, value: object) -> None:
    assert evaluate(expression, {"data": {"at": 0, "name": "toes"}, "list": ["a", "b"]}) == value


@pytest.mark.parametrize("expression", ["${nothing.bound}", "${1 + 1}", "${Math.min(1, 2)}"])
def test_an_expression_that_is_not_understood_is_no_guess(expression: str) -> None:
    with pytest.raises(BindingError):
        evaluate(expression, {"data": {}})


def test_data_makes_one_component_of_the_first_that_is_wanted_for_each() -> None:
    component = inflate(
        audio(
            {
                "type": "Mixer",
                "data": "${payload.track.times}",
                "items": [
                    {"type": "Silence", "when": "${data.quiet}", "duration": "${data.at}"},
                    {"type": "Speech", "content": "at ${data.at}, ${index} of ${length}"},
                ],
            },
            track={"times": [{"at": 5}, {"at": 7, "quiet": True}]},
        )
    )
    assert component == Mixer((Speech("at 5, 0 of 2"), Silence(7)))


def test_without_data_every_wanted_item_is_a_child() -> None:
    items = [
        {"type": "Speech", "content": "one"},
        {"type": "Speech", "when": False, "content": "never"},
        {"type": "Speech", "content": "<speak>two</speak>", "contentType": "SSML"},
    ]
    component = inflate(audio({"type": "Sequencer", "items": items}))
    assert component == Sequencer((Speech("one"), Sequencer((Speech("two"),))))


@pytest.mark.parametrize(
    "component",
    [
        {"type": "Audio", "source": "soundbank://x"},
        {"type": "Silence", "duration": "${payload.missing}"},
        {"type": "Speech", "when": False, "content": "never"},
    ],
)
def test_a_document_that_cannot_be_played_is_refused(component: dict[str, object]) -> None:
    with pytest.raises(DocumentError):
        inflate(audio(component))


def test_a_response_is_its_speech_and_then_its_audio() -> None:
    together = {
        "type": "Mixer",
        "items": [
            {"type": "Speech", "content": "aa"},
            {
                "type": "Sequencer",
                "items": [{"type": "Silence", "duration": 100}, {"type": "Speech", "content": "b"}],
            },
        ],
    }
    response = {
        "outputSpeech": {"type": "SSML", "ssml": '<speak>a<break time="0.05s"/>b</speak>'},
        "directives": [{"type": "Alexa.Presentation.APL.RenderDocument"}, audio(together)],
    }
    assert heard(perform(response, Beeper())) == [(0, 9), (60, 89), (170, 179)]


def test_plain_speech_is_spoken() -> None:
    assert heard(perform({"outputSpeech": {"type": "PlainText", "text": "abc"}}, Beeper())) == [(0, 29)]


@pytest.mark.parametrize(
    "document",
    [
        "<speak>open",
        "<p>no speech</p>",
        "<speak>a & b</speak>",
        '<speak><break time="11s"/></speak>',
        "<speak><break/></speak>",
        "<speak><audio src='x'/></speak>",
    ],
)
def test_speech_that_a_device_would_refuse_is_refused(document: str) -> None:
    with pytest.raises(SpeechError):
        read_ssml(document)


def test_sounds_that_are_too_loud_together_are_clipped() -> None:
    loud = np.full(3, 30_000, dtype=np.int16)
    assert place([(0, loud), (1, loud)], 2).tolist() == [30_000, 32_767, 32_767, 30_000]
