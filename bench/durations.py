"""Measures how long a voice takes: prints `content/en/voice/durations.toml`, and how far the estimate is off.

    python -m bench.durations > skill/content/en/voice/durations.toml

Speaks the numbers of a count and every line of the coach with espeak-ng at 150 words a minute (its own
measure), and fits the length of a line to its letters, vowel groups, commas and stops, by least squares
of the relative error. What the fit is worth goes to the error stream.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, Final

import numpy as np

from skill.sound.voice import Voice
from skill.speech.phrasebook import Phrasebook
from skill.speech.voice_seconds import features

WORDS_PER_MINUTE: Final = 150
CONTENT: Final = Path("skill/content/en")
NOT_LINES: Final = {"durations.toml"}
SENTENCE: Final = re.compile(r"[A-Z].* .*[.!?]$")
PLACEHOLDER: Final = re.compile(r"\{\w+\}")
NAMES: Final = ("letter", "vowel_group", "comma", "stop", "end")

HEAD: Final = f"""\
# How long a voice takes, in seconds. Measured, not guessed: bench/durations.py speaks the numbers of a count
# and the coach's lines with espeak-ng at {WORDS_PER_MINUTE} words a minute and prints this file.

"""


def lines() -> list[str]:
    """Every sentence of the coach, with words where values would stand."""
    found: set[str] = set()
    for path in sorted(CONTENT.rglob("*.toml")):
        if path.name not in NOT_LINES:
            found.update(_texts(tomllib.loads(path.read_text("utf-8"))))
    return sorted(PLACEHOLDER.sub("the left side", line) for line in found if SENTENCE.match(line))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def main() -> None:
    """Measure, fit and print."""
    voice = Voice(words_per_minute=WORDS_PER_MINUTE)
    words = Phrasebook.of("en", Random(0))  # noqa: S311 - no wordings are drawn
    tens = filter(None, words.all("numbers.tens"))
    numbers = [*words.all("numbers.digits"), *tens, words.say("numbers.hundred_counted")]

    def seconds(text: str) -> float:
        return len(voice.speak(text)) / voice.sample_rate

    texts = lines()
    spoken = np.array([seconds(text) for text in texts])
    table = np.array([features(text, "en") for text in texts], dtype=float)
    weights, *_ = np.linalg.lstsq(table / spoken[:, None], np.ones(len(texts)), rcond=None)
    ratio = table @ weights / spoken
    speed = sum(len(text.split()) for text in texts) / spoken.sum() * 60
    print(
        f"{len(texts)} lines at {speed:.0f} words a minute; estimate over length: mean {ratio.mean():.3f}, "
        f"standard deviation {ratio.std():.3f}, from {ratio.min():.2f} to {ratio.max():.2f}",
        file=sys.stderr,
    )
    print(HEAD + "[sentence]")
    for name, weight in zip(NAMES, weights, strict=True):
        print(f"{name} = {weight:.4f}")
    print("\n[word]")
    for number in numbers:
        print(f"{number} = {seconds(number):.2f}")


if __name__ == "__main__":
    main()
