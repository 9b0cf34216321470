"""A real service, really signed turns, and strangers by the hundred; `bench/attack` measures the time."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from stand_ins.authority import authorities
from stand_ins.running_service import Service, verified_service
from stand_ins.stops import stop_under_load
from stand_ins.strangers import HalfSent, foreign_chain, good_turn, health, outstanding

GIVEN = authorities(datetime.now(UTC))
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with verified_service(tmp_path_factory.mktemp("service"), GIVEN) as running:
        assert good_turn(running.port, GIVEN)[0] == 200
        yield running


@pytest.mark.parametrize("many", [98, 300, 600])
def test_a_turn_is_answered_beside_half_sent_requests(many: int, service: Service) -> None:
    clients = HalfSent(service.port, many)
    try:
        assert good_turn(service.port, GIVEN)[0] == 200
        clients.drip()
        assert good_turn(service.port, GIVEN)[0] == 200
    finally:
        clients.close()


@pytest.mark.parametrize(("send", "refused"), [(foreign_chain, 400), (health, 200)])
def test_a_turn_is_answered_beside_a_hundred_strangers(
    send: Callable[[int], int], refused: int, service: Service
) -> None:
    statuses = set()

    with outstanding(100, lambda: statuses.add(send(service.port))):
        answered = [good_turn(service.port, GIVEN)[0] for _ in range(5)]

    assert answered == [200] * 5
    assert statuses == {refused}


def test_a_service_that_is_stopped_under_load_loses_and_doubles_no_run(tmp_path: Path) -> None:
    told = stop_under_load(tmp_path, times=2, seed=10)

    assert told.statuses == [0, 0]
    assert told.acknowledged > 0
    assert (told.lost, told.doubled, told.wrong_sums) == (0, 0, 0)
