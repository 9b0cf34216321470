"""The words of a count aloud, short enough for their second."""

from functools import cache
from typing import Final

from skill.content.language import Language
from skill.speech.durations import speaking_seconds
from skill.speech.numbers import HUNDRED, number_in_words

LARGEST: Final = 999
"""The largest number that can be counted: more than any hold or massage in seconds."""

_SLOWEST_PACE: Final = 120 / 150
"""The slowest voice that a count must fit: espeak-ng's 120, where `durations.toml` measured its 150."""


def count_in_words(language: Language, number: int, seconds: float = 1.0) -> str:
    """What the coach says for a number so that the word is over before the next count.

    The whole number where a slow voice has the time for it, else what a coach says who counts every
    second: the tens in full and only the unit between them ("nineteen, twenty, one, two ... nine, thirty").

    Args:
        language: the one to say it in.
        number: 0 to `LARGEST`.
        seconds: the time to the next count.

    Raises:
        ValueError: the number is outside its range.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(f"A count goes from 0 to {LARGEST}, not to {number}.")
    longest = _longest(language.code, (*language.all("numbers.digits"), *language.all("numbers.tens")))
    whole = number_in_words(language, number) if 2 * longest < seconds else ""
    return whole if whole and longest * len(whole.split()) < seconds else _short(language, number)


def _short(language: Language, number: int) -> str:
    rest = number % HUNDRED
    if number and not rest:
        return language.say("numbers.hundred_counted")
    own_words = language.all("numbers.digits")
    if rest < len(own_words):
        return own_words[rest]
    tens, unit = divmod(rest, 10)
    return own_words[unit] if unit else language.all("numbers.tens")[tens]


@cache
def _longest(language: str, words: tuple[str, ...]) -> float:
    """The seconds a slow voice takes for the longest word of a number.

    It stands for every word, for "forty one" said whole beside "forty seven" said short would confuse.
    """
    return max(speaking_seconds(word, language, _SLOWEST_PACE) for word in words)
