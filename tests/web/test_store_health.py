import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from skill.storage.repository import StorageError
from skill.web.store_health import KEPT_SECONDS, StoreHealth


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


def test_who_comes_while_the_store_is_asked_for_the_first_time_waits_for_it() -> None:
    asked, answer = threading.Event(), threading.Event()

    def slow() -> None:
        assert not asked.is_set(), "it is asked twice"
        asked.set()
        assert answer.wait(10)

    health = StoreHealth(slow)

    with ThreadPoolExecutor(2) as others:
        first = others.submit(health.answers)
        assert asked.wait(10)
        second = others.submit(health.answers)
        with pytest.raises(TimeoutError):
            second.result(timeout=0.1)
        answer.set()
        assert (first.result(), second.result()) == (True, True)


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
