import pytest

from stand_ins.memory import MemoryRepository
from tests.conversation.imports.importer import USER, Importer
from tests.conversation.runner import Runner


@pytest.fixture
def importer() -> Importer:
    """Imports into an empty notebook."""
    return Importer(MemoryRepository())


@pytest.fixture
def voice(importer: Importer) -> Runner:
    """The runner whose notebook it is, by voice."""
    return Runner(importer.repository, USER)
