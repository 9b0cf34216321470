"""The words of a count aloud, short enough for their second."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Final

from skill.content.loader import content_folder
from skill.speech.durations import speaking_seconds

LARGEST: Final = 999
"""The largest number that can be counted: more than any hold or massage in seconds."""

_SLOWEST_PACE: Final = 120 / 150
"""The slowest voice that a count must fit: espeak-ng's 120, where `durations.toml` measured its 150."""

_HUNDRED: Final = 100
_TEN: Final = 10
_TWENTY: Final = 20


@dataclass(frozen=True, slots=True)
class _Words:
    units: tuple[str, ...]
    tens: tuple[str, ...]
    hundred: str
    full: dict[str, str]


def count_word(number: int, seconds: float = 1.0, language: str = "en") -> str:
    """What the coach says for a number so that the word is over before the next count.

    The whole number where a slow voice has the time for it, else what a coach says who counts every
    second: the tens in full and only the unit between them ("nineteen, twenty, one, two ... nine, thirty").

    Args:
        number: 0 to `LARGEST`.
        seconds: the time to the next count.
        language: a language with a `counting.toml` and a `durations.toml`.

    Raises:
        ValueError: the number is outside its range.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(f"A count goes from 0 to {LARGEST}, not to {number}.")
    words = _words(language)
    whole = _whole(number, words)
    return whole if _longest(language) * len(whole.split()) < seconds else _short(number, words)


def _whole(number: int, words: _Words) -> str:
    hundreds, rest = divmod(number, _HUNDRED)
    if hundreds and rest:
        begin = words.full["hundreds"].format(unit=words.units[hundreds])
        return words.full["beyond"].format(hundreds=begin, rest=_whole(rest, words))
    if hundreds:
        return words.full["hundreds"].format(unit=words.units[hundreds])
    tens, unit = divmod(rest, _TEN)
    if rest < _TWENTY or not unit:
        return _short(number, words)
    return words.full["tens"].format(tens=words.tens[tens - 2], unit=words.units[unit])


def _short(number: int, words: _Words) -> str:
    rest = number % _HUNDRED
    if number and not rest:
        return words.hundred
    if rest < _TWENTY:
        return words.units[rest]
    tens, unit = divmod(rest, _TEN)
    return words.units[unit] if unit else words.tens[tens - 2]


@cache
def _longest(language: str) -> float:
    """The seconds a slow voice takes for the longest word of a number.

    It stands for every word, for "forty one" said whole beside "forty seven" said short would confuse.
    """
    words = _words(language)
    return max(speaking_seconds(word, _SLOWEST_PACE, language) for word in (*words.units, *words.tens))


@cache
def _words(language: str) -> _Words:
    path = content_folder() / language / "counting.toml"
    table = tomllib.loads(path.read_text("utf-8"))["counting"]
    return _Words(tuple(table["units"]), tuple(table["tens"]), table["hundred"], table["full"])
