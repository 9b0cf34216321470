from typing import Any

import pytest

from skill.coach.preferences import Preferences
from skill.coach.routine import Plan
from skill.sound.timeline import Timeline, reprompt_of, timeline_of
from skill.speech.spoken_sheet import SpeechFormat, speak
from skill.speech.voice_seconds import speaking_seconds
from tests.coach.plans import CLOSING, POST_RUN, sheet_of


def ssml(text: str) -> dict[str, Any]:
    return {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{text}</speak>"}}


def test_nothing_said_takes_no_time() -> None:
    assert timeline_of({}, "en") == Timeline((), 0.0)
    assert timeline_of({"directives": [{"type": "Dialog.UpdateDynamicEntities"}]}, "en") == Timeline((), 0.0)
    assert reprompt_of({}, "en").text == ""


def test_words_and_breaks_follow_each_other() -> None:
    timeline = timeline_of(ssml('Ready? <break time="1500ms"/>one <break time="2s"/>two'), "en")
    ready, one = speaking_seconds("Ready?", "en"), speaking_seconds("one", "en")
    assert [planned.text for planned in timeline.planned] == ["Ready?", "one", "two"]
    assert [planned.at for planned in timeline.planned] == [
        pytest.approx(at) for at in (0, ready + 1.5, ready + 1.5 + one + 2)
    ]
    assert timeline.text == "Ready? one two"
    assert timeline.seconds == pytest.approx(timeline.planned[-1].at + speaking_seconds("two", "en"))


def test_what_was_escaped_is_heard_as_it_was_meant() -> None:
    assert timeline_of(ssml("I&apos;m at 5 &lt; 6 &amp; more"), "en").text == "I'm at 5 < 6 & more"


def test_plain_text_is_heard_as_it_is() -> None:
    speech = {"outputSpeech": {"type": "PlainText", "text": "one & two"}}
    assert timeline_of(speech, "en").text == "one & two"
    assert reprompt_of({"reprompt": speech}, "en").text == "one & two"


@pytest.mark.parametrize("form", SpeechFormat)
def test_a_response_is_heard_as_its_sheet_was_planned(form: SpeechFormat) -> None:
    sheet = sheet_of(Plan(POST_RUN, Preferences()), closing=CLOSING)
    timeline = timeline_of(speak(sheet, form, "token", "en").as_response(), "en")
    assert [planned.text for planned in timeline.planned] == [cue.text for cue in sheet.cues]
    drift = [abs(planned.at - cue.at) for planned, cue in zip(timeline.planned, sheet.cues, strict=True)]
    assert max(drift) < (0.01 if form is SpeechFormat.APLA else 1)
    last = timeline.planned[-1]
    assert timeline.seconds == pytest.approx(last.at + speaking_seconds(last.text, "en"))
