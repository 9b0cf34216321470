import json
from pathlib import Path
from typing import Any

import pytest

from tests.package.parts import ARN, PACKAGE


@pytest.fixture(scope="module", params=[None, ARN, "https://coach.example.com/alexa"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = tmp_path_factory.mktemp("built") / "package"
    PACKAGE.build(built, PACKAGE.endpoint_of(request.param, "Wildcard") if request.param else None)
    return built


@pytest.fixture
def manifest(folder: Path) -> Any:
    return json.loads((folder / "skill.json").read_text())["manifest"]


@pytest.fixture
def texts(manifest: Any) -> Any:
    return manifest["publishingInformation"]["locales"]
