"""Who wants to go is let go, whatever fails."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from skill.alexa.entry import ENDING, answer
from skill.alexa.intents import INTENTS
from skill.alexa.skill import build_skill
from skill.conversation.memory.profile_pages import PROFILE
from skill.storage.repository import Change, Page
from skill.storage.sqlite import SQLiteRepository
from tests.alexa.failing_repository import FailingRepository
from tests.runner import MORNING, USER, Heard, Runner

LONGEST_GOODBYE = 10
"""Seconds: who wants to go wants no speech."""


def fail(*_given: object) -> NoReturn:
    raise KeyError("a defect")


class BrokenRepository:
    """A store with a defect."""

    read = write = log = unreadable = forget = fail


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    return runner


def bids_goodbye(heard: Heard) -> bool:
    return (
        heard.response["shouldEndSession"] is True
        and "reprompt" not in heard.response
        and not heard.apologised
        and 0 < heard.timeline.seconds < LONGEST_GOODBYE
    )


def lose_the_store(runner: Runner) -> None:
    runner.skill = build_skill(FailingRepository(runner.repository, lambda _: True))


def break_the_store(runner: Runner) -> None:
    runner.skill = build_skill(BrokenRepository())


def break_the_record(runner: Runner) -> None:
    kept = runner.repository.read(USER, MORNING).pages[PROFILE]
    runner.repository.write(USER, Change({PROFILE: Page({"preferences": 3}, kept.version)}), MORNING)


def break_the_session(runner: Runner) -> None:
    runner.envelopes.session["attributes"] = {"walkthrough": [3], "question": {}, "said": 5, "topic": "?"}


FAILURES = [lose_the_store, break_the_store, break_the_record, break_the_session]


@pytest.mark.parametrize("intent", sorted(ENDING))
@pytest.mark.parametrize("failure", FAILURES)
def test_a_word_that_ends_the_session_ends_it(
    runner: Runner, failure: Callable[[Runner], None], intent: str
) -> None:
    failure(runner)
    assert bids_goodbye(runner.says(intent))


@pytest.mark.parametrize("intent", sorted(ENDING))
@pytest.mark.parametrize("failure", FAILURES)
def test_it_ends_it_also_where_a_question_waits(
    runner: Runner, failure: Callable[[Runner], None], intent: str
) -> None:
    runner.says("LogRunIntent", distance="60", unit="kilometres")
    failure(runner)

    assert bids_goodbye(runner.says(intent))


@pytest.mark.parametrize("intent", sorted(ENDING))
def test_a_defect_of_the_use_case_does_not_hold_the_runner(
    runner: Runner, intent: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("skill.alexa.skill.INTENTS", {**INTENTS, intent: fail})
    assert bids_goodbye(runner.says(intent))
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


def test_a_skill_that_cannot_be_built_lets_the_runner_go(runner: Runner) -> None:
    response = answer(fail, runner.envelopes.intent(runner.now, "AMAZON.StopIntent"))["response"]
    assert response["shouldEndSession"] is True
