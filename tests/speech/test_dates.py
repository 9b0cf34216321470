from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.speech.dates import (
    day_in_words,
    on_day_in_words,
    since_in_words,
    year_in_words,
)
from skill.speech.phrasebook import Phrasebook

WORDS = Phrasebook.of("en", Random(0))  # noqa: S311  chance among wordings
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 20, tzinfo=ZoneInfo("Europe/London"))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 22), "today"),
        (date(2026, 11, 21), "yesterday"),
        (date(2026, 11, 23), "tomorrow"),
        (date(2026, 11, 17), "on Tuesday"),
        (date(2026, 11, 28), "on Saturday"),
        (date(2026, 11, 15), "on Sunday last week"),
        (date(2026, 11, 1), "on November the first"),
        (date(2026, 12, 31), "on December the thirty-first"),
        (date(2025, 3, 3), "on March the third, twenty twenty five"),
    ],
)
def test_a_day_is_named_as_people_name_it(day: date, said: str) -> None:
    assert on_day_in_words(WORDS, day, TODAY) == said


@pytest.mark.parametrize(
    ("hours_ago", "said"),
    [
        (13, "since this morning"),
        (7, "since this afternoon"),
        (1, "since this evening"),
        (24, "since yesterday"),
        (24 * 5, "since Tuesday"),
        (24 * 40, "since October the thirteenth"),
    ],
)
def test_since_when_a_pair_rests(hours_ago: float, said: str) -> None:
    assert since_in_words(WORDS, NOW - timedelta(hours=hours_ago), NOW) == said


@pytest.mark.parametrize(
    ("year", "said"),
    [(1998, "nineteen ninety eight"), (2005, "two thousand and five"), (2026, "twenty twenty six")],
)
def test_years_are_said_as_years(year: int, said: str) -> None:
    assert year_in_words(WORDS, year) == said


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_every_day_has_words_without_a_digit(day: date) -> None:
    assert not any(letter.isdigit() for letter in day_in_words(WORDS, day, TODAY))
