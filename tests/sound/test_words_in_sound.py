"""What the durations and the counting promise, held against a real voice."""

from collections.abc import Iterator
from random import Random

import pytest

from bench.durations import lines
from skill.coach.cue_sheet import CueKind, CueSheet
from skill.coach.preferences import CountDirection, Pace, Preferences
from skill.content.exercise import RoutineName
from skill.content.loader import exercises
from skill.conversation.memory.profile import Profile
from skill.sound.recital import recite
from skill.sound.voice import Voice
from skill.speech.phrasebook import Phrasebook
from skill.speech.voice_seconds import planned_seconds, speaking_seconds

SLOW, NORMAL = 120, 150
WORDS = Phrasebook.of("en", Random(0))  # noqa: S311 - wordings, not secrets


def seconds(voice: Voice, text: str) -> float:
    return len(voice.speak(text)) / voice.sample_rate


def sheets() -> Iterator[CueSheet]:
    for name in RoutineName:
        for seed in range(2):
            for direction in CountDirection:
                preferences = Preferences(
                    hold_seconds=60, repetitions=10, count_direction=direction, pace=Pace.FASTER
                )
                profile = Profile(preferences=preferences)
                random = Random(seed)  # noqa: S311 - wordings, not secrets
                for part in recite(name, profile, exercises(), "en-US", random):
                    yield part.reply.sheet


def test_a_count_every_second_is_over_within_its_second_on_a_slow_voice() -> None:
    voice = Voice(words_per_minute=SLOW)
    assert max(seconds(voice, WORDS.count(number)) for number in range(1, 121)) < 0.95


def test_no_word_of_a_bout_is_cut_by_the_next_on_a_slow_voice() -> None:
    voice = Voice(words_per_minute=SLOW)
    for sheet in sheets():
        ends = [*(cue.at for cue in sheet.cues[1:]), sheet.seconds]
        for cue, end in zip(sheet.cues, ends, strict=True):
            if cue.kind is CueKind.COUNT:
                assert cue.at + seconds(voice, cue.text) <= end, cue.text


def test_every_line_of_the_coach_fits_its_slot_on_a_normal_voice() -> None:
    voice = Voice(words_per_minute=NORMAL)
    assert [line for line in lines() if seconds(voice, line) > planned_seconds(line, "en")] == []


def test_the_estimate_of_a_line_is_near_what_a_voice_takes() -> None:
    voice = Voice(words_per_minute=NORMAL)
    ratios = [speaking_seconds(line, "en") / seconds(voice, line) for line in lines()]
    assert sum(ratios) / len(ratios) == pytest.approx(1, abs=0.02)
    assert sum(abs(ratio - 1) < 0.15 for ratio in ratios) / len(ratios) > 0.94


def test_the_table_of_numbers_is_what_a_voice_takes() -> None:
    voice = Voice(words_per_minute=NORMAL)
    for number in range(21):
        word = WORDS.count(number)
        assert speaking_seconds(word, "en") == pytest.approx(seconds(voice, word), abs=0.015)
