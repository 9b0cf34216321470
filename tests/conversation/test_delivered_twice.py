"""A request that is delivered twice is answered twice in the same words, and changes once what it changes."""

import copy
import json
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.conversation.turn.turn import DeviceSettings
from skill.shoes.distance import Unit
from skill.storage.repository import FORGET_SECONDS, Change, Entry, Notebook, Unreadable
from skill.storage.sqlite import SQLiteRepository
from stand_ins import echo
from tests.conversation.test_any_sequence import GO_ON, STEPS, Says, Step, deep_in_a_routine, take
from tests.runner import USER, Heard, Runner

SHOES: list[Step] = [
    Says("AddShoesIntent", {"shoe": "ghosts", "distance": "100", "unit": "kilometres"}),
    Says("AddShoesIntent", {"shoe": "blue pegasus"}),
    Says("LogRunIntent", {"distance": "10", "unit": "kilometres", "shoe": "ghosts"}),
    Says("LogRunIntent", {"distance": "5", "unit": "kilometres"}),
    Says("CorrectShoesIntent", {"shoe": "the others"}),
    Says("CorrectDistanceIntent", {"distance": "7"}),
    Says("DeleteRunIntent", {}),
    Says("UndoIntent", {}),
    Says("AMAZON.YesIntent", {}),
    Says("RenameShoesIntent", {"shoe": "ghosts", "new_name": "clouds"}),
    Says("ChooseShoesIntent", {}),
    Says("AMAZON.NextIntent", {}),
    Says("ChangeHoldIntent", {"hold_change": "longer"}),
    Says("RateRunIntent", {"feeling": "better"}),
    Says("DeleteMyDataIntent", {}),
    Says("ConfirmDeletionIntent", {}),
]
"""What changes the notebook, more often than it would come up by chance."""


class Overtaken:
    """A store in which something else happens after a turn has read and before it writes, once.

    Attributes:
        meanwhile: what; None for nothing.
    """

    def __init__(self, inner: SQLiteRepository) -> None:
        self.inner = inner
        self.meanwhile: Callable[[], None] | None = None

    def read(self, user: str, now: datetime) -> Notebook:
        return self.inner.read(user, now)

    def write(self, user: str, change: Change, now: datetime) -> None:
        meanwhile, self.meanwhile = self.meanwhile, None
        if meanwhile:
            meanwhile()
        self.inner.write(user, change, now)

    def log(self, user: str) -> Iterator[Entry]:
        return self.inner.log(user)

    def unreadable(self, user: str) -> Iterator[Unreadable]:
        return self.inner.unreadable(user)

    def forget(self, user: str, seconds: float = FORGET_SECONDS) -> None:
        self.inner.forget(user, seconds)


class TwiceHeard(Runner):
    """A runner whose every request reaches a skill once, and another one twice.

    Attributes:
        at_once: whether the second delivery comes before the first one is answered.
    """

    def __post_init__(self) -> None:
        super().__post_init__()
        self.at_once = False
        self.skill = build_skill(self.repository)
        self.store = Overtaken(SQLiteRepository(Path(tempfile.mkdtemp()) / "twice.sqlite3"))
        self.twice = build_skill(self.store)

    def sends(self, request: dict[str, Any]) -> Heard:
        text = json.dumps(request)
        answers: list[str] = []

        def deliver() -> None:
            answers.append(json.dumps(answer(lambda: self.twice, json.loads(text))))

        self.store.meanwhile = deliver if self.at_once else None
        deliver()
        deliver()
        heard = super().sends(json.loads(text))
        assert {*answers} == {json.dumps(heard.envelope)}
        assert self.kept(self.store) == self.kept(self.repository)
        return heard

    def kept(self, store: Any) -> Any:
        notebook = store.read(USER, self.now)
        pages = {name: (page.version, page.body, page.expires_at) for name, page in notebook.pages.items()}
        return copy.deepcopy(pages), [(entry.identity, entry.at, entry.body) for entry in store.log(USER)]


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))


def a_runner(folder: str) -> TwiceHeard:
    return TwiceHeard(SQLiteRepository(Path(folder) / "once.sqlite3"))


@settings(max_examples=25)
@given(
    deep_in_a_routine() | st.just(SHOES[:4]),
    st.lists(st.tuples(STEPS | st.sampled_from(SHOES), st.booleans()), min_size=1, max_size=10),
)
def test_whatever_comes_twice_is_answered_alike_and_done_once(
    beginning: list[Step], sequel: list[tuple[Step, bool]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        runner = a_runner(folder)
        runner.opens()
        for step, runner.at_once in [*((step, False) for step in beginning), *sequel]:
            take(runner, step)


def test_with_more_runs_than_a_turn_reads_it_holds_too() -> None:
    days = [f"2026-{month:02}-{day:02}" for month in (10, 9) for day in range(1, 31)]
    told = [Says("LogRunIntent", {"distance": "5", "shoe": "ghosts", "day": day}) for day in days]
    said = [*SHOES[:2], *told, Says("RunsIntent", {"period": "this-week"}), *SHOES[2:9], *SHOES[6:9]]
    with tempfile.TemporaryDirectory() as folder:
        runner = a_runner(folder)
        for step in said:
            take(runner, step)


def test_next_said_once_is_one_exercise_on_however_often_it_comes() -> None:
    with tempfile.TemporaryDirectory() as folder:
        twice = a_runner(folder)
        twice.opens()
        for step in [Says("StartRoutineIntent", {"routine": "post-run"}), *GO_ON]:
            take(twice, step)
        before = twice.walkthrough()
        twice.at_once = True
        twice.says("AMAZON.NextIntent")
        after = twice.walkthrough()
        assert before
        assert after
        assert after.place.step == before.place.step + 1


def test_chance_falls_alike_however_often_a_request_comes() -> None:
    with tempfile.TemporaryDirectory() as folder:
        twice = a_runner(folder)
        twice.opens()
        request = twice.envelopes.intent(twice.now, "AMAZON.StopIntent")

        goodbyes = {twice.sends(copy.deepcopy(request)).text for _ in range(6)}

        assert len(goodbyes) == 1


def test_what_a_device_answered_is_not_asked_for_again(
    runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([DeviceSettings("Europe/Berlin", Unit.KILOMETRES), DeviceSettings("UTC", Unit.MILES)])
    monkeypatch.setattr("skill.alexa.device_settings.read_settings", lambda *_: next(answers))
    request = echo.intent("LogRunIntent", {"distance": "10"})
    request["context"]["System"]["apiAccessToken"] = "token"

    once, again = (runner.sends(copy.deepcopy(request)).text for _ in range(2))

    assert "ten kilometres" in once
    assert again == once
