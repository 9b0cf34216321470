from skill.coach.cue_sheet import Cue, CueKind, CueSheet, Place
from skill.speech.spoken_sheet import SpeechFormat, speak


def a_hold(*before: Cue) -> CueSheet:
    begin = before[-1].at + before[-1].seconds if before else 0.0
    words = enumerate(("one", "two"), start=1)
    counts = [Cue(begin + second, 1.0, word, CueKind.COUNT, Place(0, 1, second)) for second, word in words]
    return CueSheet((*before, *counts), begin + 3.0, None)


LEAD_IN = Cue(0.0, 0.8, "Okay.", CueKind.SAY, Place(0))
READY = Cue(0.8, 1.5, "Ready?", CueKind.SAY, Place(0, 1))


def test_counts_are_audio_behind_a_spoken_first_word() -> None:
    spoken = speak(a_hold(LEAD_IN, READY), SpeechFormat.APLA, "token", "en")
    assert "Okay." in spoken.speech
    assert spoken.directive is not None
    said = str(spoken.directive["datasources"])
    assert "Ready?" in said
    assert "Okay." not in said


def test_a_reply_that_counts_nothing_is_speech_alone() -> None:
    sheet = CueSheet((LEAD_IN, READY), 2.3, None)
    spoken = speak(sheet, SpeechFormat.APLA, "token", "en")
    assert spoken.directive is None
    assert "Ready?" in spoken.speech


def test_a_device_that_plays_no_audio_gets_the_whole_as_speech() -> None:
    spoken = speak(a_hold(LEAD_IN, READY), SpeechFormat.SSML, "token", "en")
    assert spoken.directive is None
    assert all(word in spoken.speech for word in ("Okay", "Ready", "one", "two"))


def test_a_hold_with_nothing_before_it_is_all_audio() -> None:
    spoken = speak(a_hold(), SpeechFormat.APLA, "token", "en")
    assert spoken.directive is not None
    assert spoken.speech == ""


def test_a_long_first_line_is_part_of_the_audio_so_that_no_voice_makes_the_rest_late() -> None:
    line = Cue(0.0, 6.0, "Post run stretches: four exercises.", CueKind.SAY, Place(0))
    spoken = speak(a_hold(line), SpeechFormat.APLA, "token", "en")
    assert spoken.speech == ""
    assert "Post run" in str(spoken.directive)
