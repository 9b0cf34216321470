"""What docs/rotation.md says of two simulated years, for a few runners of each closet."""

import pytest

from bench.rotation import CLOSETS, Closet, coach, live

KEPT_FOR_LONG_RUNS = CLOSETS[-1]
"""Its long run is always in one pair, so when that one ends is not the choice's to say."""


@pytest.mark.parametrize("closet", CLOSETS, ids=lambda closet: closet.name)
def test_pairs_rest_and_take_turns_through_two_years(closet: Closet) -> None:
    for seed in range(3):
        years = live(closet, coach, seed)

        assert years.kept >= 0.95
        assert years.least_share >= 0.15
        assert years.longest_row <= 2
        if closet != KEPT_FOR_LONG_RUNS:
            assert years.weeks_between_ends >= 3
