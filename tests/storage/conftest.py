import pytest

from skill.storage.dynamodb import DynamoDBRepository
from stand_ins import emulator
from stand_ins.fault_proxy import FaultProxy


@pytest.fixture
def store(proxy: FaultProxy, table: str) -> DynamoDBRepository:
    """A store that reaches its table through the proxy."""
    return emulator.repository(proxy.url, table)
