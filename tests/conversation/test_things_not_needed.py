"""A thing that no exercise needs is told from one that is missing."""

from pathlib import Path

import pytest

from skill.storage.sqlite import SQLiteRepository
from tests.runner import Runner

HONEST = "No exercise of mine needs that. Nothing was changed."


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    return runner


@pytest.mark.parametrize("intent", ["NoEquipmentIntent", "HaveEquipmentIntent"])
def test_it_is_said_and_nothing_is_kept(intent: str, runner: Runner) -> None:
    assert HONEST in runner.says(intent, equipment="kettlebell").text
    assert runner.profile().missing == set()


def test_a_question_that_waits_is_asked_again(runner: Runner) -> None:
    runner.says("LogRunIntent")
    heard = runner.says("NoEquipmentIntent", equipment="kettlebell")
    assert HONEST in heard.text
    assert "How far did you run?" in heard.text


def test_nothing_in_particular_answers_no_question(runner: Runner) -> None:
    runner.says("LogRunIntent")
    assert "Sorry, I didn't get that" in runner.says("NoEquipmentIntent").text
