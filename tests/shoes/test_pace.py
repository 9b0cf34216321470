"""The usual pace: from the runs of which the time is known, and never from a time that nobody runs."""

import pytest

from skill.shoes.distance import Unit
from skill.shoes.pace import distance_at, pace, usual_pace
from skill.shoes.run import Run
from skill.value import replace
from tests.shoes.samples import run


def timed(metres: int, seconds: int | None) -> Run:
    return replace(run("a run", 1, metres / 1000), seconds=seconds)


def test_two_timed_runs_are_no_usual_pace() -> None:
    assert usual_pace([timed(10_000, 3_600), timed(5_000, 1_800), timed(8_000, None)]) is None


def test_the_usual_pace_is_the_middle_one() -> None:
    assert usual_pace([timed(10_000, 3_000), timed(10_000, 3_600), timed(10_000, 4_200)]) == 360


def test_a_time_that_nobody_runs_does_not_count() -> None:
    assert pace(10_000, 60) is None
    assert pace(1_000, 7_200) is None


@pytest.mark.parametrize(
    ("seconds", "unit", "metres"),
    [
        (2_400, Unit.KILOMETRES, 6_500),
        (2_460, Unit.KILOMETRES, 7_000),
        (60, Unit.KILOMETRES, 0),
        (2_400, Unit.MILES, 6_437),
    ],
)
def test_a_time_goes_so_far_to_half_a_unit(seconds: int, unit: Unit, metres: int) -> None:
    assert distance_at(360, seconds, unit) == metres
