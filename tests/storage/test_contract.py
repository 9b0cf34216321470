"""What every repository promises, asked of each of them."""

import math
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skill.storage.repository import (
    LARGEST_CHANGE,
    LATEST_ENTRIES,
    LONGEST_KEY,
    AlreadyLoggedError,
    Body,
    Change,
    Entry,
    LostRaceError,
    Notebook,
    Page,
    Repository,
)

NOW = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
RUNNER = "amzn1.ask.account.RUNNER"

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text(), children, max_size=3),
    max_leaves=8,
)
bodies = st.dictionaries(st.text(), json_values, max_size=4)


def run(day: int, metres: float = 5000.0, identity: str | None = None) -> Entry:
    return Entry(identity or f"run-{day}", NOW - timedelta(days=day), {"metres": metres})


def put(repository: Repository, name: str, body: Body, version: int = 0, user: str = RUNNER) -> None:
    repository.write(user, Change(pages={name: Page(body, version)}), NOW)


def add(repository: Repository, *entries: Entry, user: str = RUNNER) -> None:
    repository.write(user, Change(added=entries), NOW)


def test_a_user_never_seen_has_an_empty_notebook(repository: Repository) -> None:
    assert repository.read(RUNNER, NOW) == Notebook({}, [])
    assert list(repository.log(RUNNER)) == []


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


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_json_is_refused_and_nothing_is_written(repository: Repository, value: float) -> None:
    with pytest.raises(ValueError, match=r"JSON|float"):
        repository.write(RUNNER, Change(added=[run(0)], pages={"shoes": Page({"metres": value}, 0)}), NOW)
    assert repository.read(RUNNER, NOW) == Notebook({}, [])


@pytest.mark.parametrize("version", [0, 1, 3])
def test_a_page_written_from_another_version_loses_the_race(repository: Repository, version: int) -> None:
    put(repository, "profile", {"turn": 1})
    put(repository, "profile", {"turn": 2}, version=1)
    with pytest.raises(LostRaceError):
        put(repository, "profile", {"turn": "late"}, version=version)
    assert repository.read(RUNNER, NOW).pages["profile"] == Page({"turn": 2}, 2)


def test_a_page_that_was_dropped_meanwhile_loses_the_race(repository: Repository) -> None:
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


def test_a_dropped_page_is_gone_and_can_be_written_anew(repository: Repository) -> None:
    put(repository, "walkthrough", {"step": 1})
    put(repository, "profile", {})
    repository.write(RUNNER, Change(dropped={"walkthrough": 1}), NOW)
    assert repository.read(RUNNER, NOW).pages.keys() == {"profile"}
    put(repository, "walkthrough", {"step": 0})
    assert repository.read(RUNNER, NOW).pages["walkthrough"] == Page({"step": 0}, 1)


@pytest.mark.parametrize("version", [0, 1, 3])
def test_dropping_another_version_loses_the_race(repository: Repository, version: int) -> None:
    put(repository, "walkthrough", {"turn": 1})
    put(repository, "walkthrough", {"turn": 2}, version=1)
    with pytest.raises(LostRaceError):
        repository.write(RUNNER, Change(dropped={"walkthrough": version}), NOW)
    assert repository.read(RUNNER, NOW).pages["walkthrough"].version == 2


def test_the_log_comes_newest_first_whatever_the_order_of_writing(repository: Repository) -> None:
    add(repository, run(3), run(1))
    add(repository, run(2))
    long_ago = Entry("first", datetime(1969, 7, 20, tzinfo=UTC), {})
    far_ahead = Entry("last", datetime(2999, 1, 1, tzinfo=UTC), {})
    add(repository, long_ago, far_ahead)
    expected = [far_ahead, run(1), run(2), run(3), long_ago]
    assert repository.read(RUNNER, NOW).entries == expected
    assert list(repository.log(RUNNER)) == expected


def test_an_entry_keeps_its_moment_to_the_microsecond_and_speaks_utc(repository: Repository) -> None:
    at = datetime(2026, 11, 22, 8, 15, 30, 123456, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    add(repository, Entry("morning", at, {}))
    (entry,) = repository.read(RUNNER, NOW).entries
    assert entry.at == at
    assert entry.at.utcoffset() == timedelta(0)


def test_runs_of_one_moment_are_told_apart_by_identity(repository: Repository) -> None:
    add(repository, run(1, identity="a"), run(1, identity="b"))
    with pytest.raises(AlreadyLoggedError):
        add(repository, run(1, identity="a"))
    assert {entry.identity for entry in repository.log(RUNNER)} == {"a", "b"}


def test_a_read_brings_the_newest_entries_and_the_log_brings_all(repository: Repository) -> None:
    entries = [run(day) for day in range(LATEST_ENTRIES + 30)]
    put(repository, "profile", {})
    for start in range(0, len(entries), 30):
        add(repository, *entries[start : start + 30])
    notebook = repository.read(RUNNER, NOW)
    assert notebook.entries == entries[:LATEST_ENTRIES]
    assert notebook.pages.keys() == {"profile"}
    assert list(repository.log(RUNNER)) == entries


def test_a_household_of_many_pages_is_read_whole(repository: Repository) -> None:
    entries = [run(day) for day in range(LATEST_ENTRIES)]
    add(repository, *entries)
    names = [f"walkthrough:{person}" for person in range(LARGEST_CHANGE)]
    repository.write(RUNNER, Change(pages={name: Page({}, 0) for name in names}), NOW)
    notebook = repository.read(RUNNER, NOW)
    assert notebook.pages.keys() == set(names)
    assert notebook.entries == entries


def test_an_entry_is_replaced_and_removed(repository: Repository) -> None:
    add(repository, run(1), run(2))
    repository.write(RUNNER, Change(replaced=[run(2, metres=8000.0)], removed=[run(1)]), NOW)
    assert repository.read(RUNNER, NOW).entries == [run(2, metres=8000.0)]


@pytest.mark.parametrize("change", [Change(replaced=[run(9)]), Change(removed=[run(9)])])
def test_changing_a_run_that_is_not_there_loses_the_race(repository: Repository, change: Change) -> None:
    add(repository, run(1))
    with pytest.raises(LostRaceError):
        repository.write(RUNNER, change, NOW)
    assert list(repository.log(RUNNER)) == [run(1)]


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        (Change(pages={"shoes": Page({"total": 2}, 0), "profile": Page({}, 7)}), LostRaceError),
        (Change(pages={"shoes": Page({"total": 2}, 0)}, added=[run(1)]), AlreadyLoggedError),
        (Change(added=[run(5), run(1)]), AlreadyLoggedError),
        (Change(added=[run(5)], removed=[run(9)]), LostRaceError),
        (Change(removed=[run(1)], replaced=[run(9)]), LostRaceError),
        (Change(removed=[run(1)], dropped={"profile": 2}), LostRaceError),
        (Change(pages={"profile": Page({}, 7)}, added=[run(1)]), AlreadyLoggedError),
    ],
)
def test_a_change_is_made_whole_or_not_at_all(
    repository: Repository, bad: Change, error: type[Exception]
) -> None:
    put(repository, "profile", {"unit": "mile"})
    add(repository, run(1))
    before = repository.read(RUNNER, NOW)
    with pytest.raises(error):
        repository.write(RUNNER, bad, NOW)
    assert repository.read(RUNNER, NOW) == before


