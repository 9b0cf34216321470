"""How long a voice takes to say a text, without a voice at hand."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Final

from skill.content.loader import content_folder, read
from skill.value import Value

_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_DIGIT: Final = re.compile(r"\d")
_COMMA: Final = re.compile(r"[,;:](?=\s)")
_STOP: Final = re.compile(r"[.!?](?=\s)")
_FEATURES: Final = ("letter", "vowel_group", "comma", "stop", "end")
"""What `features` gives, in its order."""

_MARGIN: Final = 1.2
_BREATH: Final = 0.3


class _Voice(Value):
    """What was measured of a voice; see the head of `content/<language>/voice/durations.toml`."""

    words: dict[str, float]
    sentence: tuple[float, ...]


class _Spelling(Value):
    """How words are read; see `content/<language>/voice/spelling.toml`."""

    vowels: re.Pattern[str]
    silent: re.Pattern[str]
    digit_letters: int


@lru_cache(maxsize=2048)  # a sheet is measured more than once, and the coach has no more lines
def speaking_seconds(text: str, language: str, pace: float = 1.0) -> float:
    """The seconds a voice needs for a text, from its first sound to its last.

    The voice is espeak-ng at 150 words a minute by its own measure, about 170 in the coach's lines, where
    assistants' voices are commonly put at 150 to 165. The numbers of a count are right to a hundredth of a
    second for it; other texts have a standard error of 7 % (`bench/durations.py`).

    Args:
        text: plain text of the language; empty takes no time.
        language: ISO 639-1 code of one that has a voice in `content/<language>/voice/`.
        pace: how fast the voice speaks: 1 is as fast as the measured one, 0.5 half as fast.

    Raises:
        ValueError: the pace is not above 0.
    """
    if pace <= 0:
        raise ValueError(f"A voice's pace is above 0, not {pace}.")
    voice = _voice(language)
    alone = voice.words.get(text.strip().rstrip(".!?").lower())
    if alone is None:
        alone = sum(
            count * each for count, each in zip(features(text, language), voice.sentence, strict=True)
        )
    return alone / pace


def planned_seconds(text: str, language: str) -> float:
    """The seconds to plan for a text: a normal voice is done by then, and there is time for a breath.

    The measured voice says every line of the coach in its time, and a voice that is a fifth slower nearly all
    of them. See `speaking_seconds` for the arguments.
    """
    return _MARGIN * speaking_seconds(text, language) + _BREATH


def features(text: str, language: str) -> tuple[int, int, int, int, int]:
    """What the length of a text is estimated from.

    Returns:
        Its letters, sounding vowel groups, commas, stops inside it, and 1 for its end, which is lengthened.
    """
    spoken = text.strip().rstrip(".!?").lower()
    words = _WORD.findall(spoken)
    digits = len(_DIGIT.findall(spoken))
    spelling = _spelling(language)
    letters = sum(len(word.replace("'", "")) for word in words) + spelling.digit_letters * digits
    vowel_groups = sum(_vowel_groups(word, spelling) for word in words) + digits
    return letters, vowel_groups, len(_COMMA.findall(spoken)), len(_STOP.findall(spoken)), int(letters > 0)


def _vowel_groups(word: str, spelling: _Spelling) -> int:
    """The vowel groups that sound, at least one."""
    groups = len(spelling.vowels.findall(word))
    return max(1, groups - bool(spelling.silent.search(word)))


@cache
def _voice(language: str) -> _Voice:
    table = _table(language, "durations")
    return _Voice(table["word"], tuple(table["sentence"][name] for name in _FEATURES))


@cache
def _spelling(language: str) -> _Spelling:
    table = _table(language, "spelling")
    vowels, silent = re.compile(f"[{table['vowels']}]+"), re.compile(table["silent"])
    return _Spelling(vowels, silent, table["digit_letters"])


def _table(language: str, name: str) -> Mapping[str, Any]:
    return read(content_folder(), f"{language}/voice/{name}.toml").values
