"""Whatever comes first, however often, and wherever it breaks off: the closet is the same as after once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.conversation.imports import writing
from skill.importing.found import Found, FoundRun, Measure
from skill.storage.repository import Change, StorageError
from stand_ins.memory import MemoryRepository
from tests.conversation.imports.importer import USER, Closet, Importer, found
from tests.conversation.runner import SUNDAY, Runner

PAIRS = ("Ghost 15", "Clifton 9", "Endorphin Speed")
MEASURES = {
    "strava": Measure.SERVICE,
    "garmin-table": Measure.SHOWN,
    "fit": Measure.WATCH,
    "gpx": Measure.POSITIONS,
}
OFF = {"strava": 1.0, "garmin-table": 0.9995, "fit": 1.004, "gpx": 0.98}
KM = {"unit": "kilometres"}


@dataclass(frozen=True)
class TrueRun:
    """A run as it was, and who tells of it."""

    days_ago: int
    metres: int
    pair: int | None
    sources: tuple[str, ...]
    told: bool
    seconds_off: tuple[int, ...] = field(default=())

    def told_by(self, source: str, seconds: int) -> FoundRun:
        start = SUNDAY - timedelta(days=self.days_ago, hours=2) + timedelta(seconds=seconds)
        on_own_clock = start.replace(tzinfo=None)
        # a file of a watch tells no pair; Strava and a table of Garmin's made by us do
        pairs = () if self.pair is None or source in ("fit", "gpx") else (f"{source}:{PAIRS[self.pair]}",)
        return FoundRun(
            f"{source}:{self.days_ago}",
            on_own_clock if source == "garmin-table" else start,
            self.metres * OFF[source],
            MEASURES[source],
            pairs,
        )

    @property
    def found(self) -> list[FoundRun]:
        return [self.told_by(*told) for told in zip(self.sources, self.seconds_off, strict=False)]


@st.composite
def true_runs(draw: st.DrawFn) -> list[TrueRun]:
    days = draw(st.lists(st.integers(1, 20), min_size=1, max_size=7, unique=True))
    return [
        TrueRun(
            day,
            draw(st.integers(4, 30)) * 1000,
            draw(st.none() | st.integers(0, len(PAIRS) - 1)),
            tuple(draw(st.lists(st.sampled_from(sorted(MEASURES)), min_size=1, unique=True))),
            draw(st.booleans()),
            tuple(draw(st.lists(st.integers(-60, 60), min_size=4, max_size=4))),
        )
        for day in days
    ]


def a_runner(runs: list[TrueRun]) -> tuple[Runner, Importer]:
    """A runner who has told some pairs and runs by voice before anything comes in."""
    repository = MemoryRepository()
    runner = Runner(repository, USER)
    runner.say("AddShoes", shoe="Clifton 9", distance="30", **KM)
    for one in runs:
        if one.told:
            day = f"{SUNDAY - timedelta(days=one.days_ago):%Y-%m-%d}"
            runner.say("LogRun", distance=str(one.metres // 1000), shoe="Clifton 9", day=day, **KM)
    return runner, Importer(repository, SUNDAY + timedelta(hours=1))


def all_of(runs: list[TrueRun]) -> list[FoundRun]:
    return [one for run in runs for one in run.found]


class BreaksOff:
    """Lets so many writes through, then the machine goes out."""

    def __init__(self, repository: MemoryRepository, writes: int) -> None:
        self.repository = repository
        self.writes = writes

    def __getattr__(self, name: str) -> Callable[..., object]:
        return getattr(self.repository, name)  # type: ignore[no-any-return]  # the protocol's methods

    def write(self, user: str, change: Change, now: datetime) -> None:
        if self.writes == 0:
            raise StorageError("The machine went out")
        self.writes -= 1
        self.repository.write(user, change, now)


def brings_as_far_as(importer: Importer, what: Found, writes: int) -> None:
    """An import that breaks off after so many writes, if it has so many."""
    broken = Importer(BreaksOff(importer.repository, writes), importer.at)  # type: ignore[arg-type]  # as above
    try:
        broken.brings(what)
    except StorageError:
        importer.sums_are_right()


def closet_after_once(runs: list[TrueRun]) -> Closet:
    _, importer = a_runner(runs)
    importer.brings(found(all_of(runs)))
    return importer.closet


@given(true_runs(), st.data())
def test_in_any_order_as_often_and_as_broken_off_as_may_be(runs: list[TrueRun], data: st.DataObject) -> None:
    _, importer = a_runner(runs)
    with patch.object(writing, "LARGEST_CHANGE", writing.PAGES_WRITTEN + 2):
        for _ in range(data.draw(st.integers(0, 3))):
            part = data.draw(st.lists(st.sampled_from(all_of(runs)), unique_by=lambda one: one.id))
            brings_as_far_as(importer, found(part), data.draw(st.integers(0, 5)))
        importer.brings(found(all_of(runs)))
    assert importer.closet == closet_after_once(runs)


@given(true_runs(), st.data())
def test_each_run_counts_once_whoever_tells_of_it(runs: list[TrueRun], data: st.DataObject) -> None:
    _, importer = a_runner(runs)
    for one in data.draw(st.permutations(all_of(runs))):
        importer.brings(found([one]))
    assert len(importer.closet.runs) == len(runs)
    assert {one.day for one in importer.closet.runs} == {
        (SUNDAY - timedelta(days=run.days_ago)).date() for run in runs
    }


@given(true_runs(), st.data())
def test_the_same_again_writes_nothing(runs: list[TrueRun], data: st.DataObject) -> None:
    _, importer = a_runner(runs)
    importer.brings(found(all_of(runs)))
    again = data.draw(st.lists(st.sampled_from(all_of(runs)), unique_by=lambda one: one.id))
    before = dict(importer.repository.read(USER, importer.at).pages)
    importer.brings(found(again))
    assert importer.repository.read(USER, importer.at).pages == before


@given(true_runs(), st.data())
def test_undo_gives_the_closet_before(runs: list[TrueRun], data: st.DataObject) -> None:
    _, importer = a_runner(runs)
    first = data.draw(st.lists(st.sampled_from(all_of(runs)), unique_by=lambda one: one.id))
    closets = [importer.closet]
    for part in (first, all_of(runs)):
        before = importer.repository.read(USER, importer.at).pages
        importer.brings(found(part))
        if importer.repository.read(USER, importer.at).pages != before:
            closets.append(importer.closet)
    with patch.object(writing, "LARGEST_CHANGE", writing.PAGES_WRITTEN + 2):
        while len(closets) > 1:
            assert importer.closet == closets.pop()
            importer.undoes()
    assert importer.closet == closets[0]


@st.composite
def edits(draw: st.DrawFn, runs: list[TrueRun]) -> list[tuple[TrueRun, str]]:
    what = st.sampled_from(["Clifton 9", "other length", "gone"])
    return [(run, draw(what)) for run in runs if draw(st.booleans())]


def edits_by_voice(runner: Runner, run: TrueRun, what: str) -> None:
    day = f"{SUNDAY - timedelta(days=run.days_ago):%Y-%m-%d}"
    runner.echo.open_session()
    if what == "Clifton 9":
        runner.say("CorrectShoes", shoe=what, day=day)
        runner.say("AMAZON.Yes")
        return
    runner.say("CorrectDistance", distance="3", day=day, **KM)
    assert "Changed" in runner.say("AMAZON.Yes")
    if what == "gone":
        runner.say("DeleteRun")
        assert "Taken back" in runner.say("AMAZON.Yes")


@given(true_runs(), st.data())
def test_what_the_runner_corrects_in_between_stays(runs: list[TrueRun], data: st.DataObject) -> None:
    corrected = data.draw(edits(runs))
    once_runner, once = a_runner(runs)
    once.brings(found(all_of(runs)))
    runner, importer = a_runner(runs)
    importer.brings(found([run.found[0] for run in runs]))
    for run, what in corrected:
        edits_by_voice(once_runner, run, what)
        edits_by_voice(runner, run, what)
    importer.brings(found(data.draw(st.lists(st.sampled_from(all_of(runs)), unique_by=lambda one: one.id))))
    importer.brings(found(all_of(runs)))
    once.brings(found(all_of(runs)))
    assert importer.closet == once.closet


@pytest.mark.parametrize("writes", range(6))
def test_an_undo_that_breaks_off_is_gone_on_with(writes: int) -> None:
    runs = [TrueRun(day, 10_000, 0, ("strava",), told=day == 3, seconds_off=(0,)) for day in range(1, 8)]
    _, importer = a_runner(runs)
    before = importer.closet
    importer.brings(found(all_of(runs)))
    with patch.object(writing, "LARGEST_CHANGE", writing.PAGES_WRITTEN + 2):
        broken = Importer(BreaksOff(importer.repository, writes), importer.at)  # type: ignore[arg-type]  # as above
        with pytest.raises(StorageError) if writes < 4 else patch.object(writing, "RACES_IN_A_ROW", 20):
            broken.undoes()
        importer.sums_are_right()
        importer.undoes()
    assert importer.closet == before
