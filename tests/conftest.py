import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from skill.storage.repository import Repository
from skill.storage.sqlite import SQLiteRepository
from stand_ins import emulator
from stand_ins.emulator import create_table, ministack
from stand_ins.fault_proxy import FaultProxy, fault_proxy

# Machines are busy and turns write files: neither says anything about what is tested. A developer's every
# run tries new examples; CI tries the same ones again, so that it fails for changes alone.
settings.register_profile(
    "house",
    max_examples=40,
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("house")


@pytest.fixture(scope="session")
def aws_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a DynamoDB that listens on loopback."""
    with ministack(tmp_path_factory.mktemp("ministack")) as url:
        yield url


@pytest.fixture(params=["sqlite", "dynamodb"])
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Repository:
    """Each kind of store, new and empty."""
    if request.param == "sqlite":
        return SQLiteRepository(tmp_path / "not" / "there" / "yet" / "notebooks.sqlite3")
    url = request.getfixturevalue("aws_url")
    return emulator.repository(url, create_table(url))


@pytest.fixture
def table(aws_url: str) -> str:
    """The name of a new table."""
    return create_table(aws_url)


@pytest.fixture
def proxy(aws_url: str) -> Iterator[FaultProxy]:
    """What stands between a store and that DynamoDB, and can fail."""
    with fault_proxy(aws_url) as running:
        yield running
