from datetime import UTC, date, datetime

import pytest

from skill.importing.found import FoundPair
from skill.shoes.run import Felt, Run, RunKind
from skill.shoes.sources import Spoken, Version
from skill.value import Value, replace

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
RUN = Run("told", NOON, date(2026, 11, 22), 5_000, "ghost")
FOUND = Version(NOON, NOON, date(2026, 11, 22), 5_000.0, 4)
PAIR = FoundPair("strava:g1", "Ghost")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (RUN, replace(RUN, sources={"strava:1": (FOUND,)})),
        (RUN, replace(RUN, spoken=Spoken(at=NOON))),
        (PAIR, replace(PAIR, metres=400_000)),
    ],
)
def test_what_tells_of_it_makes_it_no_other(one: Value, other: Value) -> None:
    assert one == other
    assert not one != other  # noqa: SIM202 - a Struct has an answer of its own to this
    assert len({one, other}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(
            (RUN, changed)
            for changed in (
                replace(RUN, id="another"),
                replace(RUN, metres=5_001),
                replace(RUN, day=date(2026, 11, 21)),
                replace(RUN, shoe=None),
                replace(RUN, kind=RunKind.EASY),
                replace(RUN, seconds=1_500),
                replace(RUN, felt=Felt.GOOD),
            )
        ),
        (PAIR, replace(PAIR, name="Clifton")),
        (PAIR, replace(PAIR, retired=date(2026, 11, 22))),
        (RUN, PAIR),
    ],
)
def test_what_it_was_makes_it_another(one: Value, other: Value) -> None:
    assert one != other
    assert not one == other  # noqa: SIM201 - as above
