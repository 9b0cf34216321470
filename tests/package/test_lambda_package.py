import json
import shutil
from pathlib import Path

import botocore
import pytest
from botocore.regions import EndpointResolver

from skill.content.loader import content_folder, read
from tools.lambda_package import lighten

DATA = Path(botocore.__file__).parent / "data"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    data = tmp_path / "botocore" / "data"
    for service in ("dynamodb", "sts"):
        shutil.copytree(DATA / service, data / service)
    shutil.copy(DATA / "endpoints.json", data)
    shutil.copytree(content_folder(), tmp_path / "skill" / "content")
    lighten(tmp_path)
    return tmp_path


@pytest.fixture
def data(package: Path) -> Path:
    return package / "botocore" / "data"


def places_in(data: Path) -> EndpointResolver:
    return EndpointResolver(json.loads((data / "endpoints.json").read_text("utf-8")))


def test_a_package_has_the_description_of_dynamodb_alone(data: Path) -> None:
    assert {path.name for path in data.iterdir()} == {"dynamodb", "endpoints.json"}
    assert len((data / "endpoints.json").read_bytes()) < len((DATA / "endpoints.json").read_bytes()) / 20


@pytest.mark.parametrize("region", ["us-east-1", "eu-west-1", "cn-north-1", "us-gov-west-1", "xx-new-1"])
def test_dynamodb_is_where_it_was(data: Path, region: str) -> None:
    before = places_in(DATA).construct_endpoint("dynamodb", region)
    assert places_in(data).construct_endpoint("dynamodb", region) == before


def test_every_file_of_the_content_says_the_same_as_json(package: Path) -> None:
    packed = package / "skill" / "content"
    files = [path.relative_to(packed) for path in packed.rglob("*.toml")]
    assert files
    for file in files:
        assert (packed / file).with_suffix(".json").is_file()
        assert read(packed, str(file)).values == read(content_folder(), str(file)).values
