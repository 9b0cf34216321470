import io
import wave
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.ears.speech_file import LONGEST, sound_of
from skill.ears.transcript import SAMPLE_RATE, EarsError


def wav(seconds: float, *, channels: int = 1, width: int = 2, rate: int = SAMPLE_RATE) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(width)
        sound.setframerate(rate)
        sound.writeframes(bytes(round(seconds * rate) * channels * width))
    return file.getvalue()


def test_a_pages_sound_is_its_samples() -> None:
    assert len(sound_of(wav(1.5))) == 1.5 * SAMPLE_RATE * 2


@pytest.mark.parametrize(
    "file",
    [wav(1, channels=2), wav(1, width=1), wav(1, rate=8_000), wav(1, rate=48_000)],
    ids=["stereo", "8 bits", "8 kHz", "48 kHz"],
)
def test_another_form_of_sound_is_refused(file: bytes) -> None:
    with pytest.raises(EarsError, match="16 kHz"):
        sound_of(file)


def test_a_speech_that_does_not_end_is_refused() -> None:
    with pytest.raises(EarsError, match="20 seconds"):
        sound_of(wav(LONGEST + 0.1))


def test_a_file_that_breaks_off_gives_what_is_there() -> None:
    assert len(sound_of(wav(1.0)[:1_045])) == 1_000


@given(st.binary(max_size=200) | st.builds(lambda rest: wav(0.01)[:40] + rest, st.binary(max_size=60)))
def test_any_bytes_are_sound_or_refused(file: bytes) -> None:
    with suppress(EarsError):
        assert len(sound_of(file)) % 2 == 0


def test_a_file_that_lies_about_its_length_is_refused_or_read_as_far_as_it_goes() -> None:
    good = wav(1)
    for lie in (0, 1, 0x7FFFFFFF, 0xFFFFFFFF):
        junk = good[:12] + b"junk" + lie.to_bytes(4, "little") + good[12:]
        with suppress(EarsError):
            assert len(sound_of(junk)) <= LONGEST * SAMPLE_RATE * 2
