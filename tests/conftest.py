import gc
import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from skill.storage import dynamodb_client
from skill.storage.repository import Repository
from skill.storage.sqlite import SQLiteRepository
from stand_ins import emulator
from stand_ins.emulator import create_table, ministack
from stand_ins.fault_proxy import FaultProxy, fault_proxy
from stand_ins.patience import impatience, patience

# Machines are busy and turns write files: neither says anything about what is tested. A developer's every
# run tries new examples; CI tries the same ones again, so that it fails for changes alone.
settings.register_profile(
    "house",
    max_examples=40,
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", settings.get_profile("house"), derandomize=False)
settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try again what measures how long something takes: the machine may have stood still."""
    for item in items:
        if item.get_closest_marker("real_time"):
            item.add_marker(pytest.mark.flaky(reruns=2))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Look for cycles less often, and never among the tests themselves: that took a quarter of their time."""
    if session.config.getoption("loadgroup", default=False):
        grouped = [item for item in session.items if item.get_closest_marker("xdist_group")]
        if any("@" not in item.nodeid for item in grouped):
            raise pytest.UsageError("pytest-xdist does not keep groups together with this pytest")
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(scope="session")
def aws_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a DynamoDB that listens on loopback."""
    with ministack(tmp_path_factory.mktemp("ministack")) as url:
        yield url


@pytest.fixture(autouse=True)
def _patient(request: pytest.FixtureRequest) -> Iterator[None]:
    """Turns wait for a busy machine, but for those that are about the product's own limits."""
    with nullcontext() if request.node.get_closest_marker("limits_as_shipped") else patience():
        yield


@pytest.fixture
def _impatient() -> Iterator[None]:
    """Calls of DynamoDB are given up sooner: they are to fail."""
    with impatience():
        yield


@pytest.fixture
def _persistent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Attempts end sooner, calls much later: a busy machine makes one more attempt, and fails nothing."""
    monkeypatch.setattr(dynamodb_client, "READ_SECONDS", 0.5)
    monkeypatch.setattr(dynamodb_client, "CALL_SECONDS", 20.0)


@pytest.fixture(params=["sqlite", "dynamodb"])
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Repository:
    """Each kind of store, new and empty; turns have time."""
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
