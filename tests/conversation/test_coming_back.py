"""A session can die between any two words; the runner finds the place again."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.coach.cue_sheet import Place
from skill.coach.walkthrough import Progress, Walkthrough
from skill.storage.sqlite import SQLiteRepository
from tests.runner import Runner

DAY = timedelta(days=1).total_seconds()


@pytest.fixture
def repository(tmp_path: Path) -> SQLiteRepository:
    return SQLiteRepository(tmp_path / "notebooks.sqlite3")


@pytest.fixture
def runner(repository: SQLiteRepository) -> Runner:
    return Runner(repository)


def start(runner: Runner) -> None:
    runner.opens()
    runner.says("StartRoutineIntent", routine="post-run")


def second_of(runner: Runner, place: Place) -> float:
    """The second of the last reply at which a bout begins."""
    walkthrough = kept(runner)
    assert walkthrough.performance
    return next(span.at for span in walkthrough.performance.spans if span.unit and span.place == place)


def kept(runner: Runner) -> Walkthrough:
    walkthrough = runner.walkthrough()
    assert walkthrough
    return walkthrough


def test_the_place_is_kept_before_the_reply_goes_out(runner: Runner) -> None:
    start(runner)
    assert kept(runner).progress is Progress.PLAYING
    assert kept(runner).place == Place(0)


def test_a_session_that_ends_leaves_the_runner_where_it_was_heard_last(runner: Runner) -> None:
    start(runner)
    runner.waits(second_of(runner, Place(0, 1)) + 6)
    assert runner.leaves().silent
    assert kept(runner).place == Place(0, 1, 6)
    runner.waits(3600)
    heard = runner.opens()
    assert "You stopped at toes on the wall, first hold, left side, at count six." in heard.text
    assert heard.open
    heard = runner.says("AMAZON.YesIntent")
    assert "Back to toes on the wall. Toes of your left foot" in heard.text


def test_a_word_soon_after_goes_on_with_the_very_count(runner: Runner) -> None:
    start(runner)
    runner.waits(second_of(runner, Place(0, 1)) + 6)
    runner.says("AMAZON.PauseIntent")
    runner.waits(20)
    runner.says("AMAZON.ResumeIntent")
    assert kept(runner).place == Place(0, 1, 6)
    assert runner.heard
    assert "seven eight nine" in runner.heard.text


def test_a_hold_that_was_left_for_long_begins_anew(runner: Runner) -> None:
    start(runner)
    runner.waits(second_of(runner, Place(0, 1)) + 6)
    runner.says("AMAZON.PauseIntent")
    runner.waits(600)
    runner.says("AMAZON.ResumeIntent")
    assert kept(runner).place == Place(0, 1)


@settings(max_examples=12)
@given(st.lists(st.integers(1, 200), min_size=1, max_size=4), st.integers(0, 3))
def test_killed_between_any_two_words_the_routine_goes_on_from_there(
    tmp_path_factory: pytest.TempPathFactory, waits: list[int], killed: int
) -> None:
    repository = SQLiteRepository(tmp_path_factory.mktemp("killed") / "notebooks.sqlite3")
    runner, undisturbed = (
        Runner(repository),
        Runner(SQLiteRepository(tmp_path_factory.mktemp("undisturbed") / "notebooks.sqlite3")),
    )
    for each in (runner, undisturbed):
        start(each)
    for turn, wait in enumerate(waits):
        for each in (runner, undisturbed):
            each.waits(wait)
            each.says("AMAZON.PauseIntent")
        if turn == killed:
            runner = Runner(repository, now=runner.now)
            runner.opens()
        for each in (runner, undisturbed):
            if kept(each).unfinished:
                each.says("AMAZON.YesIntent" if each is runner and turn == killed else "AMAZON.ResumeIntent")
        assert kept(runner).place == kept(undisturbed).place
        assert kept(runner).progress == kept(undisturbed).progress


def test_where_nobody_told_of_the_end_the_last_reply_begins_again(runner: Runner) -> None:
    start(runner)
    runner.hears_out()
    runner.says("ReadyIntent")
    assert kept(runner).place == Place(1)
    runner.is_unplugged()
    runner.waits(3600)
    assert "You stopped at the beginning of butt to heel." in runner.opens().text


def test_a_day_later_everything_starts_afresh(runner: Runner) -> None:
    start(runner)
    runner.waits(70)
    runner.says("AMAZON.StopIntent")
    runner.waits(DAY - 1)
    assert "you stopped in the middle" in runner.opens().text
    runner.waits(DAY + 1)
    assert "stopped" not in runner.opens().text
    assert "no routine is running" in runner.says("WhereAmIIntent").text.lower()
    assert "nothing to go on with" in runner.says("AMAZON.ResumeIntent").text


def test_no_starts_afresh_at_once(runner: Runner) -> None:
    start(runner)
    runner.says("AMAZON.StopIntent")
    runner.opens()
    assert "afresh" in runner.says("AMAZON.NoIntent").text
    assert not kept(runner).unfinished
    assert "stopped" not in runner.opens().text


def test_what_was_finished_is_not_offered_again(runner: Runner) -> None:
    runner.opens()
    runner.says("StartExerciseIntent", exercise="butt-to-heel")
    runner.hears_out()
    assert runner.heard
    assert not runner.heard.open
    runner.waits(60)
    assert "stopped" not in runner.opens().text


def test_each_voice_has_its_own_walkthrough(repository: SQLiteRepository) -> None:
    anna = Runner(repository, person="amzn1.ask.person.ANNA")
    ben = Runner(repository, person="amzn1.ask.person.BEN")
    somebody = Runner(repository)
    start(anna)
    anna.waits(70)
    assert "Stopped at toes on the wall" in anna.says("AMAZON.StopIntent").text
    assert "stopped" not in ben.opens().text
    ben.says("StartExerciseIntent", exercise="calf-roll")
    ben.says("AMAZON.StopIntent")
    assert "stopped" not in somebody.opens().text
    assert "toes on the wall" in anna.opens().text
    assert "foam rolling" in ben.opens().text


def test_a_voice_that_is_not_recognised_for_a_turn_stays_with_its_session(
    repository: SQLiteRepository,
) -> None:
    anna = Runner(repository, person="amzn1.ask.person.ANNA")
    start(anna)
    anna.waits(70)
    anna.envelopes.person = ""
    assert "Paused at toes on the wall" in anna.says("AMAZON.PauseIntent").text
    anna.leaves()
    anna.envelopes.person = "amzn1.ask.person.ANNA"
    assert "You stopped at toes on the wall" in anna.opens().text
    assert Runner(repository).walkthrough() is None


def test_two_devices_of_one_household_share_the_place(repository: SQLiteRepository) -> None:
    kitchen, bedroom = Runner(repository), Runner(repository)
    bedroom.envelopes.device = "amzn1.ask.device.bedroom"
    start(kitchen)
    kitchen.waits(70)
    kitchen.says("AMAZON.StopIntent")
    bedroom.now = kitchen.now
    bedroom.waits(30)
    assert "You stopped at toes on the wall" in bedroom.opens().text
