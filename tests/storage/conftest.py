import pytest

from skill.storage.dynamodb import DynamoDBRepository
from skill.storage.dynamodb_service import DynamoDBService
from stand_ins.emulator import KEYS, REGION
from stand_ins.fault_proxy import FaultProxy


@pytest.fixture
def store(proxy: FaultProxy, table: str) -> DynamoDBRepository:
    """A store that reaches its table through the proxy."""
    return DynamoDBRepository(DynamoDBService(REGION, proxy.url, lambda: KEYS), table)
