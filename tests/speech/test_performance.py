from skill.coach.cue_sheet import Cue, CueKind, CueSheet, Place
from skill.speech.performance import Form, perform


def a_hold(*before: Cue) -> CueSheet:
    begin = before[-1].at + before[-1].seconds if before else 0.0
    words = enumerate(("one", "two"), start=1)
    counts = [Cue(begin + second, 1.0, word, CueKind.COUNT, Place(0, 1, second)) for second, word in words]
    return CueSheet((*before, *counts), begin + 3.0, None)


LEAD_IN = Cue(0.0, 0.8, "Okay.", CueKind.SAY, Place(0))
READY = Cue(0.8, 1.5, "Ready?", CueKind.SAY, Place(0, 1))


def test_counts_are_audio_behind_a_spoken_first_word() -> None:
    performance = perform(a_hold(LEAD_IN, READY), Form.APLA, "token")
    assert "Okay." in performance.speech
    assert performance.directive is not None
    said = str(performance.directive["datasources"])
    assert "Ready?" in said
    assert "Okay." not in said


def test_a_reply_that_counts_nothing_is_speech_alone() -> None:
    sheet = CueSheet((LEAD_IN, READY), 2.3, None)
    performance = perform(sheet, Form.APLA, "token")
    assert performance.directive is None
    assert "Ready?" in performance.speech


def test_a_device_that_plays_no_audio_gets_the_whole_as_speech() -> None:
    performance = perform(a_hold(LEAD_IN, READY), Form.SSML, "token")
    assert performance.directive is None
    assert all(word in performance.speech for word in ("Okay", "Ready", "one", "two"))


def test_a_hold_with_nothing_before_it_is_all_audio() -> None:
    performance = perform(a_hold(), Form.APLA, "token")
    assert performance.directive is not None
    assert performance.speech == ""


def test_a_long_first_line_is_part_of_the_audio_so_that_no_voice_makes_the_rest_late() -> None:
    line = Cue(0.0, 6.0, "Post run stretches: four exercises.", CueKind.SAY, Place(0))
    performance = perform(a_hold(line), Form.APLA, "token")
    assert performance.speech == ""
    assert "Post run" in str(performance.directive)
