"""An import on both stores: in parts, beside a voice, and never after everything was deleted."""

from collections.abc import Callable
from datetime import datetime

import pytest

from skill.conversation.imports.importing import UndoUnfinishedError, bring_in
from skill.conversation.imports.kept import BeingErasedError
from skill.conversation.memory.imports_page import IMPORTS
from skill.conversation.memory.shoe_pages import SHOES
from skill.conversation.my_data import export, unreadable_records
from skill.storage.repository import (
    LARGEST_CHANGE,
    Change,
    Notebook,
    Page,
    Repository,
    StorageError,
    UnreadableError,
)
from skill.value import replace
from stand_ins.memory import MemoryRepository
from tests.conversation.imports.importer import USER, Importer, found, run
from tests.conversation.runner import SUNDAY, Runner

PAIRS = "strava:Ghost", "strava:Clifton"
YEAR = found([run(f"strava:{day}", 24 * day + 3, 8_000 + day, PAIRS[day % 2]) for day in range(250)])


class Interrupted:
    """A store, and what somebody else does before each of its writes."""

    def __init__(self, repository: Repository, before: Callable[[int], object]) -> None:
        self.repository = repository
        self.before = before
        self.writes = 0
        self.changes: list[Change] = []

    def __getattr__(self, name: str) -> Callable[..., object]:
        return getattr(self.repository, name)  # type: ignore[no-any-return]  # the protocol's methods

    def write(self, user: str, change: Change, now: datetime) -> None:
        self.writes += 1
        self.before(self.writes)
        self.changes.append(change)
        self.repository.write(user, change, now)


def importing_through(
    repository: Repository, before: Callable[[int], object]
) -> tuple[Importer, Interrupted]:
    store = Interrupted(repository, before)
    return Importer(store), store  # type: ignore[arg-type]  # the store's methods


def test_a_year_comes_in_once_in_parts_and_goes_again(repository: Repository) -> None:
    importer, store = importing_through(repository, lambda _: None)
    importer.brings(YEAR)
    once = importer.closet
    importer.brings(YEAR)

    assert importer.closet == once
    assert [name for name, *_ in once.pairs] == ["Clifton", "Ghost"]
    assert sum(metres for _, metres, _ in once.pairs) == sum(one.metres for one in once.runs)
    assert len(once.runs) == 250
    assert len(store.changes) == 3
    assert all(
        len(change) <= LARGEST_CHANGE and {SHOES, IMPORTS} <= change.pages.keys() for change in store.changes
    )
    importer.undoes()
    assert importer.closet == ((), ())
    assert list(repository.log(USER)) == []


def test_what_a_voice_does_in_between_is_kept(repository: Repository) -> None:
    runner = Runner(repository, USER)
    runner.say("AddShoes", shoe="Clifton")

    def tell(write: int) -> None:
        if write == 2:
            runner.say("LogRun", distance="5", unit="kilometres", shoe="Clifton", day="2026-11-22")
        if write == 3:
            runner.say("DeleteRun")
            assert "Taken back" in runner.say("AMAZON.Yes")

    importer, _ = importing_through(repository, tell)
    importer.brings(YEAR)

    assert len(importer.runs) == 250
    assert "reached" not in runner.say("ListShoes")


@pytest.mark.parametrize("write", [2, 3])
def test_nothing_comes_in_after_everything_was_deleted_meanwhile(repository: Repository, write: int) -> None:
    importer, _ = importing_through(repository, lambda now: repository.forget(USER) if now == write else None)
    with pytest.raises(BeingErasedError, match="deleted"):
        importer.brings(YEAR)

    assert repository.read(USER, SUNDAY).pages == {}
    assert list(repository.log(USER)) == []


def test_an_erasure_under_way_lets_nothing_in() -> None:
    class Erasing(MemoryRepository):
        def read(self, user: str, now: datetime) -> Notebook:
            return replace(super().read(user, now), being_erased=True)

    with pytest.raises(BeingErasedError, match="Everything is being deleted"):
        Importer(Erasing()).brings(YEAR)


def test_an_import_that_was_broken_off_and_done_again_is_one_to_take_back(repository: Repository) -> None:
    def goes_out(write: int) -> None:
        if write == 2:
            raise StorageError("The machine went out")

    broken, _ = importing_through(repository, goes_out)
    with pytest.raises(StorageError):
        broken.brings(YEAR)
    importer = Importer(repository)
    assert 0 < len(importer.runs) < 250
    importer.brings(YEAR)
    assert len(importer.runs) == 250
    importer.undoes()

    assert importer.closet == ((), ())


def test_nothing_comes_in_before_a_broken_undo_is_finished(repository: Repository) -> None:
    importer = Importer(repository)
    importer.brings(YEAR)

    def goes_out(write: int) -> None:
        if write == 2:
            raise StorageError("The machine went out")

    broken, _ = importing_through(repository, goes_out)
    with pytest.raises(StorageError):
        broken.undoes()
    with pytest.raises(UndoUnfinishedError, match="import --undo"):
        bring_in(repository, USER, YEAR, importer.circumstances)


@pytest.mark.parametrize("name", [SHOES, IMPORTS])
def test_a_page_that_cannot_be_read_stops_it_with_what_to_do(importer: Importer, name: str) -> None:
    importer.brings(found([run("strava:1", 30, 10_000)]))
    page = importer.repository.read(USER, SUNDAY).pages[name]
    broken = Page({**page.body, "schema": 99}, page.version)
    importer.repository.write(USER, Change({name: broken}), SUNDAY)

    with pytest.raises(UnreadableError):
        bring_in(importer.repository, USER, YEAR, importer.circumstances)
    assert [one.page for one in unreadable_records(importer.repository, USER, SUNDAY)] == [name]


def test_an_export_shows_who_told_of_each_run(importer: Importer) -> None:
    importer.brings(found([run("strava:1", 30, 10_000, "strava:Ghost")]))
    exported = export(importer.repository, USER, SUNDAY)

    assert exported["log"][0]["sources"]["strava:1"][0]["metres"] == 10_000
    assert list(exported["pages"][IMPORTS]["pairs"]) == ["strava:Ghost"]


def test_the_sums_of_years_ago_are_right_after_the_newest_run_changed_its_pair(importer: Importer) -> None:
    years = 24 * 365 * 3
    old = [run(f"strava:{day}", years + 24 * day, 5_000, "strava:Ghost") for day in range(3)]
    new = run("strava:new", 3, 10_000, "strava:Ghost")
    moved = run("strava:new", 3, 10_000, "strava:Clifton")
    importer.brings(found([*old[:2], new]))
    importer.brings(found([*old[:2], moved]))
    importer.brings(found([*old, moved]))

    assert importer.closet.pairs == (("Clifton", 10_000, True), ("Ghost", 15_000, True))
