from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.shoes.distance import NO_DISTANCE, Fraction, Race, SpokenDistance, Unit, in_unit

KM, MI, M = Unit.KILOMETRES, Unit.MILES, Unit.METRES


@pytest.mark.parametrize(
    ("spoken", "metres"),
    [
        (SpokenDistance(Decimal(10), unit=KM), 10_000),
        (SpokenDistance(Decimal(10)), 10_000),
        (SpokenDistance(Decimal(10), fraction=Fraction.HALF, unit=KM), 10_500),
        (SpokenDistance(Decimal(6), decimals="2", unit=MI), 9_978),
        (SpokenDistance(Decimal(6), decimals="05", unit=KM), 6_050),
        (SpokenDistance(fraction=Fraction.HALF, unit=MI), 805),
        (SpokenDistance(Decimal(3), fraction=Fraction.QUARTER, unit=MI), 5_230),
        (SpokenDistance(Decimal(800), unit=M), 800),
        (SpokenDistance(race=Race.FIVE_K), 5_000),
        (SpokenDistance(race=Race.HALF_MARATHON), 21_098),
        (SpokenDistance(race=Race.MARATHON, fraction=Fraction.HALF), 21_098),
        (SpokenDistance(Decimal(-3), unit=KM), -3_000),
        (SpokenDistance(Decimal(-3), fraction=Fraction.HALF, unit=KM), -3_500),
    ],
)
def test_a_spoken_distance_has_its_metres(spoken: SpokenDistance, metres: int) -> None:
    value = spoken.metres(KM)
    assert value is not None
    assert round(value) == metres


def test_a_unit_alone_is_no_distance() -> None:
    assert SpokenDistance(unit=MI).metres(KM) is None
    assert NO_DISTANCE.metres(KM) is None


@given(st.integers(1, 32_000), st.sampled_from([KM, MI]))
def test_hundredths_of_a_unit_survive_as_whole_metres(hundredths: int, unit: Unit) -> None:
    metres = SpokenDistance(Decimal(hundredths // 100), decimals=f"{hundredths % 100:02}", unit=unit).metres(
        KM
    )
    assert metres is not None

    assert round(in_unit(round(metres), unit), 2) == Decimal(hundredths) / 100
