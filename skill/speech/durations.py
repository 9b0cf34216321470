"""How long a voice takes to say a text, without a voice at hand."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from skill.content.loader import content_folder

_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_DIGIT: Final = re.compile(r"\d")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_COMMA: Final = re.compile(r"[,;:](?=\s)")
_STOP: Final = re.compile(r"[.!?](?=\s)")
_DIGIT_LETTERS: Final = 4
"""Letters of an average English digit's name; one vowel group each."""

_FEATURES: Final = ("letter", "vowel_group", "comma", "stop", "end")
"""What `features` gives, in its order."""

_SLOT_MARGIN: Final = 1.2
_SLOT_REST: Final = 0.3


@dataclass(frozen=True, slots=True)
class _Voice:
    """The measured table of a language; see the head of `content/<language>/voice/durations.toml`."""

    words: dict[str, float]
    sentence: tuple[float, ...]


@lru_cache(maxsize=2048)  # a sheet is measured more than once, and the coach has no more lines
def speaking_seconds(text: str, pace: float = 1.0, language: str = "en") -> float:
    """The seconds a voice needs for a text, from its first sound to its last.

    The voice is espeak-ng at 150 words a minute by its own measure, about 170 in the coach's lines, where
    assistants' voices are commonly put at 150 to 165. The numbers of a count are right to a hundredth of a
    second for it; other texts have a standard error of 7 % (`bench/durations.py`).

    Args:
        text: plain text of the language; empty takes no time.
        pace: how fast the voice speaks, 1 being as fast as the measured one and 0.5 half as fast.
        language: a language with a `durations.toml`.

    Raises:
        ValueError: the pace is not above 0.
    """
    if pace <= 0:
        raise ValueError(f"A voice's pace is above 0, not {pace}.")
    voice = _voice(language)
    alone = voice.words.get(text.strip().rstrip(".!?").lower())
    if alone is None:
        alone = sum(count * each for count, each in zip(features(text), voice.sentence, strict=True))
    return alone / pace


def slot_seconds(text: str, pace: float = 1.0, language: str = "en") -> float:
    """The seconds to leave for a text so that a normal voice is done by then, and a breath is left.

    All lines of the coach fit theirs when the measured voice says them, and nearly all when one does that is
    a fifth slower. See `speaking_seconds` for the arguments and errors.
    """
    return _SLOT_MARGIN * speaking_seconds(text, pace, language) + _SLOT_REST


def features(text: str) -> tuple[int, int, int, int, int]:
    """What the length of a text is estimated from.

    Returns:
        Its letters, sounding vowel groups, commas, stops inside it, and 1 for its end, which is lengthened.
    """
    spoken = text.strip().rstrip(".!?").lower()
    words = _WORD.findall(spoken)
    digits = len(_DIGIT.findall(spoken))
    letters = sum(len(word.replace("'", "")) for word in words) + _DIGIT_LETTERS * digits
    vowel_groups = sum(_vowel_groups(word) for word in words) + digits
    return letters, vowel_groups, len(_COMMA.findall(spoken)), len(_STOP.findall(spoken)), int(letters > 0)


def _vowel_groups(word: str) -> int:
    """The vowel groups that sound: an "e" at the end is mute, that of "-le" is not."""
    groups = len(_VOWELS.findall(word))
    mute = groups > 1 and word.endswith("e") and not word.endswith("le")
    return max(1, groups - mute)


@cache
def _voice(language: str) -> _Voice:
    table = tomllib.loads((content_folder() / language / "voice" / "durations.toml").read_text("utf-8"))
    return _Voice(table["word"], tuple(table["sentence"][name] for name in _FEATURES))