def test_an_empty_change_changes_nothing(repository: Repository) -> None:
    repository.write(RUNNER, Change(), NOW)
    assert repository.read(RUNNER, NOW) == Notebook({}, [])


def test_the_largest_change_is_taken_and_a_larger_one_refused(repository: Repository) -> None:
    runs = [run(day) for day in range(LARGEST_CHANGE + 1)]
    with pytest.raises(ValueError, match="at most"):
        Change(added=runs)
    add(repository, *runs[:LARGEST_CHANGE])
    assert len(list(repository.log(RUNNER))) == LARGEST_CHANGE


def test_no_user_sees_or_changes_another_ones_notebook(repository: Repository) -> None:
    others = ["", "x", RUNNER + "2", RUNNER.lower(), "é" * 255, "\ud800", "page#profile"]
    for user in others:
        put(repository, "profile", {"user": user}, user=user)
        add(repository, run(1), user=user)
    repository.forget(RUNNER)
    assert repository.read(RUNNER, NOW) == Notebook({}, [])
    for user in others:
        notebook = repository.read(user, NOW)
        assert notebook.pages["profile"].body == {"user": user}
        assert notebook.entries == [run(1)]


def test_forgetting_removes_every_item_of_the_user(repository: Repository) -> None:
    put(repository, "profile", {})
    put(repository, "walkthrough", {})
    for start in range(0, 130, 65):
        add(repository, *[run(day) for day in range(start, start + 65)])
    put(repository, "profile", {"unit": "mile"}, user="someone else")
    repository.forget(RUNNER)
    repository.forget(RUNNER)
    assert repository.read(RUNNER, NOW) == Notebook({}, [])
    assert list(repository.log(RUNNER)) == []
    assert repository.read("someone else", NOW).pages.keys() == {"profile"}


def test_of_two_that_read_the_same_state_one_writes_and_one_loses(repository: Repository) -> None:
    put(repository, "shoes", {"metres": 0})
    both_have_read = threading.Barrier(2)

    def turn(name: str) -> str:
        page = repository.read(RUNNER, NOW).pages["shoes"]
        both_have_read.wait(timeout=20)
        entry = Entry(name, NOW, {})
        change = Change(
            pages={"shoes": Page({"metres": page.body["metres"] + 5}, page.version)}, added=[entry]
        )
        try:
            repository.write(RUNNER, change, NOW)
        except LostRaceError:
            return "lost"
        return "won"

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(turn, ["kitchen", "hall"]))
    notebook = repository.read(RUNNER, NOW)
    assert outcomes == ["lost", "won"]
    assert notebook.pages["shoes"] == Page({"metres": 5}, 2)
    assert len(notebook.entries) == 1


@pytest.mark.parametrize("identity", ["", "x" * (LONGEST_KEY + 1), "é" * LONGEST_KEY, "\ud800"])
def test_an_identity_no_store_could_keep_is_refused(identity: str) -> None:
    with pytest.raises(ValueError, match=r"bytes of UTF-8|surrogates"):
        Entry(identity, NOW, {})


def test_the_longest_keys_are_kept(repository: Repository) -> None:
    entry = Entry("é" * (LONGEST_KEY // 2), NOW, {})
    add(repository, entry)
    put(repository, "p" * LONGEST_KEY, {})
    notebook = repository.read("u" * 255, NOW)
    assert notebook == Notebook({}, [])
    notebook = repository.read(RUNNER, NOW)
    assert notebook.entries == [entry]
    assert notebook.pages.keys() == {"p" * LONGEST_KEY}


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Entry("run", NOW.replace(tzinfo=None), {})


def test_a_change_touches_nothing_twice() -> None:
    with pytest.raises(ValueError, match="once"):
        Change(added=[run(1)], removed=[run(1)])
    with pytest.raises(ValueError, match="once"):
        Change(pages={"profile": Page({}, 1)}, dropped={"profile": 1})
