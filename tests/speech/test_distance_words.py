from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.shoes.distance import Unit
from skill.speech.distance_words import distance_in_words, exact_distance_in_words
from skill.speech.phrasebook import Phrasebook

WORDS = Phrasebook.of("en", Random(0))  # noqa: S311  chance among wordings
KM, MI, M = Unit.KILOMETRES, Unit.MILES, Unit.METRES


@pytest.mark.parametrize(
    ("metres", "unit", "said"),
    [
        (10_000, KM, "ten kilometres"),
        (1_000, KM, "one kilometre"),
        (10_500, KM, "ten and a half kilometres"),
        (3_250, KM, "three and a quarter kilometres"),
        (9_978, MI, "six point two miles"),
        (9_978, KM, "nine point nine eight kilometres"),
        (6_050, KM, "six point zero five kilometres"),
        (1_609, MI, "one mile"),
        (805, MI, "half a mile"),
        (402, MI, "a quarter of a mile"),
        (644, MI, "zero point four miles"),
        (500, KM, "five hundred metres"),
        (804, KM, "eight hundred metres"),
        (75, KM, "seventy five metres"),
        (1, KM, "one metre"),
        (16, MI, "zero point zero one miles"),
        (21_098, KM, "a half marathon"),
        (42_195, MI, "a marathon"),
        (999, KM, "one kilometre"),
        (10_000, MI, "ten kilometres"),
        (16_093, MI, "ten miles"),
        (120_000, KM, "one hundred and twenty kilometres"),
    ],
)
def test_a_run_is_read_back_as_it_was_told(metres: int, unit: Unit, said: str) -> None:
    assert exact_distance_in_words(WORDS, metres, unit) == said


@pytest.mark.parametrize(
    ("metres", "unit", "said"),
    [
        (0, KM, "nothing"),
        (212_345, KM, "two hundred and twelve kilometres"),
        (19_940, KM, "nineteen point nine kilometres"),
        (19_970, KM, "twenty kilometres"),
        (50_500, KM, "fifty kilometres"),
        (51_500, KM, "fifty two kilometres"),
        (12_480, KM, "twelve and a half kilometres"),
        (800_000, MI, "four hundred and ninety seven miles"),
        (96, MI, "zero point one miles"),
        (10, MI, "zero point one miles"),
        (640, KM, "six hundred and forty metres"),
        (1_234_000, KM, "one thousand two hundred and thirty four kilometres"),
        (9_978, M, "ten kilometres"),
    ],
)
def test_a_sum_is_rounded_for_speech(metres: int, unit: Unit, said: str) -> None:
    assert distance_in_words(WORDS, metres, unit) == said


@given(st.integers(0, 3_000_000), st.sampled_from(list(Unit)))
def test_every_distance_has_words_without_a_digit(metres: int, unit: Unit) -> None:
    for said in (distance_in_words(WORDS, metres, unit), exact_distance_in_words(WORDS, metres, unit)):
        assert said
        assert not any(letter.isdigit() for letter in said)
