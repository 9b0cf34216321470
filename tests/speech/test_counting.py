from random import Random

import pytest

from skill.speech.counting import LARGEST
from skill.speech.phrasebook import Phrasebook
from skill.speech.voice_seconds import speaking_seconds

WORDS = Phrasebook.of("en", Random(0))  # noqa: S311 - wordings, not secrets


def test_up_to_twenty_every_number_is_said_whole() -> None:
    assert [WORDS.count(number) for number in (1, 2, 13, 17, 20)] == [
        "one",
        "two",
        "thirteen",
        "seventeen",
        "twenty",
    ]


def test_beyond_twenty_only_the_unit_is_said_between_the_tens() -> None:
    counted = " ".join(WORDS.count(number) for number in range(19, 32))
    assert counted == "nineteen twenty one two three four five six seven eight nine thirty one"


def test_every_number_beyond_twenty_is_said_in_the_same_way() -> None:
    between = [WORDS.count(number) for number in range(21, 100) if number % 10]
    assert all(word == WORDS.count(number) for number, word in zip(range(1, 10), between, strict=False))
    assert between == between[:9] * 8


def test_where_there_is_time_the_whole_number_is_said() -> None:
    assert WORDS.count(25, seconds=5) == "twenty five"
    assert WORDS.count(100, seconds=5) == "one hundred"
    assert WORDS.count(145, seconds=5) == "one hundred and forty five"


def test_a_hundred_is_said_short_when_counted_every_second() -> None:
    assert [WORDS.count(number) for number in (99, 100, 101)] == ["nine", "hundred", "one"]


@pytest.mark.parametrize("seconds", [1.0, 2.0, 5.0])
def test_every_count_is_over_before_the_next_even_on_a_slow_voice(seconds: float) -> None:
    slow = 120 / 150
    for number in range(LARGEST + 1):
        assert speaking_seconds(WORDS.count(number, seconds), "en", slow) < seconds


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_a_number_nobody_counts_to_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="count goes from 0"):
        WORDS.count(number)
