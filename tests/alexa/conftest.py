from pathlib import Path

import pytest

from skill.storage.dynamodb import DynamoDBRepository
from skill.storage.dynamodb_service import DynamoDBService
from skill.storage.repository import Repository
from skill.storage.sqlite import SQLiteRepository
from tests.emulator import KEYS, REGION, create_table


@pytest.fixture(params=["sqlite", "dynamodb"])
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Repository:
    if request.param == "sqlite":
        return SQLiteRepository(tmp_path / "notebooks.sqlite3")
    url = request.getfixturevalue("aws_url")
    return DynamoDBRepository(DynamoDBService(REGION, url, lambda: KEYS), create_table(url))
