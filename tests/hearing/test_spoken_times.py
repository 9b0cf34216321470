"""Times of day as they are said, as AMAZON.TIME delivers them."""

import pytest

from skill.hearing.spoken_times import times_in
from skill.hearing.vocabulary import vocabulary
from skill.hearing.words import forms, words_of

WORDS = vocabulary("en")
TIMES = {
    "eight": "08:00",
    "at eight": "08:00",
    "8": "08:00",
    "8:30": "08:30",
    "19:45": "19:45",
    "8 p.m.": "20:00",
    "eight pm": "20:00",
    "eight a m": "08:00",
    "eight o'clock": "08:00",
    "three o clock": "15:00",
    "three in the morning": "03:00",
    "one at night": "01:00",
    "eight thirty": "08:30",
    "eight oh five": "08:05",
    "eight forty five in the evening": "20:45",
    "half past seven": "07:30",
    "half seven": "07:30",
    "quarter past six in the evening": "18:15",
    "a quarter to nine": "08:45",
    "ten to eight": "07:50",
    "twenty past five": "05:20",
    "five minutes to twelve": "11:55",
    "twelve": "12:00",
    "twelve at night": "00:00",
    "ten to one": "12:50",
    "noon": "12:00",
    "midnight": "00:00",
    "eleven at night": "23:00",
}


@pytest.mark.parametrize(("said", "time"), TIMES.items(), ids=TIMES.keys())
def test_a_time_is_understood(said: str, time: str) -> None:
    assert [found.value for found in times_in(forms(words_of(said, WORDS)), WORDS)] == [time]


@pytest.mark.parametrize(
    "said", ["the second one", "forty seconds", "half an hour", "the last one", "a quarter"]
)
def test_what_is_none_is_none(said: str) -> None:
    found = [one.value for one in times_in(forms(words_of(said, WORDS)), WORDS)]
    assert found == []
