from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.speech.distances import (
    Part,
    Race,
    Told,
    Unit,
    distance_in_words,
    exact_distance_in_words,
    in_unit,
)
from skill.speech.phrasebook import Phrasebook

WORDS = Phrasebook.of("en", Random(0))  # noqa: S311  chance among wordings
KM, MI, M = Unit.KILOMETRES, Unit.MILES, Unit.METRES


@pytest.mark.parametrize(
    ("told", "metres"),
    [
        (Told(Decimal(10), unit=KM), 10_000),
        (Told(Decimal(10)), 10_000),
        (Told(Decimal(10), part=Part.HALF, unit=KM), 10_500),
        (Told(Decimal(6), decimals="2", unit=MI), 9_978),
        (Told(Decimal(6), decimals="05", unit=KM), 6_050),
        (Told(part=Part.HALF, unit=MI), 805),
        (Told(Decimal(3), part=Part.QUARTER, unit=MI), 5_230),
        (Told(Decimal(800), unit=M), 800),
        (Told(race=Race.FIVE_K), 5_000),
        (Told(race=Race.HALF_MARATHON), 21_098),
        (Told(race=Race.MARATHON, part=Part.HALF), 21_098),
        (Told(Decimal(-3), unit=KM), -3_000),
        (Told(Decimal(-3), part=Part.HALF, unit=KM), -3_500),
    ],
)
def test_a_told_distance_has_its_metres(told: Told, metres: int) -> None:
    value = told.metres(KM)
    assert value is not None
    assert round(value) == metres


def test_nothing_told_is_no_distance() -> None:
    assert Told(unit=MI).metres(KM) is None


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
def test_a_sum_is_said_as_nobody_minds_it(metres: int, unit: Unit, said: str) -> None:
    assert distance_in_words(WORDS, metres, unit) == said


@given(st.integers(1, 32_000), st.sampled_from([KM, MI]))
def test_hundredths_come_back_as_told(hundredths: int, unit: Unit) -> None:
    told = Told(Decimal(hundredths // 100), decimals=f"{hundredths % 100:02}", unit=unit).metres(KM)
    assert told is not None

    assert round(in_unit(round(told), unit), 2) == Decimal(hundredths) / 100


@given(st.integers(0, 3_000_000), st.sampled_from(list(Unit)))
def test_every_distance_has_words_without_a_digit(metres: int, unit: Unit) -> None:
    for said in (distance_in_words(WORDS, metres, unit), exact_distance_in_words(WORDS, metres, unit)):
        assert said
        assert not any(letter.isdigit() for letter in said)
