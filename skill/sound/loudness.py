"""Sound from a synthesizer made equal: without silence around it, and each text as loud as any other."""

from typing import Final

import numpy as np
import numpy.typing as npt

from skill.sound.performance import Samples

LOUDNESS: Final = 10 ** (-20 / 20)
"""Root mean square of what is spoken, beside full scale: -20 dB, where a peak of speech has room above it."""

PEAK: Final = 0.95
"""The loudest that a sample may become, beside full scale."""

AUDIBLE: Final = 10 ** (-46 / 20)
"""What is softer, beside full scale, is silence: "four" begins at -41 dB, Piper's hiss is at -60."""

_BELOW_LOUDEST: Final = 10 ** (-30 / 20)
"""Frames softer than this, beside the loudest, are pauses and do not count as spoken."""

_FRAME: Final = 0.02
"""Seconds: long enough for two periods of a low voice."""

_FADE: Final = 0.002
"""Seconds: nothing clicks, and no onset is heard later."""

Wave = npt.NDArray[np.float32]


def trimmed(wave: Wave) -> Wave:
    """A sound, -1 to 1, from its first audible sample to its last; empty where nothing is audible."""
    audible = np.flatnonzero(np.abs(wave) > AUDIBLE)
    return wave[audible[0] : audible[-1] + 1] if audible.size else wave[:0]


def evened(wave: Wave, sample_rate: int) -> Wave:
    """A sound as loud as any other, with soft edges.

    Loud is what is spoken, by its root mean square: by peaks, "two" would be twice as loud as a sentence.
    """
    if not wave.size:
        return wave
    frame = min(round(_FRAME * sample_rate), wave.size)
    frames = wave[: wave.size // frame * frame].reshape(-1, frame)
    power = np.sqrt(np.mean(np.square(frames), axis=1))
    spoken = power[power >= power.max() * _BELOW_LOUDEST]
    gain = LOUDNESS / max(float(np.sqrt(np.mean(np.square(spoken)))), AUDIBLE)
    even = np.asarray(wave * min(gain, PEAK / max(float(np.abs(wave).max()), AUDIBLE)), dtype=np.float32)
    edge = min(round(_FADE * sample_rate), even.size // 2)
    if edge:
        ramp = np.linspace(0.2, 1, edge, dtype=np.float32)
        even[:edge] *= ramp
        even[-edge:] *= ramp[::-1]
    return even


def as_samples(wave: Wave) -> Samples:
    """A sound, -1 to 1, in 16 bits."""
    return np.asarray(np.clip(wave, -1, 1) * np.iinfo(np.int16).max, dtype=np.int16)
