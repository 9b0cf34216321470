from datetime import UTC, date, datetime
from time import monotonic
from typing import Any

import pytest

from skill.importing.found import Found, FoundPair, LeftOut, Measure, Why
from skill.importing.service import Trouble
from skill.strava.client import Asking, find
from skill.strava.connection import Connection
from skill.strava.faults import StravaError
from stand_ins import strava_state as stand_in
from stand_ins.strava_state import Strava

SECONDS = 5.0


def asked(strava: Strava, seconds: float = SECONDS, **asking: object) -> Found:
    token = strava.token.access if strava.token else "no-such-token"
    with Connection(seconds) as connection:
        return find(connection, strava.api, Asking(token, **asking))  # type: ignore[arg-type]  # the tests' own


def test_runs_come_with_their_metres_their_pair_and_the_instant_they_began(strava: Strava) -> None:
    strava.connect()
    strava.add_pair("g123", "Ghosts", "Brooks", "Ghost 15")
    strava.add_run(11, "2026-11-24T06:12:33Z", 10_012.5, "g123")
    strava.add_run(12, "2026-11-25T06:12:33Z", 5_000.0)

    found = asked(strava)

    first, second = found.runs
    assert (first.id, first.metres, first.pairs) == ("strava:11", 10_012.5, ("strava:g123",))
    assert first.start == datetime(2026, 11, 24, 6, 12, 33, tzinfo=UTC)
    assert (first.measure, first.is_run) == (Measure.SERVICE, True)
    assert (second.id, second.pairs) == ("strava:12", ())
    assert found.pairs == {"strava:g123": FoundPair("strava:g123", "Ghosts", "Brooks", "Ghost 15")}


@pytest.mark.parametrize(
    ("activity", "why", "what"),
    [
        ({"sport_type": "Ride"}, Why.OTHER_SPORT, "Ride"),
        ({"sport_type": "Walk"}, Why.OTHER_SPORT, "Walk"),
        ({"distance": 0.0}, Why.NO_DISTANCE, "Morning Run"),
        ({"distance": None}, Why.NO_DISTANCE, "Morning Run"),
        ({"distance": -3}, Why.UNREADABLE_ROW, "Morning Run"),
        ({"distance": "10 km"}, Why.UNREADABLE_ROW, "Morning Run"),
        ({"distance": True}, Why.UNREADABLE_ROW, "Morning Run"),
        ({"sport_type": 7, "type": 7}, Why.UNREADABLE_ROW, ""),
    ],
)
def test_what_is_no_run_is_left_out_with_the_reason(
    strava: Strava, activity: dict[str, Any], why: Why, what: str
) -> None:
    strava.connect()
    strava.add_run(11, "2026-11-24T06:12:33Z", 5_000.0, **activity)

    assert asked(strava) == Found(left_out=(LeftOut("Strava 11", why, what),))


@pytest.mark.parametrize("sport", ["Run", "TrailRun", "VirtualRun"])
def test_each_kind_of_running_is_a_run(strava: Strava, sport: str) -> None:
    strava.connect()
    strava.add_run(11, "2026-11-24T06:12:33Z", 5_000.0, sport_type=sport)

    assert len(asked(strava).runs) == 1


def test_all_pages_are_read_up_to_an_empty_one(strava: Strava) -> None:
    strava.connect()
    for number in range(401):
        strava.add_run(
            number + 1, f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}T06:00:00Z", 1_000.0 + number
        )

    assert len(asked(strava).runs) == 401


def test_only_what_began_since_then_is_asked_for(strava: Strava) -> None:
    strava.connect()
    strava.add_run(11, "2026-11-01T06:00:00Z", 5_000.0)
    strava.add_run(12, "2026-11-24T06:00:00Z", 6_000.0)

    found = asked(strava, since=datetime(2026, 11, 10, tzinfo=UTC), in_a_hurry=True)

    assert [run.id for run in found.runs] == ["strava:12"]
    assert "after=1794268800" in strava.asked[0]


def test_a_pair_that_is_known_is_not_asked_for(strava: Strava) -> None:
    strava.connect()
    strava.add_pair("g1", "Ghosts", "Brooks", "Ghost 15")
    strava.add_run(11, "2026-11-24T06:00:00Z", 6_000.0, "g1")

    found = asked(strava, known={"strava:g1"}, in_a_hurry=True)

    assert found.runs[0].pairs == ("strava:g1",)
    assert found.pairs.keys() == {"strava:g1"}
    assert len(strava.asked) == 1


def test_a_retired_pair_is_found_where_a_run_was_in_it(strava: Strava) -> None:
    strava.connect()
    strava.add_pair("g1", "", "Brooks", "Ghost 12", retired=True)
    strava.add_run(11, "2026-11-24T06:00:00Z", 6_000.0, "g1")

    for hurry in (True, False):
        assert asked(strava, in_a_hurry=hurry).pairs["strava:g1"].model == "Ghost 12"


def test_without_the_right_to_see_the_profile_pairs_are_found_one_by_one(strava: Strava) -> None:
    strava.connect("read", "activity:read")
    strava.add_pair("g1", "Ghosts")
    strava.add_run(11, "2026-11-24T06:00:00Z", 6_000.0, "g1")

    assert asked(strava).pairs["strava:g1"].name == "Ghosts"


