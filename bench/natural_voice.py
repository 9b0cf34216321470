"""Measures the natural voice: whether it says every line in the time that is planned for it, and how fast.

    python -m bench.natural_voice [PATH.onnx]

Speaks the numbers of a count and every sentence of the coach, as `bench/durations.py` finds them.
"""

import sys
import time
from pathlib import Path
from random import Random

import numpy as np

from bench.durations import lines
from skill.sound.natural_voice import NaturalVoice
from skill.speech.phrasebook import Phrasebook
from skill.speech.voice_seconds import planned_seconds, speaking_seconds


def main() -> None:
    """Speak all of it and print what it took."""
    begun = time.perf_counter()
    voice = NaturalVoice(Path(sys.argv[1]) if sys.argv[1:] else None)
    loaded = time.perf_counter() - begun
    words = Phrasebook.of("en", Random(0))  # noqa: S311 - no wordings are drawn
    counts = np.array([seconds(voice, words.count(number)) for number in range(1, 61)])
    texts = lines()
    begun = time.perf_counter()
    spoken = np.array([seconds(voice, text) for text in texts])
    took = time.perf_counter() - begun
    measured = spoken / [speaking_seconds(text, "en") for text in texts]
    planned = spoken / [planned_seconds(text, "en") for text in texts]
    print(f"loaded in {loaded:.2f} s; a second of speech takes {took / spoken.sum():.3f} s")
    print(f"the longest count lasts {counts.max():.2f} s, on average {counts.mean():.2f}")
    print(
        f"{len(texts)} lines, beside the measured voice: {measured.mean():.2f} on average, "
        f"{measured.max():.2f} at most, "
        f"{np.mean(measured <= 1):.1%} no longer; beside what is planned: {planned.max():.2f} at most"
    )


def seconds(voice: NaturalVoice, text: str) -> float:
    """How long a text lasts."""
    return len(voice.speak(text)) / voice.sample_rate


if __name__ == "__main__":
    main()
