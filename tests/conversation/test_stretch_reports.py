"""What the coach tells of the log of practices."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest

from skill.coach.ledger import Held
from skill.coach.stretch_log import Practice, recounted
from skill.content.exercise import RoutineName, Side
from skill.conversation.memory.stretch_pages import (
    STRETCHES,
    StretchesTold,
    practice_entry,
    stretches_page,
)
from skill.storage.repository import Change, Page
from skill.storage.sqlite import SQLiteRepository
from stand_ins.memory import MemoryRepository
from tests.runner import USER, Runner

TOES, HEEL, SOLE, BOTTLE = "toes-on-wall", "butt-to-heel", "sole-massage", "bottle-roll"
POST, PRE = RoutineName.POST_RUN, RoutineName.PRE_RUN


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))


def both_sides(exercise: str, right: int = 40, left: int = 40) -> Held:
    return {(exercise, Side.RIGHT): right, (exercise, Side.LEFT): left}


def has_done(runner: Runner, *done: tuple[float, RoutineName, Held, tuple[str, ...]]) -> None:
    """Keep practices of so many days ago."""
    practices = [
        Practice(f"{index}", (at := runner.now - timedelta(days=ago)), "", f"{at:%Y-%m}", routine, held, left)
        for index, (ago, routine, held, left) in enumerate(done)
    ]
    keep(runner, practices)


def keep(runner: Runner, practices: Iterable[Practice]) -> None:
    kept = list(practices)
    page = Page(stretches_page(StretchesTold(recounted(kept))), 0)
    change = Change({STRETCHES: page}, added=[practice_entry(practice) for practice in kept])
    runner.repository.write(USER, change, runner.now)


WHOLE: Held = {**both_sides(TOES), (HEEL, None): 40, **both_sides(SOLE, 30, 30), **both_sides(BOTTLE, 30, 30)}


def test_days_weeks_and_months_are_counted_and_the_last_time_is_told(runner: Runner) -> None:
    has_done(
        runner, (1, POST, WHOLE, ()), (3, PRE, {("toe-lifts", None): 30}, ()), (40, POST, WHOLE, (BOTTLE,))
    )

    def told(**slots: str) -> str:
        return runner.says("StretchesIntent", **slots).text

    assert told(period="yesterday").startswith("Yes, once yesterday: the whole post run routine.")
    assert told(period="today").startswith("Not today. The last time was yesterday.")
    assert told(period="this-month").startswith("Two times this month, the last time yesterday.")
    assert told(period="all-time", routine="post-run").startswith("Two times altogether")
    assert told(period="yesterday", exercise="toe-lifts").startswith(
        "Not yesterday. What you did was the whole post run routine."
    )
    assert told(day="2026-11-21").startswith("Yes, once yesterday")


def test_the_last_time_is_told_with_what_it_was_and_how_long(runner: Runner) -> None:
    has_done(runner, (1, POST, WHOLE, (BOTTLE,)), (3, PRE, {("toe-lifts", None): 30}, ()))

    last = runner.says("LastStretchIntent").text
    assert last.startswith("The last time was yesterday: the post run routine without the frozen")
    lifts = runner.says("LastStretchIntent", exercise="toe-lifts").text
    assert "on Thursday" in lifts
    assert "thirty seconds in all" in lifts
    assert "nothing of it in my log" in runner.says("LastStretchIntent", exercise="ball-roll").text


def test_what_was_left_out_is_told_and_what_was_done_to_the_end(runner: Runner) -> None:
    has_done(runner, (1, POST, WHOLE, (BOTTLE,)), (2, POST, WHOLE, ()))

    assert "Not quite" in runner.says("StretchFinishedIntent", period="yesterday").text
    assert "to the end" in runner.says("StretchFinishedIntent", day="2026-11-20").text


def test_the_time_held_is_told_and_what_of_it_was_whose(runner: Runner) -> None:
    has_done(runner, (0.1, POST, {**both_sides(TOES, 300, 60), (HEEL, None): 60}, ()))

    assert runner.says("StretchTimeIntent", period="this-month").text.startswith(
        "Seven minutes of stretching this month"
    )
    assert "four minutes less" in runner.says("SideBalanceIntent").text
    assert "left side has had" in runner.says("SideBalanceIntent").text


def test_a_streak_goes_by_runs(runner: Runner) -> None:
    has_done(runner, (0.05, POST, WHOLE, ()), (2, POST, WHOLE, ()))
    for day in ("2026-11-22", "2026-11-20", "2026-11-18"):
        runner.says("LogRunIntent", distance="5", unit="kilometres", day=day)

    assert "You stretched after two of your last three runs." in runner.says("StretchProgressIntent").text


def test_without_runs_the_weeks_are_told(runner: Runner) -> None:
    has_done(runner, (1, POST, WHOLE, ()), (8, POST, WHOLE, ()), (15, POST, WHOLE, ()))

    assert "in each of the last three weeks" in runner.says("StretchProgressIntent").text


def test_who_always_leaves_the_last_one_out_is_not_asked_about_it(runner: Runner) -> None:
    has_done(runner, *((ago, POST, WHOLE, (BOTTLE,)) for ago in (1, 2)))
    offered = []
    for _ in range(2):
        runner.says("StartRoutineIntent", routine="post-run")
        walkthrough = runner.walkthrough()
        assert walkthrough
        runner.says("SkipIntent")
        runner.waits(120)
        runner.says("SkipIntent")
        runner.waits(120)
        runner.says("SkipIntent")
        runner.says("AMAZON.StopIntent")
        runner.waits(7200)
        offered.append(runner.opens().text)
        runner.says("AMAZON.StopIntent")

    assert not any("start over" in text for text in offered)


def test_a_page_that_cannot_be_read_is_said_so_and_left(runner: Runner) -> None:
    store = MemoryRepository()
    store.write(USER, Change({STRETCHES: Page({"schema": 99}, 0)}), runner.now)
    other = Runner(store)
    other.says("StartRoutineIntent", routine="post-run")
    other.waits(100)

    assert "I can't read what I kept of your stretching" in other.says("StretchesIntent").text
    assert store.read(USER, other.now).pages[STRETCHES].body == {"schema": 99}
    assert not list(store.log(USER))