@pytest.mark.parametrize("gear", ["b77", "g404", ""])
def test_a_bike_or_a_pair_that_is_gone_is_no_pair_and_the_run_comes_without(
    strava: Strava, gear: str
) -> None:
    strava.connect()
    strava.add_pair("b77", "Racing bike")
    strava.add_run(11, "2026-11-24T06:00:00Z", 6_000.0, gear)

    found = asked(strava)

    assert found.runs[0].pairs == ()
    assert not found.pairs
    assert "/api/v3/gear/b77" not in strava.asked


@pytest.mark.real_time
@pytest.mark.parametrize(
    ("failure", "fault", "trouble"),
    [
        (401, "no-token", Trouble.NOT_LINKED),
        (403, "subscription", Trouble.NO_PAID_ACCESS),
        (404, "gone", Trouble.NOT_UNDERSTOOD),
        (400, "refused", Trouble.NOT_UNDERSTOOD),
        (429, "limit", Trouble.LIMIT_SPENT),
        (500, "broken", Trouble.NOT_ANSWERING),
        (503, "broken", Trouble.NOT_ANSWERING),
        (stand_in.GARBAGE, "garbage", Trouble.NOT_UNDERSTOOD),
        (stand_in.REDIRECT, "elsewhere", Trouble.NOT_UNDERSTOOD),
        (stand_in.ENDLESS, "endless", Trouble.NOT_UNDERSTOOD),
        (stand_in.CUT, "silent", Trouble.NOT_ANSWERING),
        (stand_in.HANG, "late", Trouble.NOT_ANSWERING),
        (stand_in.DRIP, "late", Trouble.NOT_ANSWERING),
    ],
)
def test_each_failure_is_of_its_own_kind_and_in_time(
    strava: Strava, failure: int | str, fault: str, trouble: Trouble
) -> None:
    strava.connect()
    strava.fails["/athlete/activities"] = failure
    seconds = 0.3 if fault == "late" else SECONDS

    began = monotonic()
    with pytest.raises(StravaError) as raised:
        asked(strava, seconds)

    assert (raised.value.fault, raised.value.trouble) == (fault, trouble)
    assert monotonic() - began < 2 * SECONDS
    assert len(strava.asked) == 1


def test_another_403_is_not_called_a_matter_of_money(strava: Strava) -> None:
    strava.connect()
    strava.fails["*"] = 403
    strava.forbids = {"resource": "Athlete", "field": "", "code": "limit exceeded"}

    with pytest.raises(StravaError) as raised:
        asked(strava)
    assert raised.value.fault == "forbidden"


def test_a_permission_that_does_not_cover_runs_is_told_apart(strava: Strava) -> None:
    strava.connect("read")

    with pytest.raises(StravaError) as raised:
        asked(strava)
    assert (raised.value.fault, raised.value.trouble) == ("scope", Trouble.NOT_LINKED)


def test_a_spent_limit_stops_the_asking(strava: Strava) -> None:
    strava.connect()
    strava.used = stand_in.FIFTEEN_MINUTES

    with pytest.raises(StravaError) as raised:
        asked(strava)
    assert raised.value.trouble is Trouble.LIMIT_SPENT


def test_nobody_who_is_not_there_is_waited_for() -> None:
    with Connection(SECONDS) as connection, pytest.raises(StravaError) as raised:
        find(connection, "http://127.0.0.1:1/api/v3", Asking("token"))
    assert raised.value.fault == "silent"


def test_no_word_of_an_error_or_a_repr_holds_the_token_or_the_answer(strava: Strava) -> None:
    token = strava.connect().access
    for failure in (401, 403, 429, 500, stand_in.GARBAGE):
        strava.fails["*"] = failure
        with pytest.raises(StravaError) as raised:
            asked(strava)
        told = f"{raised.value!r} {raised.value} {raised.value.__cause__!r}"
        assert token not in told
        assert "hotel" not in told
    assert token not in repr(Asking(token))


@pytest.mark.parametrize("hurry", [True, False])
def test_a_retired_pair_was_retired_when_it_was_worn_last(strava: Strava, *, hurry: bool) -> None:
    strava.connect()
    strava.add_pair("g1", "Ghosts", retired=True, distance=700_250.4)
    strava.add_pair("g2", "Never worn", retired=True)
    strava.add_run(11, "2025-11-24T06:00:00Z", 6_000.0, "g1")
    strava.add_run(12, "2025-10-24T06:00:00Z", 6_000.0, "g1")

    found = asked(strava, in_a_hurry=hurry)

    assert found.pairs.keys() == {"strava:g1"}
    pair = found.pairs["strava:g1"]
    assert (pair.retired, pair.metres) == (date(2025, 11, 24), 700_250)


def test_who_is_in_no_hurry_hears_of_pairs_that_were_never_worn(strava: Strava) -> None:
    strava.connect()
    strava.add_pair("g1", "New ones", "Hoka", "Clifton 10")

    assert asked(strava).pairs["strava:g1"] == FoundPair("strava:g1", "New ones", "Hoka", "Clifton 10")
