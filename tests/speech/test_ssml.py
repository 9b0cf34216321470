import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from skill.coach.cue_sheet import Cue, CueKind, CueSheet, Place
from skill.speech import ssml
from skill.speech.voice_seconds import speaking_seconds
from tests.speech.sheets import cue_sheets

START = Place(0)


def say(at: float, seconds: float, text: str) -> Cue:
    return Cue(at, seconds, text, CueKind.SAY, START)


def performed(document: str) -> list[tuple[float, str]]:
    """The words of a document with the second at which the table's voice begins each."""
    root = ET.fromstring(document)  # noqa: S314 - our own document
    assert root.tag == "speak"
    clock, words = 0.0, []
    for text, element in [(root.text, None), *((child.tail, child) for child in root)]:
        if element is not None:
            milliseconds = re.fullmatch(r"(\d+)ms", element.attrib["time"])
            assert element.tag == "break"
            assert milliseconds is not None
            assert 0 < int(milliseconds[1]) <= ssml.LONGEST_BREAK
            clock += int(milliseconds[1]) / 1000
        if text and text.strip():
            words.append((clock, text.strip()))
            clock += speaking_seconds(text, "en")
    return words


@settings(max_examples=50)
@given(cue_sheets())
def test_the_tables_voice_begins_every_cue_on_time(sheet: CueSheet) -> None:
    words = performed(ssml.render(sheet, "en"))
    assert [text for _, text in words] == [cue.text for cue in sheet.cues]
    for (at, _), cue in zip(words, sheet.cues, strict=True):
        assert at == pytest.approx(cue.at, abs=0.01)


@settings(max_examples=50)
@given(cue_sheets())
def test_parts_measured_one_by_one_come_to_the_whole(sheet: CueSheet) -> None:
    half = len(sheet.cues) // 2
    first, second = sheet.cues[:half], sheet.cues[half:]
    border = second[0].at if second else sheet.cues[-1].at
    end = sheet.cues[-1].at  # nothing stands behind the last word
    parts = ssml.measure(first, border, "en") + ssml.measure(second, end, "en")
    whole = len(ssml.render(sheet, "en")) - len("<speak></speak>")
    assert abs(whole - parts) <= 40


def test_a_long_rest_is_several_breaks() -> None:
    sheet = CueSheet((say(25.0, 1.0, "Go."),), 26.0, None)
    breaks = re.findall(r'<break time="(\d+)ms"/>', ssml.render(sheet, "en"))
    assert breaks[:3] == ["10000", "10000", "5000"]


def test_a_rest_a_little_longer_than_a_break_is_said_whole() -> None:
    sheet = CueSheet((say(10.02, 1.0, "Go."),), 11.0, None)
    assert re.findall(r'<break time="(\d+)ms"/>', ssml.render(sheet, "en"))[:2] == ["10000", "20"]


def test_marks_of_a_text_are_escaped() -> None:
    sheet = CueSheet((say(0.0, 2.0, """Ghosts & "Old <3" it's"""),), 2.0, None)
    assert "Ghosts &amp; &quot;Old &lt;3&quot; it&apos;s" in ssml.render(sheet, "en")


def test_words_that_overrun_their_slot_shorten_the_silences_after_them() -> None:
    long = "Stand with the toes of your right foot up against a wall, and push forward."
    cues = (say(0.0, 1.0, long), say(1.0, 0.5, "Hold."), say(10.0, 0.5, "Rest."))
    words = performed(ssml.render(CueSheet(cues, 11.0, None), "en"))
    assert words[-1][0] == pytest.approx(10.0, abs=0.01)
