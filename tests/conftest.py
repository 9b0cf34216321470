import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.emulator import ministack

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
