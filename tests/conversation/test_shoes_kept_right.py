"""Kilometres stay right: whatever is said, twice, at once, or while the store fails."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skill.conversation.memory.run_entries import entry_of
from skill.conversation.memory.shoe_pages import SHOES, ShoesTold, shoes_page
from skill.conversation.my_data import check_sums, stored_rotation
from skill.shoes.ledger import log_run
from skill.shoes.rotation import Rotation
from skill.shoes.run import Run
from skill.shoes.shoe import Shoe
from skill.storage.repository import (
    FORGET_SECONDS,
    Change,
    Entry,
    Notebook,
    Page,
    Repository,
    StorageError,
    Unreadable,
)
from skill.storage.sqlite import SQLiteRepository
from tests.conversation.runner import SUNDAY, Runner

Utterance = tuple[str, dict[str, str]]
NAMES = st.sampled_from(["pegasus", "the ghost", "nimbus", "boots", "blue ones", "?"])
DAYS = st.sampled_from(
    [
        "2026-11-22",
        "2026-11-21",
        "2026-11-17",
        "2026-11-24",
        "2026-11-23",
        "2026-12-24",
        "2026-W47",
        "PRESENT_REF",
    ]
)
NUMBERS = st.sampled_from(["5", "10", "21", "62", "500", "900", "0", "-3", "?"])
UNITS = st.sampled_from(["kilometres", "miles", "metres"])


def saying(intent: str, **slots: st.SearchStrategy[str]) -> st.SearchStrategy[Utterance]:
    return st.tuples(st.just(intent), st.fixed_dictionaries({}, optional=slots))


UTTERANCES = st.one_of(
    saying("LogRun", distance=NUMBERS, unit=UNITS, shoe=NAMES, day=DAYS),
    saying("LogRun", distance=NUMBERS, unit=UNITS, shoe=NAMES, day=DAYS),
    saying("AddShoes", shoe=NAMES, distance=NUMBERS, unit=UNITS, run_kind=st.sampled_from(["race", "trail"])),
    saying("WhichShoe", shoe=NAMES),
    saying("Distance", distance=NUMBERS, unit=UNITS, day=DAYS),
    saying("CorrectShoes", shoe=NAMES),
    saying("CorrectDistance", distance=NUMBERS, unit=UNITS),
    saying("Undo"),
    saying("RetireShoes", shoe=NAMES),
    saying("BringBackShoes", shoe=NAMES),
    saying("RenameShoes", shoe=NAMES, new_name=NAMES),
    saying("SetShoeLife", shoe=NAMES, distance=NUMBERS, unit=UNITS),
    saying("SetStartingDistance", shoe=NAMES, distance=NUMBERS, unit=UNITS),
    saying("ChooseShoes", day=DAYS, distance=NUMBERS, unit=UNITS),
    saying("OtherShoes"),
    saying("WhyShoes"),
    saying("AMAZON.Yes"),
    saying("AMAZON.Yes"),
    saying("AMAZON.No"),
    saying("Runs"),
    saying("ListShoes"),
)


def converse(runner: Runner, utterances: list[Utterance]) -> None:
    for intent, slots in utterances:
        said = runner.say(intent, **slots)
        assert said
        assert "went wrong" not in said, (intent, slots)


def assert_sums_right(repository: Repository) -> None:
    _, wrong = check_sums(repository, "runner", SUNDAY)
    assert not wrong


@settings(max_examples=40, deadline=None)
@given(st.lists(UTTERANCES, max_size=14))
def test_after_any_conversation_the_sums_are_the_runs(utterances: list[Utterance]) -> None:
    with TemporaryDirectory() as folder:
        repository = SQLiteRepository(Path(folder) / "notebooks.sqlite3")
        converse(Runner(repository), utterances)
        assert_sums_right(repository)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(utterances=st.lists(UTTERANCES, min_size=8, max_size=12))
def test_on_either_store_the_sums_are_the_runs(repository: Repository, utterances: list[Utterance]) -> None:
    repository.forget("runner")
    converse(Runner(repository), utterances)
    assert_sums_right(repository)


def test_a_request_delivered_twice_counts_once(repository: Repository) -> None:
    runner = Runner(repository)
    runner.say("AddShoes", shoe="ghosts", distance="200", unit="kilometres")
    once = runner.say("LogRun", distance="10", unit="kilometres", shoe="ghosts", day="2026-11-21")
    again = runner.again()

    assert again == once
    assert "two hundred and ten" in once
    assert check_sums(repository, "runner", SUNDAY) == (1, ())
    added = runner.say("AddShoes", shoe="pegasus")
    assert runner.again() == added
    assert len(stored_rotation(repository, "runner", SUNDAY).shoes) == 2


def test_an_undo_delivered_twice_takes_back_one_run(repository: Repository) -> None:
    runner = Runner(repository)
    runner.say("AddShoes", shoe="ghosts", distance="200", unit="kilometres")
    runner.say("LogRun", distance="10", unit="kilometres")
    runner.say("LogRun", distance="7", unit="kilometres")
    runner.say("Undo")
    sure = dict(runner.echo.session)
    runner.say("AMAZON.Yes")
    runner.echo.session = sure
    runner.again()

    assert check_sums(repository, "runner", SUNDAY) == (1, ())


def test_two_devices_log_at_once_and_both_runs_count(repository: Repository) -> None:
    Runner(repository).say("AddShoes", shoe="ghosts", distance="200", unit="kilometres")

    def log(number: int) -> str:
        return Runner(repository, now=SUNDAY + timedelta(seconds=number)).say(
            "LogRun", distance=str(number), unit="kilometres", shoe="ghosts"
        )

    with ThreadPoolExecutor(2) as devices:
        answers = list(devices.map(log, (5, 8)))

    assert all("Logged" in answer for answer in answers)
    assert check_sums(repository, "runner", SUNDAY) == (2, ())
    assert stored_rotation(repository, "runner", SUNDAY).shoes[0].metres == 213_000


class Unsteady:
    """A store that loses the connection at one call: before it acts, or after it has."""

    def __init__(self, store: Repository) -> None:
        self.store = store
        self.fails: str | None = None
        self.calls: list[str] = []

    def read(self, user: str, now: datetime) -> Notebook:
        self._call("before read")
        return self.store.read(user, now)

    def write(self, user: str, change: Change, now: datetime) -> None:
        self._call("before write")
        self.store.write(user, change, now)
        self._call("after write")

    def log(self, user: str) -> Iterator[Entry]:
        return self.store.log(user)

    def unreadable(self, user: str) -> Iterator[Unreadable]:
        return self.store.unreadable(user)

    def forget(self, user: str, seconds: float = FORGET_SECONDS) -> None:
        self.store.forget(user, seconds)

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if self.fails == name:
            raise StorageError(name)


@pytest.mark.parametrize("fails", ["before read", "before write", "after write"])
def test_a_connection_lost_at_any_call_is_made_good_by_the_next_delivery(
    repository: Repository, fails: str
) -> None:
    unsteady = Unsteady(repository)
    runner = Runner(unsteady)
    runner.say("AddShoes", shoe="ghosts", distance="200", unit="kilometres")
    unsteady.fails = fails
    lost = runner.say("LogRun", distance="10", unit="kilometres", shoe="ghosts")
    assert "can't reach my notes" in lost
    assert "Logged" not in lost

    unsteady.fails = None
    assert "two hundred and ten" in runner.again()
    assert check_sums(repository, "runner", SUNDAY) == (1, ())


def many_runs(count: int) -> tuple[Rotation, list[Run]]:
    shoes = tuple(
        Shoe(f"pair-{name}", name, datetime(2010, 1, 1, tzinfo=UTC)) for name in ("ghosts", "pegasus")
    )
    rotation, runs = Rotation(shoes), []
    for number in range(count):
        at = SUNDAY - timedelta(hours=12 * (count - number))
        runs.append(Run(f"run-{number}", at, at.date(), 8_000, shoes[number % 2].id))
        rotation = log_run(rotation, runs[-1]).rotation
    return rotation, runs


def fill(repository: Repository, count: int) -> None:
    rotation, runs = many_runs(count)
    for start in range(0, count, 40):
        some = [entry_of(run) for run in runs[start : start + 40]]
        repository.write("runner", Change(added=some), SUNDAY)
    repository.write("runner", Change({SHOES: Page(shoes_page(ShoesTold(rotation)), 0)}), SUNDAY)


def test_ten_thousand_runs_cost_a_turn_no_more_calls_than_ten(tmp_path: Path) -> None:
    calls = []
    for count in (10, 10_000):
        store = SQLiteRepository(tmp_path / f"{count}.sqlite3")
        fill(store, count)
        unsteady = Unsteady(store)
        runner = Runner(unsteady)
        runner.say("ChooseShoes")
        runner.say("LogRun", distance="10", unit="kilometres", shoe="ghosts")
        runner.say("Undo")
        runner.say("AMAZON.Yes")
        runner.say("ReplaceWhen", shoe="ghosts")
        runner.say("Runs", period="this-year")
        calls.append(unsteady.calls)
        assert check_sums(store, "runner", SUNDAY) == (count, ())

    assert calls[0] == calls[1]
    assert len(calls[0]) <= 3 * 6
