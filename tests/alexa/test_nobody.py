"""A request that names no user is coached from its session, and shares no notebook with another."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NoReturn

import pytest

from skill.storage.repository import FORGET_SECONDS, Entry
from tests.runner import Heard, Runner

NOBODY = "I can't tell who you are"


class Untouched:
    """A store that nothing may ask for anything."""

    def read(self, user: str, now: datetime) -> NoReturn:
        raise AssertionError(f"{user!r} is read at {now}")

    def log(self, user: str) -> Iterator[Entry]:
        raise AssertionError(f"the log of {user!r} is read")

    def write(self, user: str, change: object, now: datetime) -> NoReturn:
        raise AssertionError(f"{change} is written for {user!r} at {now}")

    def unreadable(self, user: str) -> NoReturn:
        raise AssertionError(f"{user!r} is looked at")

    def forget(self, user: str, seconds: float = FORGET_SECONDS) -> NoReturn:
        raise AssertionError(f"{user!r} is forgotten within {seconds} s")


class Nobody(Runner):
    """A runner whose requests name no user."""

    def sends(self, request: dict[str, Any]) -> Heard:
        del request["context"]["System"]["user"]
        if "session" in request:
            request["session"].pop("user", None)
        return super().sends(request)


@pytest.fixture
def nobody() -> Nobody:
    return Nobody(Untouched())


def test_nobody_is_coached_from_the_session_and_told_once_that_nothing_is_kept(nobody: Nobody) -> None:
    assert nobody.opens().text.startswith(NOBODY)
    assert "Face the wall" in nobody.says("StartRoutineIntent", routine="post-run").text
    nobody.waits(42)
    paused = nobody.says("AMAZON.PauseIntent").text
    assert paused.startswith("Paused at toes on the wall, first hold, right side")
    assert "butt to heel" in nobody.says("AMAZON.NextIntent").text


def test_nobodys_shoes_are_not_looked_after(nobody: Nobody) -> None:
    nobody.opens()
    heard = nobody.says("AddShoesIntent", shoe="ghosts")

    assert "I can't look after your shoes" in heard.text
    assert "notes" not in heard.text


def test_nothing_of_nobodys_is_to_be_deleted(nobody: Nobody) -> None:
    nobody.opens()
    nobody.says("DeleteMyDataIntent")
    heard = nobody.says("ConfirmDeletionIntent")

    assert not heard.apologised
    assert not heard.open


@pytest.mark.parametrize("intent", ["AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"])
def test_nobody_is_let_go(nobody: Nobody, intent: str) -> None:
    nobody.opens()
    nobody.says("SetHoldIntent")

    assert not nobody.says(intent).open


def test_events_of_nobody_are_answered_with_silence(nobody: Nobody) -> None:
    nobody.opens()
    assert nobody.leaves().silent
    nobody.envelopes.open_session()
    for kind in ("AlexaSkillEvent.SkillDisabled", "System.ExceptionEncountered"):
        assert nobody.sends(nobody.envelopes.event(nobody.now, kind)).silent
