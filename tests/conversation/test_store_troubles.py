"""The store fails at any call: an honest line, the coaching goes on, and nothing that was saved is lost."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random, SystemRandom

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.content.loader import exercises
from skill.conversation.attempts import (
    AFTER_A_RACE_SECONDS,
    LATEST_ATTEMPT_SECONDS,
    LONGEST_WAIT_SECONDS,
    Attempts,
)
from skill.conversation.session import launch
from skill.conversation.turn.turn import Turn
from skill.conversation.turns import Turns
from skill.storage.repository import (
    FORGET_SECONDS,
    Change,
    Entry,
    LostRaceError,
    Notebook,
    StorageError,
    Unreadable,
)
from skill.storage.sqlite import SQLiteRepository
from skill.value import replace
from tests.runner import USER, Runner

pytestmark = pytest.mark.limits_as_shipped
NO_NOTES = "I can't reach my notes right now"


class Moody:
    """A store that fails when it is told to.

    Attributes:
        failing: the names of the calls that fail.
        races: how many writes lose a race first.
        calls: the names of the calls so far.
    """

    def __init__(self, inner: SQLiteRepository) -> None:
        self.inner = inner
        self.failing: set[str] = set()
        self.races = 0
        self.calls: list[str] = []

    def read(self, user: str, now: datetime) -> Notebook:
        self._call("read")
        return self.inner.read(user, now)

    def write(self, user: str, change: Change, now: datetime) -> None:
        self._call("write")
        if self.races:
            self.races -= 1
            raise LostRaceError
        self.inner.write(user, change, now)

    def log(self, user: str) -> Iterator[Entry]:
        self._call("log")
        return self.inner.log(user)

    def unreadable(self, user: str) -> Iterator[Unreadable]:
        self._call("unreadable")
        return self.inner.unreadable(user)

    def forget(self, user: str, seconds: float = FORGET_SECONDS) -> None:
        self._call("forget")
        self.inner.forget(user, seconds)

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if name in self.failing:
            raise StorageError(f"no {name} today")


@pytest.fixture
def store(tmp_path: Path) -> Moody:
    return Moody(SQLiteRepository(tmp_path / "notebooks.sqlite3"))


@pytest.fixture
def runner(store: Moody) -> Runner:
    return Runner(store)


@pytest.mark.parametrize("call", ["read", "write"])
def test_a_failing_store_is_told_once_and_the_coaching_goes_on(
    call: str, store: Moody, runner: Runner
) -> None:
    store.failing = {call}
    assert NO_NOTES in runner.opens().text
    heard = runner.says("StartRoutineIntent", routine="post-run")
    assert NO_NOTES not in heard.text
    assert "Face the wall" in heard.text
    runner.waits(45)
    assert "Paused at toes on the wall, first hold, right side" in runner.says("AMAZON.PauseIntent").text
    heard = runner.says("AMAZON.ResumeIntent")
    assert "Back to toes on the wall" in heard.text
    assert "butt to heel" in runner.says("AMAZON.NextIntent").text


@pytest.mark.parametrize("call", ["read", "write"])
def test_when_the_store_is_back_the_place_is_kept_again(call: str, store: Moody, runner: Runner) -> None:
    runner.opens()
    store.failing = {call}
    runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(45)
    store.failing = set()
    assert "Paused at toes on the wall" in runner.says("AMAZON.PauseIntent").text
    runner.is_unplugged()
    runner.waits(60)
    assert "You stopped at toes on the wall, first hold, right side" in runner.opens().text


@pytest.mark.parametrize("call", ["read", "write"])
def test_what_was_saved_outlasts_a_store_that_failed(call: str, store: Moody, runner: Runner) -> None:
    runner.opens()
    runner.says("SetHoldIntent", seconds="30")
    runner.says("NoEquipmentIntent", equipment="foam-roller")
    before = runner.profile()
    store.failing = {call}
    runner.says("SetHoldIntent", seconds="45")
    runner.says("HaveEquipmentIntent", equipment="foam-roller")
    store.failing = set()
    assert runner.profile() == before
    assert "thirty seconds" in runner.says("HearSettingsIntent").text.lower()


def test_a_place_that_was_saved_is_found_after_an_opening_without_the_store(
    store: Moody, runner: Runner
) -> None:
    runner.opens()
    runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(60)
    runner.says("AMAZON.StopIntent")
    store.failing = {"read"}
    assert NO_NOTES in runner.opens().text
    assert runner.leaves().silent
    store.failing = set()
    assert "You stopped at toes on the wall" in runner.opens().text


def test_nothing_is_called_deleted_that_is_not(store: Moody, runner: Runner) -> None:
    runner.opens()
    runner.says("SetHoldIntent", seconds="30")
    runner.says("DeleteMyDataIntent")
    store.failing = {"forget"}
    heard = runner.says("ConfirmDeletionIntent")
    assert "nothing was deleted" in heard.text
    assert heard.open
    assert runner.profile().preferences.hold_seconds == 30
    store.failing = set()
    runner.says("DeleteMyDataIntent")
    assert "Everything is deleted" in runner.says("ConfirmDeletionIntent").text
    assert not store.inner.read(USER, runner.now).pages


def test_nothing_is_called_logged_that_is_not(store: Moody, runner: Runner) -> None:
    runner.opens()
    runner.says("AddShoesIntent", shoe="ghosts")
    runner.says("AMAZON.NoIntent")
    runner.says("LogRunIntent", distance="60", unit="kilometres")
    store.failing = {"read", "write"}
    heard = runner.says("AMAZON.YesIntent")
    assert "can't look after your shoes" in heard.text
    assert "sixty kilometres in one run" in heard.text
    store.failing = set()
    assert "Logged sixty kilometres" in runner.says("AMAZON.YesIntent").text


def test_what_was_perhaps_logged_is_called_neither_logged_nor_lost(store: Moody, runner: Runner) -> None:
    runner.opens()
    runner.says("AddShoesIntent", shoe="ghosts")
    runner.says("AMAZON.NoIntent")
    store.failing = {"write"}
    heard = runner.says("LogRunIntent", distance="5", unit="kilometres", shoe="ghosts")
    assert "I don't know whether that is in them" in heard.text
    assert "last run" in heard.text


def test_no_place_is_promised_that_is_not_kept(store: Moody, runner: Runner) -> None:
    runner.opens()
    runner.says("StartRoutineIntent", routine="post-run")
    assert "Open me again within a day" in runner.says("AMAZON.StopIntent").text
    runner.opens()
    runner.says("AMAZON.YesIntent")
    store.failing = {"read", "write"}
    heard = runner.says("AMAZON.StopIntent")
    assert "Stopped at" in heard.text
    assert "Open me again" not in heard.text


def test_a_session_that_ends_without_the_store_is_silent(store: Moody, runner: Runner) -> None:
    runner.opens()
    runner.says("StartRoutineIntent", routine="post-run")
    store.failing = {"read", "write"}
    assert runner.leaves().silent


def test_a_lost_race_is_redone_on_what_the_other_wrote(store: Moody, runner: Runner) -> None:
    runner.opens()
    other = Runner(store.inner)
    other.now = runner.now
    store.races = 2
    other.opens()
    other.says("SetPaceIntent", pace="slower")
    assert NO_NOTES not in runner.says("SetHoldIntent", seconds="30").text
    kept = runner.profile().preferences
    assert (kept.hold_seconds, str(kept.pace)) == (30, "slower")


@pytest.mark.parametrize(
    ("intent", "slots"),
    [
        ("SetHoldIntent", {"seconds": "30"}),
        ("WhereAmIIntent", {}),
        ("AMAZON.PauseIntent", {}),
        ("AMAZON.HelpIntent", {}),
        ("StartRoutineIntent", {"routine": "pre-run"}),
    ],
)
def test_a_turn_costs_one_read_and_at_most_one_write(
    intent: str, slots: dict[str, str], store: Moody, runner: Runner
) -> None:
    runner.opens()
    runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(60)
    store.calls.clear()
    runner.says(intent, **slots)
    assert store.calls in (["read"], ["read", "write"])


CALLS = ["read", "write", "forget", "log"]
WORDS = [
    ("StartRoutineIntent", {"routine": "pre-run"}),
    ("AMAZON.NextIntent", {}),
    ("AMAZON.PauseIntent", {}),
    ("AMAZON.ResumeIntent", {}),
    ("RateRunIntent", {"feeling": "better"}),
    ("DeleteMyDataIntent", {}),
    ("AMAZON.YesIntent", {}),
    ("HearSettingsIntent", {}),
    ("AddShoesIntent", {"shoe": "blue pegasus"}),
    ("LogRunIntent", {"distance": "10"}),
    ("ChooseShoesIntent", {}),
]


@settings(max_examples=20)
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sets(st.sampled_from(CALLS))), max_size=8))
def test_whatever_fails_whenever_there_is_an_answer(
    tmp_path_factory: pytest.TempPathFactory, turns: list[tuple[tuple[str, dict[str, str]], set[str]]]
) -> None:
    store = Moody(SQLiteRepository(tmp_path_factory.mktemp("moody") / "notebooks.sqlite3"))
    runner = Runner(store)
    runner.opens()
    for (intent, slots), failing in turns:
        store.failing = failing
        heard = runner.says(intent, **slots)
        assert heard.text
        assert not heard.apologised
        runner.waits(20)


class Clock:
    """A clock that waiting moves on, as does each attempt; and the waits so far, in seconds."""

    def __init__(self, attempt_takes: float) -> None:
        self.now = 0.0
        self.attempt_takes = attempt_takes
        self.waits: list[float] = []

    def seconds(self) -> float:
        self.now += self.attempt_takes
        return self.now

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


def turns_by(clock: Clock, store: Moody) -> Turns:
    return Turns(store, exercises(), Random, Attempts(clock.seconds, clock.wait, SystemRandom()))


A_TURN = Turn("request", datetime(2026, 11, 22, 9, 0, tzinfo=UTC), USER)


def test_races_are_lost_no_longer_than_alexa_waits_and_the_log_says_so(
    store: Moody, caplog: pytest.LogCaptureFixture
) -> None:
    store.races = 10
    answer = turns_by(Clock(attempt_takes=1.3), store).take(A_TURN, launch)
    assert store.calls == ["read", "write", "read", "write"], "the third attempt would come too late"
    assert answer.reply.text.startswith(NO_NOTES)
    assert [record.message for record in caplog.records] == [
        "notebook not reached: other turns of the user wrote first as long as there was time"
    ]


def test_a_race_is_run_again_until_it_is_won(store: Moody) -> None:
    store.races = 12
    clock = Clock(attempt_takes=0.02)
    answer = turns_by(clock, store).take(A_TURN, launch)
    assert not answer.reply.text.startswith(NO_NOTES)
    assert store.calls.count("write") == 13
    assert len(set(clock.waits)) == 12, "those who met do not wait equally long"
    assert max(clock.waits[:2]) < 0.05
    assert max(clock.waits) <= LONGEST_WAIT_SECONDS
    assert clock.now < LATEST_ATTEMPT_SECONDS


def test_who_was_long_in_a_race_lets_others_go_first_the_next_time(store: Moody) -> None:
    clock = Clock(attempt_takes=0.02)
    turns = turns_by(clock, store)
    turns.take(A_TURN, launch)
    assert not clock.waits, "nobody waits who has met nobody"
    store.races = 5
    turns.take(replace(A_TURN, id="second"), launch)
    raced = sum(clock.waits)
    clock.waits.clear()

    turns.take(replace(A_TURN, id="third"), launch)
    turns.take(replace(A_TURN, id="fourth", user="somebody else"), launch)
    clock.now += AFTER_A_RACE_SECONDS
    turns.take(replace(A_TURN, id="fifth"), launch)

    assert len(clock.waits) == 1
    assert clock.waits[0] < raced + 1
