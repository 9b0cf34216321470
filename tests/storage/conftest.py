from pathlib import Path

import pytest

from skill.storage.repository import Repository
from skill.storage.sqlite import SQLiteRepository


@pytest.fixture(params=["sqlite"])
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Repository:
    assert request.param == "sqlite"
    return SQLiteRepository(tmp_path / "not" / "there" / "yet" / "notebooks.sqlite3")
