import os
import subprocess
import sys

import espeakng_loader  # type: ignore[import-untyped]  # it ships no types
import numpy as np
import pytest

from skill.sound import voice
from skill.sound.errors import SoundError
from skill.sound.spoken_replies import PLAYERS, NoPlayerError, find_player
from skill.sound.voice import Voice, VoiceMissingError


def test_a_voice_begins_and_ends_with_sound() -> None:
    for text in ("two", "five", "Hold."):
        samples = np.abs(Voice().speak(text).astype(int))
        assert samples[0] > 0
        assert samples[-1] > 0
        assert samples.max() > 3_000


def test_a_slower_voice_takes_longer() -> None:
    line = "Switch to your left foot."
    lengths = [len(Voice(words_per_minute=speed).speak(line)) for speed in (120, 150, 220)]
    assert lengths == sorted(lengths, reverse=True)


def test_two_voices_keep_their_own_speed() -> None:
    slow, fast = Voice(words_per_minute=120), Voice(words_per_minute=220)
    alone = len(fast.speak("one"))
    slow.speak("one")
    assert len(Voice(words_per_minute=220).speak("one")) == pytest.approx(alone, rel=0.02)


def test_silence_is_said_as_nothing() -> None:
    assert len(Voice().speak("")) == 0


@pytest.mark.parametrize("speed", [0, 79, 451])
def test_a_speed_that_no_voice_has_is_refused(speed: int) -> None:
    with pytest.raises(SoundError, match="words a minute"):
        Voice(words_per_minute=speed)


def test_an_unknown_language_is_a_missing_voice() -> None:
    with pytest.raises(VoiceMissingError, match="xx-nowhere"):
        Voice("xx-nowhere")


def test_without_espeak_the_answer_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    monkeypatch.setattr("ctypes.util.find_library", lambda _name: None)
    monkeypatch.setattr("skill.sound.voice.load_library", voice.load_library.__wrapped__)
    with pytest.raises(VoiceMissingError, match="pip install"):
        Voice()


def test_without_a_player_the_answer_names_some(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(NoPlayerError, match="aplay"):
        find_player()


def test_the_first_player_that_is_there_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name if name in ("afplay", "aplay") else None)
    assert find_player() == ("aplay", "-q")
    assert ("afplay",) in PLAYERS


def test_the_systems_own_espeak_is_taken_where_the_wheel_is_not() -> None:
    without_the_wheel = (
        "import ctypes.util, sys; library = sys.argv[1]; sys.modules['espeakng_loader'] = None;"
        "ctypes.util.find_library = lambda name: library if name == 'espeak-ng' else None;"
        "from skill.sound.voice import Voice; print(len(Voice().speak('one')))"
    )
    done = subprocess.run(  # noqa: S603 - this Python, with a line of ours
        [sys.executable, "-c", without_the_wheel, espeakng_loader.get_library_path()],
        env={**os.environ, "ESPEAK_DATA_PATH": espeakng_loader.get_data_path()},
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) == pytest.approx(len(Voice().speak("one")), rel=0.02)
