from datetime import UTC, timedelta, timezone

import pytest

from skill.shoes.ledger import log_run
from skill.shoes.rotation import Rotation
from skill.shoes.usual_hour import usual_hour
from tests.shoes.samples import NOW, run, shoe

MORNING, EVENING, NOON = 1, 14, 20
"""Hours before eight o'clock of the samples' Sunday: seven, six in the evening, noon."""


@pytest.mark.parametrize(
    ("hours_ago", "hour"),
    [
        ((), None),
        ((NOON,), None),
        ((MORNING,), 7),
        ((MORNING, MORNING + 24, EVENING), 7),
        ((MORNING, EVENING, EVENING + 24), 18),
        ((NOON, NOON + 24, EVENING), 18),
    ],
)
def test_a_runner_runs_at_the_hour_of_most_runs(hours_ago: tuple[float, ...], hour: int | None) -> None:
    rotation = Rotation((shoe("A"), shoe("B")))
    for number, ago in enumerate(hours_ago):
        rotation = log_run(rotation, run(str(number), ago, 10, "ab"[number % 2])).rotation

    assert usual_hour(rotation, UTC) == hour


def test_the_hour_is_that_of_the_runner_s_own_clock() -> None:
    rotation = log_run(Rotation((shoe("A"),)), run("1", MORNING, 10, "a")).rotation

    assert usual_hour(rotation, timezone(timedelta(hours=-8))) == (NOW.hour - MORNING - 8) % 24
