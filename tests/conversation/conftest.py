from pathlib import Path

import pytest

from skill.storage.dynamodb import DynamoDBRepository
from skill.storage.dynamodb_service import DynamoDBService
from skill.storage.repository import Repository
from skill.storage.sqlite import SQLiteRepository
from tests.conversation.runner import Runner
from tests.emulator import KEYS, REGION, create_table


@pytest.fixture(params=["sqlite", "dynamodb"])
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Repository:
    if request.param == "sqlite":
        return SQLiteRepository(tmp_path / "notebooks.sqlite3")
    url = request.getfixturevalue("aws_url")
    return DynamoDBRepository(DynamoDBService(REGION, url, lambda: KEYS), create_table(url))


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))


@pytest.fixture
def two_pairs(runner: Runner) -> Runner:
    runner.say("AddShoes", shoe="blue pegasus", distance="100", unit="kilometres")
    runner.say("AddShoes", shoe="ghosts", distance="300", unit="kilometres")
    return runner
