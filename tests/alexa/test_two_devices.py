"""Two devices of one runner at the same moment, on DynamoDB over HTTP."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest

from skill.conversation.memory.run_entries import run_of
from skill.conversation.memory.shoe_pages import rotation_of
from skill.storage.dynamodb import DynamoDBRepository
from skill.storage.repository import FORGET_SECONDS, Change, Entry, Notebook, Repository, Unreadable
from stand_ins import emulator
from stand_ins.emulator import create_table
from tests.runner import USER, Heard, Runner

ROUNDS = 100
SECONDS = 30


class MeetingRepository:
    """Holds each turn between its first read and its write until the other device has read too.

    Attributes:
        inner: the real store.
        writes: how many were attempted.
    """

    def __init__(self, inner: Repository) -> None:
        self.inner = inner
        self.writes = 0
        self._both_have_read = threading.Barrier(2)
        self._turn = threading.local()
        self._lock = threading.Lock()

    def begin_turn(self) -> None:
        """The next read of this thread waits for the other's."""
        self._turn.waits = True

    def read(self, user: str, now: datetime) -> Notebook:
        notebook = self.inner.read(user, now)
        if getattr(self._turn, "waits", False):
            self._turn.waits = False
            self._both_have_read.wait(SECONDS)
        return notebook

    def write(self, user: str, change: Change, now: datetime) -> None:
        with self._lock:
            self.writes += 1
        self.inner.write(user, change, now)

    def log(self, user: str) -> Iterator[Entry]:
        return self.inner.log(user)

    def unreadable(self, user: str) -> Iterator[Unreadable]:
        return self.inner.unreadable(user)

    def forget(self, user: str, seconds: float = FORGET_SECONDS) -> None:
        self.inner.forget(user, seconds)


@pytest.fixture
def store(aws_url: str) -> DynamoDBRepository:
    return emulator.repository(aws_url, create_table(aws_url))


@pytest.fixture
def meeting(store: DynamoDBRepository) -> MeetingRepository:
    return MeetingRepository(store)


def device(meeting: MeetingRepository, name: str) -> Runner:
    runner = Runner(meeting)
    runner.envelopes.device = f"amzn1.ask.device.{name}"
    return runner


def at_once(meeting: MeetingRepository, devices: list[Runner], say: Callable[[Runner], Heard]) -> list[Heard]:
    """What two devices hear whose turns read the same state."""

    def turn(runner: Runner) -> Heard:
        meeting.begin_turn()
        return say(runner)

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(turn, devices))


def test_two_devices_that_go_on_in_one_walkthrough_both_go_on(meeting: MeetingRepository) -> None:
    kitchen = device(meeting, "kitchen")
    kitchen.opens()
    kitchen.says("StartRoutineIntent", routine="post-run")
    kitchen.waits(10)
    hall = device(meeting, "hall")
    hall.now = kitchen.now
    writes = meeting.writes
    for heard in at_once(meeting, [kitchen, hall], lambda runner: runner.says("AMAZON.NextIntent")):
        assert not heard.apologised
        assert "can't reach" not in heard.text
    assert meeting.writes == writes + 3
    walkthrough = kitchen.walkthrough()
    assert walkthrough is not None
    assert walkthrough.place.step == 2


@pytest.mark.slow
def test_two_hundred_turns_of_two_devices_lose_no_run_and_count_none_twice(
    meeting: MeetingRepository,
) -> None:
    kitchen, hall = device(meeting, "kitchen"), device(meeting, "hall")
    kitchen.opens()
    kitchen.says("AddShoesIntent", shoe="blue pegasus", distance="100", unit="kilometres")
    further = {"kitchen": 1, "hall": 500}  # no two runs are as far: one told again is asked about

    def tell_a_run(runner: Runner) -> Heard:
        name = "kitchen" if runner is kitchen else "hall"
        further[name] += 1
        decimals = f"{further[name]:03}"
        return runner.says(
            "LogRunIntent", distance="1", decimal=decimals, unit="kilometres", shoe="blue pegasus"
        )

    for _ in range(ROUNDS):
        for heard in at_once(meeting, [kitchen, hall], tell_a_run):
            assert not heard.apologised
            assert "can't reach" not in heard.text
        kitchen.waits(60)
        hall.now = kitchen.now
    runs = [run for entry in meeting.log(USER) if (run := run_of(entry))]
    rotation = rotation_of(meeting.inner.read(USER, kitchen.now).pages["shoes"].body)
    told = [1000 + first + turn for first in (2, 501) for turn in range(ROUNDS)]
    assert sorted(run.metres for run in runs) == told
    assert sum(wear.tally.metres for wear in rotation.wears) == sum(told)
