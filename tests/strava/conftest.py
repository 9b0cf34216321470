from collections.abc import Iterator

import pytest

from stand_ins.strava import strava as running_strava
from stand_ins.strava_state import Strava


@pytest.fixture
def strava() -> Iterator[Strava]:
    """A Strava on loopback; whatever it is asked has to be as Strava describes it."""
    with running_strava() as running:
        yield running
    assert not running.violations
