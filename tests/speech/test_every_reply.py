"""Every routine under every setting, in both forms, within Alexa's limits."""

import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from skill.coach.cue_sheet import CueKind, CueSheet
from skill.coach.preferences import CountDirection, CountStyle, Flow, Pace, Preferences, Words
from skill.coach.telling import Telling
from skill.content.exercise import Equipment, Form, RoutineName
from skill.content.loader import exercises
from skill.conversation.memory.profile import Profile
from skill.sound.audio_document import inflate
from skill.sound.recital import recite
from skill.sound.timeline import play
from skill.speech import apla, ssml
from skill.speech.spoken_sheet import SpeechFormat, speak
from skill.speech.voice_seconds import speaking_seconds

SCHEMA = Draft202012Validator(json.loads(Path(__file__).with_name("apla.schema.json").read_text("utf-8")))
SLOW = 120 / 150
"""The slowest voice, as a pace of the one that was measured."""

NAMES = [*RoutineName, *exercises()]


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    def maybe(values: st.SearchStrategy[int]) -> int | None:
        return draw(st.none() | values)

    preferences = Preferences(
        hold_seconds=maybe(st.integers(10, 60)),
        massage_seconds=maybe(st.integers(20, 120)),
        repetitions=maybe(st.integers(3, 10)),
        sets=maybe(st.integers(1, 3)),
        count_style=draw(st.sampled_from(CountStyle)),
        count_direction=draw(st.sampled_from(CountDirection)),
        pace=draw(st.sampled_from(Pace)),
        flow=draw(st.sampled_from(Flow)),
        words=draw(st.sampled_from(Words)),
    )
    tellings = draw(st.dictionaries(st.sampled_from(sorted(exercises())), st.sampled_from(Telling)))
    forms = {name: draw(st.sampled_from(sorted(exercises()[name].forms))) for name in sorted(exercises())}
    return Profile(
        preferences=preferences,
        missing=frozenset({Equipment.FROZEN_BOTTLE} if draw(st.booleans()) else set()),
        forms={name: Form(form) for name, form in forms.items()},
        tellings=tellings,
    )


def sheets_of(name: str, profile: Profile, seed: int) -> list[CueSheet]:
    random = Random(seed)  # noqa: S311 - wordings, not secrets
    parts = recite(name, profile, exercises(), "en-US", random)
    return [part.reply.sheet for part in parts]


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=15, deadline=None)
@given(profile=profiles(), seed=st.integers(0, 3))
def test_every_reply_of_a_routine_is_within_alexas_limits(name: str, profile: Profile, seed: int) -> None:
    for sheet in sheets_of(name, profile, seed):
        assert sheet.seconds <= apla.LONGEST
        assert len(ssml.render(sheet, "en")) < ssml.LONGEST
        sound = speak(sheet, SpeechFormat.APLA, "token", "en")
        assert len(sound.speech) < ssml.LONGEST
        if sound.directive:
            SCHEMA.validate(sound.directive)
            inflate(sound.directive)
        assert len(json.dumps([sound.speech, sound.directive])) < 24_000


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=15, deadline=None)
@given(profile=profiles(), seed=st.integers(0, 3))
def test_no_cue_is_cut_by_the_next(name: str, profile: Profile, seed: int) -> None:
    for sheet in sheets_of(name, profile, seed):
        ends = [*(cue.at for cue in sheet.cues[1:]), sheet.seconds]
        for cue, end in zip(sheet.cues, ends, strict=True):
            pace = SLOW if cue.kind is CueKind.COUNT else 1.0
            assert cue.at + speaking_seconds(cue.text, "en", pace) <= end + 1e-6, cue.text
            assert cue.at + cue.seconds <= end + 1e-6, cue.text


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=15, deadline=None)
@given(profile=profiles(), seed=st.integers(0, 3), pace=st.sampled_from([SLOW, 1.0, 220 / 150]))
def test_no_voice_shifts_a_count(name: str, profile: Profile, seed: int, pace: float) -> None:
    for sheet in sheets_of(name, profile, seed):
        counts = [(cue.at, cue.text) for cue in sheet.cues if cue.kind is CueKind.COUNT]
        document = inflate(apla.render(sheet, "token"))
        timeline = play(document, lambda text: speaking_seconds(text, "en", pace))
        begun = zip(timeline.planned, sheet.cues, strict=True)
        heard = [planned for planned, cue in begun if cue.kind is CueKind.COUNT]
        assert [planned.text for planned in heard] == [text for _, text in counts]
        assert [planned.at for planned in heard] == pytest.approx([at for at, _ in counts], abs=0.03)
        assert timeline.seconds <= sheet.seconds + 1.0
