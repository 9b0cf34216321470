"""What a request has found can be told again from what it left, and from a short note."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from skill.conversation.memory.difference import difference, restored
from skill.conversation.memory.known_request import find_request, told_by, with_note
from skill.storage.repository import LARGEST_CHANGE, LATEST_ENTRIES, Change, Entry, Notebook, Page
from stand_ins.memory import MemoryRepository

NOW = datetime(2026, 11, 22, tzinfo=UTC)
NAMES = st.sampled_from(["shoes", "profile", "walkthrough"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda each: st.lists(each, max_size=5) | st.dictionaries(st.text(max_size=2), each, max_size=5),
    max_leaves=20,
)
BODIES = st.dictionaries(st.sampled_from("abcd"), JSON, max_size=4)


@given(JSON, JSON)
@example({"a": [1, 2, 3], "b": 1}, {"a": [1, 3], "c": None})
@example([{"a": 1}, {"b": [0]}], [{"a": 1}, {"b": [0, 0]}])
@example([], [[]])
def test_what_was_is_told_by_what_is_and_the_difference(now: Any, before: Any) -> None:
    told = json.loads(json.dumps(difference(now, before)))

    assert restored(now, told) == before


def test_of_a_long_list_only_the_part_that_differs_is_told() -> None:
    before = [{"name": f"pair {number}", "metres": number} for number in range(300)]
    now = [*before[:70], {"name": "pair 70", "metres": 10_070}, *before[71:]]

    assert len(json.dumps(difference(now, before))) < 100


def days(number: int) -> Entry:
    return Entry(f"run-{number}", NOW - timedelta(days=number), {"metres": number})


@given(
    st.dictionaries(NAMES, BODIES),
    st.dictionaries(NAMES, BODIES, min_size=1),
    st.sampled_from([0, 3, LATEST_ENTRIES - 1, LATEST_ENTRIES, LATEST_ENTRIES + 5]),
    st.sampled_from(["add", "add an old one", "replace", "remove", "move", "nothing"]),
)
def test_a_request_that_comes_again_finds_the_notebook_as_it_was(
    pages: dict[str, Any], changed: dict[str, Any], runs: int, what: str
) -> None:
    store = MemoryRepository()
    store.write("", Change({name: Page(body, 0) for name, body in pages.items()}), NOW)
    for first in range(1, runs + 1, LARGEST_CHANGE):
        some = range(first, min(first + LARGEST_CHANGE, runs + 1))
        store.write("", Change(added=[days(number) for number in some]), NOW)
    before = store.read("", NOW)
    entries: dict[str, list[Entry]] = {"add": [days(0)], "add an old one": [days(500)]}
    change = Change(
        {
            name: Page(body, before.pages[name].version if name in pages else 0)
            for name, body in changed.items()
        },
        added=entries.get(what, [Entry("run-1", NOW, {})] if what == "move" and runs else []),
        replaced=[Entry("run-1", days(1).at, {"metres": 0})] if what == "replace" and runs else [],
        removed=[days(1)] if what in ("remove", "move") and runs else [],
    )
    found = {name: page.body for name, page in before.pages.items()}

    store.write("", with_note(change, "this one", before, found), NOW)
    known = find_request(store.read("", NOW), "this one")

    assert known
    assert known.found
    assert {name: told_by(page) for name, page in known.found.pages.items()} == found
    assert known.found.entries == before.entries
    assert find_request(store.read("", NOW), "another one") is None


def test_one_that_another_has_overtaken_is_known_and_not_answered_anew() -> None:
    store = MemoryRepository()
    for request, names in (("first", ["profile", "shoes"]), ("second", ["shoes"])):
        before = store.read("", NOW)
        pages = {
            name: Page({"by": request}, before.pages[name].version if name in before.pages else 0)
            for name in names
        }
        store.write("", with_note(Change(pages), request, before, {}), NOW)

    known = find_request(store.read("", NOW), "first")

    assert known
    assert known.found is None


@given(JSON)
def test_a_note_that_cannot_be_read_is_no_note(note: Any) -> None:
    for body in ({"request": note}, {"request": {"ids": ["this one"], "pages": {"shoes": note}}}):
        known = find_request(Notebook({"shoes": Page(body, 1)}, ()), "this one")

        assert known is None or known.found is None or isinstance(known.found, Notebook)
