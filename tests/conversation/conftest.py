from pathlib import Path

import pytest

from skill.storage.sqlite import SQLiteRepository
from tests.conversation.runner import Runner


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))


@pytest.fixture
def two_pairs(runner: Runner) -> Runner:
    runner.say("AddShoes", shoe="blue pegasus", distance="100", unit="kilometres")
    runner.say("AddShoes", shoe="ghosts", distance="300", unit="kilometres")
    return runner
