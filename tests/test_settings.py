from pathlib import Path

import pytest

from skill.settings import Settings, SettingsError
from skill.storage.dynamodb import DynamoDBRepository
from skill.storage.sqlite import SQLiteRepository

DYNAMODB = {"FOOT_COACH_STORAGE": "dynamodb", "FOOT_COACH_TABLE": "notebooks", "AWS_REGION": "eu-west-1"}


def database(environment: dict[str, str]) -> Path:
    repository = Settings.read(environment).repository()
    assert isinstance(repository, SQLiteRepository)
    return repository.path


def test_without_settings_notebooks_are_kept_in_the_users_data_folder() -> None:
    assert database({}) == Path.home() / ".local/share/foot-coach/notebooks.sqlite3"
    assert Settings.read({}).skill_id is None


@pytest.mark.parametrize(
    ("environment", "path"),
    [
        ({"XDG_DATA_HOME": "/data"}, "/data/foot-coach/notebooks.sqlite3"),
        ({"XDG_DATA_HOME": "not/absolute"}, "~/.local/share/foot-coach/notebooks.sqlite3"),
        ({"XDG_DATA_HOME": "/data", "FOOT_COACH_DB": "/srv/coach.sqlite3"}, "/srv/coach.sqlite3"),
        ({"FOOT_COACH_DB": "~/coach.sqlite3"}, "~/coach.sqlite3"),
        ({"FOOT_COACH_DB": ""}, "~/.local/share/foot-coach/notebooks.sqlite3"),
    ],
)
def test_the_file_lies_where_the_user_says(environment: dict[str, str], path: str) -> None:
    assert database(environment) == Path(path).expanduser()


def test_dynamodb_is_used_when_asked_for() -> None:
    assert isinstance(Settings.read(DYNAMODB).repository(), DynamoDBRepository)


@pytest.mark.parametrize("missing", ["FOOT_COACH_TABLE", "AWS_REGION"])
def test_what_dynamodb_needs_and_lacks_is_named(missing: str) -> None:
    settings = Settings.read(DYNAMODB | {missing: ""})
    with pytest.raises(SettingsError, match=missing):
        settings.repository()


def test_a_storage_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(SettingsError, match="sqlite, dynamodb, not 'redis'"):
        Settings.read({"FOOT_COACH_STORAGE": "redis"})


def test_lambdas_own_region_goes_before_the_default_one() -> None:
    assert Settings.read({"AWS_REGION": "a", "AWS_DEFAULT_REGION": "b"}).region == "a"
    assert Settings.read({"AWS_DEFAULT_REGION": "b"}).region == "b"


@pytest.mark.parametrize("name", ["FOOT_COACH_TABLE", "FOOT_COACH_SKILL_ID", "FOOT_COACH_DB"])
@pytest.mark.parametrize("value", [" ", " \t\n", " notebooks", "notebooks\n"])
def test_a_setting_that_is_blank_or_has_spaces_around_it_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"{name} is .*without spaces"):
        Settings.read(DYNAMODB | {name: value})


@pytest.mark.parametrize("region", ["us-east-1", "us-gov-west-1", "eusc-de-east-1", "zz-new-northeast-12"])
def test_a_region_is_one_though_botocore_does_not_know_it_yet(region: str) -> None:
    assert isinstance(Settings.read(DYNAMODB | {"AWS_REGION": region}).repository(), DynamoDBRepository)


@pytest.mark.parametrize("region", ["eu-west", "EU-WEST-1", "eu-west-1 ", "eu-west-1\n", "Ireland, please"])
def test_what_is_no_region_is_refused_with_what_to_set(region: str) -> None:
    settings = Settings.read(DYNAMODB | {"AWS_REGION": region})
    with pytest.raises(SettingsError) as told:
        settings.repository()
    assert str(told.value).startswith(f"AWS has no region {region!r}; set AWS_REGION to the table's, as ")
