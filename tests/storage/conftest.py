import pytest

from skill.storage import dynamodb_client, dynamodb_session
from skill.storage.dynamodb import DynamoDBRepository
from stand_ins import emulator
from stand_ins.fault_proxy import FaultProxy
from tests.storage.left_behind import LeftBehind


@pytest.fixture
def store(proxy: FaultProxy, table: str) -> DynamoDBRepository:
    """A store that reaches its table through the proxy."""
    return emulator.repository(proxy.url, table)


@pytest.fixture
def left_behind(monkeypatch: pytest.MonkeyPatch) -> LeftBehind:
    """What calls of DynamoDB and looks for credentials have begun."""
    threads = LeftBehind()
    monkeypatch.setattr(dynamodb_client, "threads", threads)
    monkeypatch.setattr(dynamodb_session, "threads", threads)
    return threads
