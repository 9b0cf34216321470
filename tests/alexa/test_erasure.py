"""Deleting everything in words and by the event: whole, or honestly not finished and then gone on with."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.skill import UnansweredError, build_skill
from skill.storage.dynamodb import DynamoDBRepository
from skill.storage.repository import Notebook, Repository
from skill.storage.sqlite import SQLiteRepository
from skill.web.app import create_app
from stand_ins import echo, emulator
from stand_ins.emulator import CREDENTIALS
from stand_ins.fault_proxy import Fault, FaultProxy, Refusal
from stand_ins.runtime_api import RuntimeAPI, function
from stand_ins.used_notebook import USE, Household
from tests.alexa.test_peoples_data import skill_disabled
from tests.runner import USER, Runner

REFUSED = Refusal(400, "ValidationException")
STILL_DELETING = "I'm still deleting what you told me"


@pytest.fixture
def store(proxy: FaultProxy, table: str) -> DynamoDBRepository:
    return emulator.repository(proxy.url, table)


@pytest.fixture
def runner(store: DynamoDBRepository) -> Runner:
    """A runner with a pair and a run in it."""
    runner = Runner(store)
    runner.opens()
    runner.says("AddShoesIntent", shoe="ghosts", distance="100", unit="kilometres")
    runner.says("LogRunIntent", distance="10", unit="kilometres", shoe="ghosts")
    return runner


@pytest.fixture
def halted(runner: Runner, proxy: FaultProxy) -> Runner:
    """The same runner, whose notebook is marked and cannot be erased any further."""
    runner.says("DeleteMyDataIntent")
    proxy.plan(lambda _call, action: REFUSED if action == "TransactWriteItems" else None)
    heard = runner.says("ConfirmDeletionIntent")
    assert "begun to delete everything" in heard.text
    assert not heard.open
    return runner


def works_again(proxy: FaultProxy) -> None:
    proxy.plan(lambda _call, _action: None)


def test_a_deletion_that_is_not_finished_is_finished_by_the_next_turn(
    halted: Runner, proxy: FaultProxy, store: DynamoDBRepository
) -> None:
    assert store.read(USER, halted.now).being_erased
    works_again(proxy)
    opened = halted.opens()
    assert "I'm Foot Coach" in opened.text, "a newcomer's welcome"
    assert store.read(USER, halted.now).pages.keys() == {"profile"}
    assert list(store.log(USER)) == []


def test_until_it_is_finished_nothing_is_kept_and_that_is_said_once(
    halted: Runner, proxy: FaultProxy, store: DynamoDBRepository, caplog: pytest.LogCaptureFixture
) -> None:
    opened = halted.opens()
    assert STILL_DELETING in opened.text
    assert opened.open
    heard = halted.says("StartRoutineIntent", routine="post-run")
    assert STILL_DELETING not in heard.text
    assert "Face the wall" in heard.text
    for intent in ("LogRunIntent", "ListShoesIntent"):
        assert "can't look after your shoes yet" in halted.says(intent).text
    stopped = halted.says("AMAZON.StopIntent")
    assert not stopped.open
    assert store.read(USER, halted.now).being_erased
    assert any("notebook not erased yet" in line for line in caplog.messages)
    works_again(proxy)
    store.forget(USER)
    assert store.read(USER, halted.now) == Notebook({}, [])


def test_deleting_again_before_it_is_finished_says_that_it_is_not(halted: Runner, proxy: FaultProxy) -> None:
    halted.opens()
    halted.says("DeleteMyDataIntent")
    assert "begun to delete everything" in halted.says("ConfirmDeletionIntent").text
    works_again(proxy)
    halted.opens()
    halted.says("DeleteMyDataIntent")
    assert "Everything is deleted" in halted.says("ConfirmDeletionIntent").text


def test_an_event_that_cannot_be_carried_out_fails_and_is_carried_out_when_it_comes_again(
    runner: Runner, proxy: FaultProxy, store: DynamoDBRepository
) -> None:
    event = skill_disabled(runner)
    proxy.plan(lambda _call, action: REFUSED if action == "TransactWriteItems" else None)
    with pytest.raises(UnansweredError):
        runner.sends(event)
    works_again(proxy)
    assert runner.sends(event).silent
    assert store.read(USER, runner.now) == Notebook({}, [])


@pytest.mark.parametrize("action", ["Query", "PutItem"])
def test_an_event_fails_when_the_store_does_not_answer(
    runner: Runner, proxy: FaultProxy, action: str
) -> None:
    proxy.plan(lambda _call, called: REFUSED if called == action else None)
    with pytest.raises(UnansweredError):
        runner.sends(skill_disabled(runner))


def test_an_erasure_begins_nothing_when_the_turn_has_no_time_left(
    runner: Runner, proxy: FaultProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skill.conversation.attempts.LATEST_ATTEMPT_SECONDS", 0.0)
    proxy.plan(lambda _call, _action: None)
    with pytest.raises(UnansweredError):
        runner.sends(skill_disabled(runner))
    assert "TransactWriteItems" not in proxy.actions


def test_over_http_an_event_that_cannot_be_carried_out_is_no_answer(
    runner: Runner, proxy: FaultProxy, store: DynamoDBRepository, caplog: pytest.LogCaptureFixture
) -> None:
    from skill.alexa.entry import answer  # noqa: PLC0415 - as the service does

    skill = build_skill(store)
    service = create_app(lambda envelope, _context: answer(lambda: skill, envelope), None, lambda: None)
    proxy.plan(lambda _call, action: REFUSED if action == "TransactWriteItems" else None)
    with caplog.at_level(logging.ERROR):
        assert service.test_client().post("/alexa", json=skill_disabled(runner)).status_code == 500
    assert USER not in caplog.text
    works_again(proxy)
    assert service.test_client().post("/alexa", json=skill_disabled(runner)).status_code == 200
    assert store.read(USER, runner.now) == Notebook({}, [])


@pytest.fixture
def function_of_ours(proxy: FaultProxy, table: str) -> Iterator[RuntimeAPI]:
    environment = {
        **CREDENTIALS,
        "AWS_ENDPOINT_URL_DYNAMODB": proxy.url,
        "FOOT_COACH_STORAGE": "dynamodb",
        "FOOT_COACH_TABLE": table,
        "FOOT_COACH_SKILL_ID": echo.SKILL,
    }
    with function(environment) as running:
        yield running


@pytest.mark.slow
def test_in_the_lambda_an_event_that_cannot_be_carried_out_fails_the_invocation(
    function_of_ours: RuntimeAPI, runner: Runner, proxy: FaultProxy, store: DynamoDBRepository
) -> None:
    event = skill_disabled(runner)
    event["context"]["System"]["application"]["applicationId"] = echo.SKILL
    proxy.plan(lambda _call, action: REFUSED if action == "TransactWriteItems" else None)
    assert function_of_ours.invoke(event).kind == "error"
    works_again(proxy)
    assert function_of_ours.invoke(event).kind == "response"
    assert store.read(USER, runner.now) == Notebook({}, [])


def test_after_a_deletion_the_device_forgets_the_names_of_the_pairs(repository: Repository) -> None:
    runner = Runner(repository)
    runner.opens()
    runner.says("AddShoesIntent", shoe="ghosts")
    runner.says("DeleteMyDataIntent")
    heard = runner.says("ConfirmDeletionIntent")
    directives = [each for each in heard.response["directives"] if each["type"].startswith("Dialog.")]
    assert directives == [{"type": "Dialog.UpdateDynamicEntities", "updateBehavior": "CLEAR"}]


def test_no_word_of_the_runner_is_left_in_the_file_or_beside_it(tmp_path: Path) -> None:
    store = SQLiteRepository(tmp_path / "notebooks.sqlite3")
    household = Household(build_skill(store), "somebody")
    list(household.says_all(USE))
    words = (b"ghosts", b"pegasus", b"walkthrough", b"metres", b"hold_seconds")

    def found() -> set[bytes]:
        stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
        return {word for word in words if word in stored}

    assert found() == set(words)
    told: Any = household.deletes_everything()
    assert "Everything is deleted" in str(told["response"])
    assert not found()


@pytest.mark.usefixtures("_persistent")
@pytest.mark.parametrize("fault", [Fault.LOST, Fault.HANGS_AFTER])
def test_a_deletion_whose_answer_is_lost_is_told_as_it_is(
    runner: Runner, proxy: FaultProxy, store: DynamoDBRepository, fault: Fault
) -> None:
    """Each call is made again; none of them has been carried out twice to any harm."""
    runner.says("DeleteMyDataIntent")
    for number in range(2, 5):
        proxy.fail(fault, number)
    assert "Everything is deleted" in runner.says("ConfirmDeletionIntent").text
    assert store.read(USER, runner.now) == Notebook({}, [])
