from collections.abc import Iterator

import pytest

from tests.emulator import ministack


@pytest.fixture(scope="session")
def aws_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a DynamoDB that listens on loopback."""
    with ministack(tmp_path_factory.mktemp("ministack")) as url:
        yield url
