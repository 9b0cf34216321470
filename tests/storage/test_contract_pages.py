"""What every repository promises of pages, asked of each of them."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skill.storage.repository import (
    Change,
    LostRaceError,
    Page,
    Repository,
)
from tests.storage.notebooks import NOW, RUNNER, put

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text(), children, max_size=3),
    max_leaves=8,
)
bodies = st.dictionaries(st.text(), json_values, max_size=4)


def test_a_page_comes_back_with_its_version_counted_up(repository: Repository) -> None:
    put(repository, "profile", {"unit": "mile"})
    assert repository.read(RUNNER, NOW).pages == {"profile": Page({"unit": "mile"}, 1)}
    put(repository, "profile", {"unit": "kilometre"}, version=1)
    assert repository.read(RUNNER, NOW).pages == {"profile": Page({"unit": "kilometre"}, 2)}


@given(body=bodies)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_json_comes_back_as_it_went_in(repository: Repository, body: dict[str, Any]) -> None:
    page = repository.read(RUNNER, NOW).pages.get("profile")
    put(repository, "profile", body, version=page.version if page else 0)
    assert repository.read(RUNNER, NOW).pages["profile"].body == body


@pytest.mark.parametrize("version", [0, 1, 3])
def test_a_page_written_from_another_version_loses_the_race(repository: Repository, version: int) -> None:
    put(repository, "profile", {"turn": 1})
    put(repository, "profile", {"turn": 2}, version=1)
    with pytest.raises(LostRaceError):
        put(repository, "profile", {"turn": "late"}, version=version)
    assert repository.read(RUNNER, NOW).pages["profile"] == Page({"turn": 2}, 2)


def test_a_page_that_is_not_there_any_more_loses_the_race(repository: Repository) -> None:
    with pytest.raises(LostRaceError):
        put(repository, "walkthrough", {}, version=1)
    assert repository.read(RUNNER, NOW).pages == {}


def test_a_page_is_read_until_it_expires_and_never_after(repository: Repository) -> None:
    expiry = NOW + timedelta(hours=2)
    repository.write(RUNNER, Change(pages={"walkthrough": Page({"step": 3}, 0, expiry)}), NOW)
    assert repository.read(RUNNER, expiry - timedelta(seconds=1)).pages == {
        "walkthrough": Page({"step": 3}, 1, expiry)
    }
    assert repository.read(RUNNER, expiry).pages == {}


def test_an_expired_page_is_written_anew(repository: Repository) -> None:
    expiry = NOW + timedelta(hours=2)
    repository.write(RUNNER, Change(pages={"walkthrough": Page({"step": 3}, 0, expiry)}), NOW)
    anew = Change(pages={"walkthrough": Page({"step": 0}, 0)})
    with pytest.raises(LostRaceError):
        repository.write(RUNNER, anew, expiry - timedelta(seconds=1))
    repository.write(RUNNER, anew, expiry)
    assert repository.read(RUNNER, expiry).pages == {"walkthrough": Page({"step": 0}, 1)}
