"""What every repository promises of the log, asked of each of them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from skill.storage.repository import (
    LATEST_ENTRIES,
    LONGEST_KEY,
    AlreadyLoggedError,
    Change,
    Entry,
    LostRaceError,
    Repository,
)
from tests.storage.notebooks import NOW, RUNNER, add, put, run


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


@pytest.mark.parametrize("identity", ["", "x" * (LONGEST_KEY + 1), "é" * LONGEST_KEY, "\ud800"])
def test_an_identity_no_store_could_keep_is_refused(identity: str) -> None:
    with pytest.raises(ValueError, match=r"bytes of UTF-8|surrogates"):
        Entry(identity, NOW, {})


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Entry("run", NOW.replace(tzinfo=None), {})
