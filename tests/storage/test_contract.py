"""What every repository promises of whole notebooks, asked of each of them."""

import math
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from skill.storage.repository import (
    LARGEST_CHANGE,
    LATEST_ENTRIES,
    LONGEST_KEY,
    AlreadyLoggedError,
    Change,
    Entry,
    LostRaceError,
    Notebook,
    Page,
    Repository,
)
from tests.storage.notebooks import NOW, RUNNER, add, put, run


def test_a_user_never_seen_has_an_empty_notebook(repository: Repository) -> None:
    assert repository.read(RUNNER, NOW) == Notebook({}, [])
    assert list(repository.log(RUNNER)) == []


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_json_is_refused_and_nothing_is_written(repository: Repository, value: float) -> None:
    with pytest.raises(ValueError, match=r"JSON|float"):
        repository.write(RUNNER, Change(added=[run(0)], pages={"shoes": Page({"metres": value}, 0)}), NOW)
    assert repository.read(RUNNER, NOW) == Notebook({}, [])


def test_a_household_of_many_pages_is_read_whole(repository: Repository) -> None:
    entries = [run(day) for day in range(LATEST_ENTRIES)]
    add(repository, *entries)
    names = [f"walkthrough:{person}" for person in range(LARGEST_CHANGE)]
    repository.write(RUNNER, Change(pages={name: Page({}, 0) for name in names}), NOW)
    notebook = repository.read(RUNNER, NOW)
    assert notebook.pages.keys() == set(names)
    assert notebook.entries == entries


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        (Change(pages={"shoes": Page({"total": 2}, 0), "profile": Page({}, 7)}), LostRaceError),
        (Change(pages={"shoes": Page({"total": 2}, 0)}, added=[run(1)]), AlreadyLoggedError),
        (Change(added=[run(5), run(1)]), AlreadyLoggedError),
        (Change(added=[run(5)], removed=[run(9)]), LostRaceError),
        (Change(removed=[run(1)], replaced=[run(9)]), LostRaceError),
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


def test_the_longest_keys_are_kept(repository: Repository) -> None:
    entry = Entry("é" * (LONGEST_KEY // 2), NOW, {})
    add(repository, entry)
    put(repository, "p" * LONGEST_KEY, {})
    notebook = repository.read("u" * 255, NOW)
    assert notebook == Notebook({}, [])
    notebook = repository.read(RUNNER, NOW)
    assert notebook.entries == [entry]
    assert notebook.pages.keys() == {"p" * LONGEST_KEY}


def test_a_change_touches_nothing_twice() -> None:
    with pytest.raises(ValueError, match="once"):
        Change(added=[run(1)], removed=[run(1)])
