from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.speech.numbers import (
    duration_in_words,
    exact_duration_in_words,
    number_in_words,
    rough_duration_in_words,
)
from skill.speech.phrasebook import Phrasebook

WORDS = Phrasebook.of("en", Random(0))  # noqa: S311 - the same test twice is the same


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "zero"),
        (7, "seven"),
        (19, "nineteen"),
        (20, "twenty"),
        (21, "twenty one"),
        (100, "one hundred"),
        (101, "one hundred and one"),
        (125, "one hundred and twenty five"),
        (800, "eight hundred"),
        (999, "nine hundred and ninety nine"),
        (1_000, "one thousand"),
        (1_005, "one thousand and five"),
        (1_100, "one thousand one hundred"),
        (1_999, "one thousand nine hundred and ninety nine"),
        (20_000, "twenty thousand"),
        (999_999, "nine hundred and ninety nine thousand nine hundred and ninety nine"),
        (-3, "minus three"),
        (1_000_000, "1000000"),
        (-2_500_000, "minus 2500000"),
    ],
)
def test_a_number_is_said_in_words(number: int, said: str) -> None:
    assert number_in_words(WORDS, number) == said


@given(st.integers(-999_999, 999_999), st.integers(-999_999, 999_999))
def test_no_two_numbers_are_said_alike(one: int, other: int) -> None:
    assert (number_in_words(WORDS, one) == number_in_words(WORDS, other)) == (one == other)


@given(st.integers(-999_999, 999_999))
def test_a_number_in_words_holds_no_digit(number: int) -> None:
    said = number_in_words(WORDS, number)
    assert said.replace(" ", "").isalpha()
    assert "  " not in said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "zero seconds"),
        (1, "one second"),
        (20, "twenty seconds"),
        (45, "forty five seconds"),
        (59.4, "fifty nine seconds"),
        (60, "one minute"),
        (80, "a minute and a half"),
        (90, "a minute and a half"),
        (120, "two minutes"),
        (150, "two and a half minutes"),
        (330, "five and a half minutes"),
        (600, "ten minutes"),
        (645, "eleven minutes"),
        (3600, "sixty minutes"),
    ],
)
def test_a_length_of_time_is_said_as_a_coach_says_it(seconds: float, said: str) -> None:
    assert duration_in_words(WORDS, seconds) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "about five seconds"),
        (13, "about fifteen seconds"),
        (57, "about fifty five seconds"),
        (59, "about one minute"),
        (61, "about one minute"),
        (200, "about three and a half minutes"),
    ],
)
def test_a_planned_length_is_said_as_an_estimate(seconds: float, said: str) -> None:
    assert rough_duration_in_words(WORDS, seconds) == said


@given(st.floats(0, 7_200), st.floats(0, 7_200))
def test_a_longer_time_is_never_said_as_a_shorter_one(one: float, other: float) -> None:
    shorter, longer = sorted((one, other))
    assert minutes_said(shorter) <= minutes_said(longer)


def minutes_said(seconds: float) -> float:
    """A time's words, looked up among those of whole seconds."""
    said = duration_in_words(WORDS, seconds)
    return min(whole for whole in range(7_260) if duration_in_words_of(whole) == said)


def duration_in_words_of(whole: int, known: dict[int, str] = {}) -> str:  # noqa: B006 - kept on purpose
    if whole not in known:
        known[whole] = duration_in_words(WORDS, whole)
    return known[whole]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (9, "nine seconds"),
        (60, "one minute"),
        (311.6, "five minutes and twelve seconds"),
        (1_560, "twenty six minutes"),
    ],
)
def test_a_pace_is_said_to_the_second(seconds: float, said: str) -> None:
    assert exact_duration_in_words(WORDS, seconds) == said
