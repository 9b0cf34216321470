"""A store that fails: the runner hears so, is coached all the same, and nothing saved is lost or doubled."""

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from math import inf

import pytest

from skill.conversation import attempts, turns
from skill.conversation.memory.run_entries import run_of
from skill.conversation.memory.shoe_pages import rotation_of
from skill.storage.deadline import seconds_left
from skill.storage.dynamodb import DynamoDBRepository
from skill.storage.repository import LostRaceError, Notebook, Repository
from stand_ins import emulator
from stand_ins.emulator import create_table
from stand_ins.fault_proxy import Fault, FaultProxy
from stand_ins.patience import impatience
from tests.alexa.failing_repository import FailingRepository
from tests.runner import USER, Heard, Runner

NO_NOTES = "can't reach my notes"
GOES_ON = re.compile("butt to heel|still holding", re.IGNORECASE)
ALEXA_SECONDS = 8.0

EVENING: dict[str, Callable[[Runner], Heard]] = {
    "open": lambda runner: runner.opens(),
    "start": lambda runner: runner.says("StartRoutineIntent", routine="post-run"),
    "next": lambda runner: runner.says("AMAZON.NextIntent"),
    "how many": lambda runner: runner.says("HowManyLeftIntent"),
    "add": lambda runner: runner.says(
        "AddShoesIntent", shoe="blue pegasus", distance="100", unit="kilometres"
    ),
    "log": lambda runner: runner.says("LogRunIntent", distance="10", unit="kilometres", shoe="blue pegasus"),
    "choose": lambda runner: runner.says("ChooseShoesIntent"),
    "resume": lambda runner: runner.says("AMAZON.ResumeIntent"),
}
"""Stretching, a new pair, a run in it, and back to stretching."""
CALLS = range(2 * len(EVENING))
PASSING = (Fault.THROTTLED, Fault.LOST, Fault.CUT, Fault.HANGS_AFTER)
"""Each strikes two reads and two writes of an evening; in `make attack PART=deadlines`, every kind."""


def evening(runner: Runner) -> dict[str, Heard]:
    heard = {}
    for name, say in EVENING.items():
        heard[name] = say(runner)
        runner.waits(20)
    return heard


def metres(repository: Repository, now: datetime) -> tuple[int, int]:
    """Of all runs in the log, and as the shoes' page has counted them."""
    runs = [run for entry in repository.log(USER) if (run := run_of(entry))]
    page = repository.read(USER, now).pages.get("shoes")
    wears = rotation_of(page.body).wears if page else ()
    return sum(run.metres for run in runs), sum(wear.tally.metres for wear in wears)


def step(repository: Repository, runner: Runner) -> int:
    walkthrough = Runner(repository, now=runner.now).walkthrough()
    assert walkthrough is not None
    return walkthrough.place.step


def test_where_nothing_fails_the_evening_is_kept(repository: Repository) -> None:
    runner = Runner(repository)
    for heard in evening(runner).values():
        assert not heard.apologised
        assert NO_NOTES not in heard.text
    assert metres(repository, runner.now) == (10_000, 10_000)
    assert step(repository, runner) == 1


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("number", CALLS)
def test_one_call_that_fails_costs_one_honest_sentence_and_neither_a_run_nor_the_place(
    repository: Repository, number: int, *, after: bool
) -> None:
    failing = FailingRepository(repository, lambda call: call == number, after=after)
    runner = Runner(failing)
    heard = evening(runner)
    failed = failing.calls > number
    assert [NO_NOTES in each.text for each in heard.values()].count(True) == failed
    for each in heard.values():
        assert not each.apologised
        assert each.text
    log, counted = metres(repository, runner.now)
    assert log == counted
    assert log <= 10_000
    if all(NO_NOTES not in heard[name].text for name in ("add", "log")):
        assert log == 10_000
    assert GOES_ON.search(heard["resume"].text)
    runner.says("AMAZON.PauseIntent")
    assert step(repository, runner) == 1


def test_a_store_that_is_away_is_said_at_first_and_when_shoes_are_asked_for_and_the_runner_stretches(
    repository: Repository,
) -> None:
    runner = Runner(FailingRepository(repository, lambda _: True))
    heard = evening(runner)
    assert [name for name, each in heard.items() if NO_NOTES in each.text] == ["open", "add", "log", "choose"]
    assert "wall" in heard["start"].text
    assert "butt to heel" in heard["next"].text
    assert GOES_ON.search(heard["resume"].text)
    assert metres(repository, runner.now) == (0, 0)


