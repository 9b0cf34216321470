import pytest

from bench.rotation import SETTLED_WEEKS, coach, live


@pytest.mark.parametrize("seed", range(5))
def test_three_pairs_rest_and_wear_level_through_a_year(seed: int) -> None:
    year = live(3, coach, seed)

    assert year.kept >= 0.95
    assert year.gap(SETTLED_WEEKS) <= 0.15
