import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from skill.storage.repository import StorageError
from skill.web.health import KEPT_SECONDS, StoreHealth


class Store:
    """Counts how often it is asked, and answers as it is told."""

    def __init__(self) -> None:
        self.asked = 0
        self.well = True

    def __call__(self) -> None:
        self.asked += 1
        if not self.well:
            raise StorageError


def test_what_the_store_said_is_told_again_for_a_second() -> None:
    now = [0.0]
    store = Store()
    health = StoreHealth(store, clock=lambda: now[0])

    told = []
    for at, well in [(0.0, True), (0.5, False), (KEPT_SECONDS, False), (1.5, True), (2 * KEPT_SECONDS, True)]:
        now[0], store.well = at, well
        told += [health.answers() for _ in range(100)]

    assert told == 200 * [True] + 200 * [False] + 100 * [True]
    assert store.asked == 3


def test_nobody_waits_while_the_store_is_asked() -> None:
    asked, answer = threading.Event(), threading.Event()
    now = [0.0]

    def slow() -> None:
        if now[0]:
            asked.set()
            assert answer.wait(10)
            raise StorageError

    health = StoreHealth(slow, clock=lambda: now[0])
    assert health.answers()

    with ThreadPoolExecutor(1) as other:
        now[0] = 10.0
        first = other.submit(health.answers)
        assert asked.wait(10)
        meanwhile = [health.answers() for _ in range(100)]
        answer.set()
        assert first.result() is False

    assert meanwhile == 100 * [True]


def test_the_first_who_ask_wait_for_the_store_together() -> None:
    store = Store()
    together = threading.Barrier(8)
    health = StoreHealth(store)

    def ask(_number: int) -> bool:
        together.wait(10)
        return health.answers()

    with ThreadPoolExecutor(8) as others:
        assert list(others.map(ask, range(8))) == [True] * 8

    assert store.asked == 1


def test_a_fault_of_ours_is_not_told_as_the_store_s_and_does_not_end_the_asking() -> None:
    faults = iter([KeyError(), None])
    now = [0.0]

    def ask() -> None:
        fault = next(faults)
        if fault:
            raise fault

    health = StoreHealth(ask, clock=lambda: now[0])
    with pytest.raises(KeyError):
        health.answers()
    now[0] = KEPT_SECONDS

    assert health.answers()