def test_a_request_that_comes_twice_is_logged_once(repository: Repository) -> None:
    runner = Runner(repository)
    runner.opens()
    runner.says("AddShoesIntent", shoe="blue pegasus", distance="100", unit="kilometres")
    request = runner.envelopes.intent(runner.now, "LogRunIntent", {}, {})
    request["request"]["intent"]["slots"] = {
        name: {"name": name, "value": value}
        for name, value in {"distance": "10", "unit": "kilometres", "shoe": "blue pegasus"}.items()
    }
    for _ in range(2):
        assert not runner.sends(request).apologised
    assert metres(repository, runner.now) == (10_000, 10_000)


def store(proxy: FaultProxy, table: str) -> DynamoDBRepository:
    return emulator.repository(proxy.url, table)


def test_a_table_that_is_missing_is_said_and_the_runner_stretches(proxy: FaultProxy) -> None:
    heard = evening(Runner(store(proxy, "no-such-table")))
    assert NO_NOTES in heard["open"].text
    assert "wall" in heard["start"].text


@pytest.mark.parametrize("fault", [Fault.THROTTLED, Fault.BROKEN, Fault.CUT, Fault.HANGS])
def test_a_dynamodb_that_fails_for_a_while_is_said_and_what_was_kept_is_there_again(
    proxy: FaultProxy, aws_url: str, fault: Fault
) -> None:
    runner = Runner(store(proxy, create_table(aws_url)))
    evening(runner)
    proxy.fail(fault)
    with impatience():
        assert NO_NOTES in runner.says("AMAZON.NextIntent").text
        assert runner.says("AMAZON.PauseIntent").text
    proxy.fail(fault, -1)
    assert metres(runner.repository, runner.now) == (10_000, 10_000)
    assert not runner.says("AMAZON.ResumeIntent").apologised


@pytest.mark.slow
@pytest.mark.usefixtures("_persistent")
@pytest.mark.parametrize("number", CALLS)
def test_one_request_that_fails_is_not_even_heard(proxy: FaultProxy, aws_url: str, number: int) -> None:
    fault = PASSING[(number + number // len(PASSING)) % len(PASSING)]
    runner = Runner(store(proxy, create_table(aws_url)))
    proxy.fail(fault, number)
    heard = evening(runner)
    assert not any(NO_NOTES in each.text or each.apologised for each in heard.values())
    assert metres(runner.repository, runner.now) == (10_000, 10_000)
    assert step(runner.repository, runner) == 1


@pytest.mark.slow
@pytest.mark.limits_as_shipped
@pytest.mark.real_time
@pytest.mark.parametrize("number", [0, 1])
def test_a_runner_hears_of_a_dynamodb_that_hangs_while_alexa_still_waits(
    proxy: FaultProxy, aws_url: str, number: int
) -> None:
    runner = Runner(store(proxy, create_table(aws_url)), now=datetime.now(UTC))
    runner.opens()
    proxy.plan(lambda call, _action: Fault.HANGS if call >= number else None)
    began = time.monotonic()
    heard = runner.says("StartRoutineIntent", routine="post-run")
    assert time.monotonic() - began < ALEXA_SECONDS
    assert NO_NOTES in heard.text
    assert "wall" in heard.text


class Watched(FailingRepository):
    """Loses every race, and notes how much time each call has."""

    def __init__(self, inner: Repository) -> None:
        super().__init__(inner, lambda _: False)
        self.left: list[float] = []

    def read(self, user: str, now: datetime) -> Notebook:
        self.left.append(seconds_left())
        return super().read(user, now)

    def write(self, *_: object) -> None:
        self.left.append(seconds_left())
        raise LostRaceError("another was first")


def test_all_that_a_turn_asks_of_the_store_has_to_fit_into_its_time(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "LATEST_ATTEMPT_SECONDS", 1.0)
    watched = Watched(repository)
    runner = Runner(watched)
    runner.opens()
    assert len(watched.left) > 2
    assert watched.left == sorted(watched.left, reverse=True)
    assert 0 < watched.left[-1] <= watched.left[0] <= turns.TURN_SECONDS
    assert seconds_left() == inf
