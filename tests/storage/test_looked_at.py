"""A store that is only looked at."""

from datetime import UTC, datetime
from pathlib import Path

from skill.storage.looked_at import LookedAt
from skill.storage.repository import Change, Entry, Page
from skill.storage.sqlite import SQLiteRepository

NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


def test_it_shows_what_is_kept_and_keeps_nothing_more(tmp_path: Path) -> None:
    store = SQLiteRepository(tmp_path / "notebooks.sqlite3")
    store.write("ann", Change(pages={"shoes": Page({"a": 1}, 0)}, added=(Entry("one", NOW, {"b": 2}),)), NOW)
    before, looked_at = store.read("ann", NOW), LookedAt(store)

    looked_at.write("ann", Change(pages={"shoes": Page({"a": 9}, 1)}), NOW)
    looked_at.forget("ann")

    assert store.read("ann", NOW) == before == looked_at.read("ann", NOW)
    assert [entry.identity for entry in looked_at.log("ann")] == ["one"]
    assert list(looked_at.unreadable("ann")) == []


def test_pages_that_are_not_to_be_seen_are_not_there(tmp_path: Path) -> None:
    store = SQLiteRepository(tmp_path / "notebooks.sqlite3")
    pages = {name: Page({}, 0) for name in ("shoes", "walkthrough", "walkthrough-of-somebody")}
    store.write("ann", Change(pages=pages), NOW)

    assert set(LookedAt(store, "walkthrough").read("ann", NOW).pages) == {"shoes"}
