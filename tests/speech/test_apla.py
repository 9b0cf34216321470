import json
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from skill.coach.cue_sheet import Cue, CueKind, CueSheet, Place
from skill.sound.audio_document import inflate
from skill.sound.components import Mixer, Sequencer
from skill.sound.timeline import Planned, play
from skill.speech import apla
from tests.speech.sheets import cue_sheets

SCHEMA = Draft202012Validator(json.loads(Path(__file__).with_name("apla.schema.json").read_text("utf-8")))


AFTER_A_SLOW_VOICE = (
    Planned(0.0, "Lean in."),
    Planned(3.0, "Ready?"),
    Planned(7.0, "one"),
    Planned(8.0, "two"),
)


def steady(seconds: float, _text: str) -> float:
    return seconds


@settings(max_examples=50)
@given(cue_sheets())
def test_every_cue_begins_on_its_time_whatever_the_voice(sheet: CueSheet) -> None:
    component = inflate(apla.render(sheet, "token"))
    for seconds in (0.05, 0.75):
        timeline = play(component, partial(steady, seconds))
        assert [begun.text for begun in timeline.planned] == [cue.text for cue in sheet.cues]
        begins = [cue.at for cue in sheet.cues]
        assert [begun.at for begun in timeline.planned] == pytest.approx(begins, abs=0.0011)
        assert timeline.seconds == pytest.approx(begins[-1] + seconds, abs=0.0011)


@settings(max_examples=50)
@given(cue_sheets())
def test_every_directive_is_what_amazon_documents(sheet: CueSheet) -> None:
    directive = apla.render(sheet, "token")
    SCHEMA.validate(directive)
    assert len(json.dumps(directive)) < 24_000


def ready_and_hold(rest: float) -> CueSheet:
    begin = 4.0 + rest
    return CueSheet(
        (
            Cue(0.0, 1.0, "Lean in.", CueKind.SAY, Place(0, 1)),
            Cue(2.0, 2.0, "Ready?", CueKind.SAY, Place(0, 1)),
            Cue(begin + 1, 1.0, "one", CueKind.COUNT, Place(0, 1, 1)),
            Cue(begin + 2, 1.0, "two", CueKind.COUNT, Place(0, 1, 2)),
        ),
        begin + 3.0,
        None,
    )


def test_a_slow_voice_takes_from_the_rest_and_shifts_no_count() -> None:
    timeline = play(inflate(apla.render(ready_and_hold(rest=2.0), "token")), lambda _text: 3.0)
    assert timeline.planned == AFTER_A_SLOW_VOICE
    assert timeline.seconds == 11.0


def test_a_voice_slower_than_line_and_rest_delays_the_hold_and_is_not_cut() -> None:
    timeline = play(inflate(apla.render(ready_and_hold(rest=0.5), "token")), lambda _text: 3.0)
    assert timeline.planned == AFTER_A_SLOW_VOICE


def test_two_bouts_in_a_row_are_two_mixers() -> None:
    cues = tuple(
        Cue(3.0 * bout + k, 1.0, str(k), CueKind.COUNT, Place(0, bout, k)) for bout in (0, 1) for k in (1, 2)
    )
    component = inflate(apla.render(CueSheet(cues, 6.0, None), "token"))
    assert isinstance(component, Sequencer)
    assert [len(part.items) for part in component.items if isinstance(part, Mixer)] == [3, 2]


def test_a_sheet_that_says_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="something to say"):
        apla.render(CueSheet((), 5.0, None), "token")


@pytest.mark.parametrize(
    ("place", "wrong"),
    [("version", "0.9"), ("type", "APL"), ("mainTemplate", {"items": [{"type": "Silence", "duration": 5}]})],
)
def test_the_schema_refuses_what_alexa_would(place: str, wrong: object) -> None:
    sheet = CueSheet((Cue(0.0, 1.0, "Hold.", CueKind.SAY, Place(0)),), 1.0, None)
    directive = json.loads(json.dumps(apla.render(sheet, "token")))
    directive["document"][place] = wrong
    assert not SCHEMA.is_valid(directive)
