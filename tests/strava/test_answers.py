from typing import Any

import pytest

from skill.importing.found import LeftOut, Why
from skill.strava.answers import gear_of, pair_of, run_of

RUN: dict[str, Any] = {
    "id": 11,
    "sport_type": "Run",
    "distance": 5_000.0,
    "start_date": "2026-11-24T06:12:33Z",
}


@pytest.mark.parametrize("activity", [None, 7, "run", [], {}, {"id": "11"}, {"id": True}, {"id": -1}])
def test_what_is_no_activity_is_said_to_be_unreadable(activity: Any) -> None:
    assert run_of(activity) == LeftOut("Strava", Why.UNREADABLE_ROW)


@pytest.mark.parametrize("start", [None, 1_700_000_000, "yesterday", "2026-11-24T06:12:33", ""])
def test_a_run_of_which_nobody_knows_when_it_began_is_left_out(start: Any) -> None:
    assert run_of({**RUN, "start_date": start}) == LeftOut("Strava 11", Why.NO_START)


@pytest.mark.parametrize("metres", [float("inf"), float("nan"), [], {}])
def test_metres_that_are_no_number_are_no_metres(metres: Any) -> None:
    assert run_of({**RUN, "distance": metres}) == LeftOut("Strava 11", Why.UNREADABLE_ROW)


@pytest.mark.parametrize(
    "gear", [None, 5, [], {}, {"id": 7}, {"id": "b1", "name": "Bike"}, {"id": "g1", "name": " "}]
)
def test_what_has_no_name_or_is_no_shoe_is_no_pair(gear: Any) -> None:
    assert pair_of(gear) is None


@pytest.mark.parametrize("athlete", [None, 7, [], {}, {"shoes": None}, {"shoes": {}}, {"shoes": []}])
def test_an_athlete_whose_pairs_are_not_told_has_none(athlete: Any) -> None:
    assert not list(gear_of(athlete))
