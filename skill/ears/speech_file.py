"""Sound as a page sends it: a WAV file of one utterance."""

import io
import wave
from typing import Final

from skill.ears.transcript import SAMPLE_BYTES, SAMPLE_RATE, EarsError

LONGEST: Final = 20.0
"""Seconds of sound that are heard at once: nobody says more to a coach in a breath."""


def sound_of(file: bytes) -> bytes:
    """The samples of a WAV file: mono, 16 bits, 16 kHz, at most `LONGEST` seconds.

    Raises:
        EarsError: it is none; the message says what is wrong with it.
    """
    try:
        with wave.open(io.BytesIO(file)) as sound:
            form = sound.getnchannels(), sound.getsampwidth(), sound.getframerate()
            if form != (1, SAMPLE_BYTES, SAMPLE_RATE):
                raise EarsError("Speech is sent as WAV: mono, 16 bits, 16 kHz.")
            if sound.getnframes() > LONGEST * SAMPLE_RATE:
                raise EarsError(f"Speech lasts {LONGEST:.0f} seconds at most.")
            frames: bytes = sound.readframes(sound.getnframes())
    except (wave.Error, EOFError, ValueError, RuntimeError) as error:
        raise EarsError("Speech is sent as a WAV file; this is none.") from error
    return frames[: len(frames) // SAMPLE_BYTES * SAMPLE_BYTES]
