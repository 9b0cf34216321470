import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from time import monotonic

import pytest

from skill.importing.service import ServiceError, Trouble
from skill.strava.account import StravaAccount
from stand_ins.strava_state import Strava

SINCE = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def hanging_names(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No name is resolved as long as the test goes on."""
    over = threading.Event()

    def never(*_: object, **__: object) -> None:
        over.wait()
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", never)
    yield
    over.set()


@pytest.mark.real_time
@pytest.mark.usefixtures("hanging_names")
def test_a_name_that_is_not_resolved_is_not_waited_for() -> None:
    account = StravaAccount("http://localhost:1/api/v3", "token", seconds=0.2)

    began = monotonic()
    with pytest.raises(ServiceError) as raised:
        account.new_runs(SINCE, ())
    assert raised.value.trouble is Trouble.NOT_ANSWERING
    assert monotonic() - began < 1


def test_a_turn_that_is_tried_again_asks_strava_no_second_time(strava: Strava) -> None:
    token = strava.connect().access
    strava.add_run(11, "2026-11-24T06:00:00Z", 5_000.0)
    account = StravaAccount(strava.api, token)

    first = account.new_runs(SINCE, ())
    asked = len(strava.asked)
    strava.fails["*"] = 500

    assert account.new_runs(SINCE, ()) == first
    assert len(strava.asked) == asked


def test_nor_where_it_failed(strava: Strava) -> None:
    strava.fails["*"] = 429
    account = StravaAccount(strava.api, "token")
    for _ in range(2):
        with pytest.raises(ServiceError) as raised:
            account.new_runs(SINCE, ())
        assert raised.value.trouble is Trouble.LIMIT_SPENT
    assert len(strava.asked) == 1


@pytest.mark.parametrize(("token", "linked"), [("", False), ("token", True)])
def test_an_account_is_linked_where_there_is_a_token(token: str, *, linked: bool) -> None:
    assert StravaAccount("http://localhost", token).linked is linked
