"""The words of a count aloud, short enough for their second."""

from functools import cache
from typing import Final

from skill.content.language import Language
from skill.speech.numbers import HUNDRED, number_in_words
from skill.speech.voice_seconds import speaking_seconds

LARGEST: Final = 999
"""The largest number that can be counted: more than any hold or massage in seconds."""

_SLOWEST_PACE: Final = 120 / 150
"""Pace of the slowest voice that a count must fit: espeak-ng at 120 words a minute; `durations.toml` was
measured at 150."""


def count_in_words(language: Language, number: int, seconds: float = 1.0) -> str:
    """The word for a number of a count, short enough to be over before the next count.

    The whole number when a slow voice has time for it. If not, the coach says the tens in full and only the
    units between them, as coaches do: "nineteen, twenty, one, two ... nine, thirty".

    Args:
        language: the one to say it in.
        number: 0 to `LARGEST`.
        seconds: the time to the next count.

    Raises:
        ValueError: the number is outside its range.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(f"A count goes from 0 to {LARGEST}, not to {number}.")
    longest = _longest_word_seconds(
        language.code, (*language.all("numbers.digits"), *language.all("numbers.tens"))
    )
    whole = number_in_words(language, number) if 2 * longest < seconds else ""
    return whole if whole and longest * len(whole.split()) < seconds else _shortened(language, number)


def _shortened(language: Language, number: int) -> str:
    rest = number % HUNDRED
    if number and not rest:
        return language.say("numbers.hundred_counted")
    own_words = language.all("numbers.digits")
    if rest < len(own_words):
        return own_words[rest]
    tens, unit = divmod(rest, 10)
    return own_words[unit] if unit else language.all("numbers.tens")[tens]


@cache
def _longest_word_seconds(language: str, words: tuple[str, ...]) -> float:
    """The seconds a slow voice takes for the longest word of a number.

    Every word is given so long: "forty one" said whole and then "forty seven" said short would confuse.
    """
    return max(speaking_seconds(word, language, _SLOWEST_PACE) for word in words)
