"""Holds made longer or shorter: by a step, or by as many seconds as the runner says."""

from pathlib import Path

import pytest

from skill.storage.sqlite import SQLiteRepository
from tests.conversation.mid_routine import LATER_HOLD, holds, is_performing, place
from tests.runner import Runner


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    return runner


def seconds(runner: Runner) -> int | None:
    return runner.profile().preferences.hold_seconds


@pytest.mark.parametrize(
    ("way", "by", "after", "said"),
    [
        ("longer", "10", 30, "Holds of thirty seconds from now on."),
        ("shorter", "5", 15, "Holds of fifteen seconds from now on."),
        ("longer", "300", 60, "Holds of one minute from now on."),
        ("shorter", "15", 10, "Holds of ten seconds from now on."),
    ],
)
def test_holds_of_twenty_seconds_change_by_as_many_as_were_said(
    runner: Runner, way: str, by: str, after: int, said: str
) -> None:
    assert runner.says("ChangeHoldIntent", hold_change=way, seconds=by).text.startswith(said)
    assert seconds(runner) == after


def test_without_a_number_they_change_by_five(runner: Runner) -> None:
    runner.says("ChangeHoldIntent", hold_change="longer")
    assert seconds(runner) == 25


@pytest.mark.parametrize(("way", "limit", "said"), [("longer", "60", "sixty"), ("shorter", "10", "ten")])
def test_at_the_limit_it_is_said_that_there_is_no_more(
    runner: Runner, way: str, limit: str, said: str
) -> None:
    runner.says("SetHoldIntent", seconds=limit)
    heard = runner.says("ChangeHoldIntent", hold_change=way, seconds="10")
    assert f"as they get, {said} seconds" in heard.text
    assert seconds(runner) == int(limit)


def test_by_no_seconds_at_all_is_asked_about(runner: Runner) -> None:
    heard = runner.says("ChangeHoldIntent", hold_change="longer", seconds="0")
    assert "I can hold from ten up to sixty seconds" in heard.text
    assert seconds(runner) is None


def test_in_a_hold_it_counts_on_to_the_new_length(runner: Runner) -> None:
    holds(runner)
    runner.says("ChangeHoldIntent", hold_change="longer", seconds="10")
    assert is_performing(runner)
    assert place(runner) == LATER_HOLD
