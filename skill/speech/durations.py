"""How long a voice takes to say a text, without a voice at hand."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_DIGIT: Final = re.compile(r"\d")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_COMMA: Final = re.compile(r"[,;:](?=\s)")
_STOP: Final = re.compile(r"[.!?](?=\s)")
_DIGIT_LETTERS: Final = 4
"""Letters of an average English digit's name; one vowel group each."""

_SLOT_MARGIN: Final = 1.15
_SLOT_REST: Final = 0.3


@dataclass(frozen=True, slots=True)
class _Voice:
    """The measured table of a language; see the head of `content/<language>/durations.toml`."""

    words: dict[str, float]
    letter: float
    vowel_group: float
    comma: float
    stop: float
    end: float


def speaking_seconds(text: str, pace: float = 1.0, language: str = "en") -> float:
    """The seconds a voice needs for a text, from its first sound to its last.

    Lone words of the table (the numbers of a count) are right to a hundredth of a second for the voice that
    was measured; other texts have a standard error of 7 % (`bench/durations.py`).

    Args:
        text: plain text of the language; empty takes no time.
        pace: how fast the voice speaks, 1 being the measured 165 words a minute and 0.5 half as fast.
        language: a language with a `durations.toml`.

    Raises:
        ValueError: the pace is not above 0.
    """
    if pace <= 0:
        raise ValueError(f"A voice's pace is above 0, not {pace}.")
    voice = _voice(language)
    spoken = text.strip().rstrip(".!?").lower()
    if not spoken:
        return 0.0
    alone = voice.words.get(spoken)
    return (_sentences(spoken, voice) if alone is None else alone) / pace


def slot_seconds(text: str, pace: float = 1.0, language: str = "en") -> float:
    """The seconds to leave for a text so that a normal voice is done by then, and a breath is left.

    All lines of the coach fit theirs when the measured voice says them, nine in ten when one of 140 words a
    minute does. See `speaking_seconds` for the arguments and errors.
    """
    return _SLOT_MARGIN * speaking_seconds(text, pace, language) + _SLOT_REST


def _sentences(spoken: str, voice: _Voice) -> float:
    words = _WORD.findall(spoken)
    digits = len(_DIGIT.findall(spoken))
    letters = sum(len(word.replace("'", "")) for word in words) + _DIGIT_LETTERS * digits
    vowel_groups = sum(_vowel_groups(word) for word in words) + digits
    if not letters:
        return 0.0
    return (
        letters * voice.letter
        + vowel_groups * voice.vowel_group
        + len(_COMMA.findall(spoken)) * voice.comma
        + len(_STOP.findall(spoken)) * voice.stop
        + voice.end
    )


def _vowel_groups(word: str) -> int:
    """The vowel groups that sound: an "e" at the end is mute, that of "-le" is not."""
    groups = len(_VOWELS.findall(word))
    mute = groups > 1 and word.endswith("e") and not word.endswith("le")
    return max(1, groups - mute)


@cache
def _voice(language: str) -> _Voice:
    table = tomllib.loads((files("skill.content") / language / "durations.toml").read_text("utf-8"))
    return _Voice(words=table["word"], **table["sentence"])
