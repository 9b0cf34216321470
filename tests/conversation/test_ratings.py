"""What a rating is about: the pair that was done before that run, and none else."""

from datetime import timedelta
from pathlib import Path

import pytest

from skill.coach.exercise_pairs import Score
from skill.storage.sqlite import SQLiteRepository
from tests.runner import Runner

HOUR = timedelta(hours=1).total_seconds()
FIRST = frozenset({"toe-scrunches", "toe-lifts"})
SECOND = frozenset({"ball-roll", "calf-roll"})


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    return runner


def does_the_pre_run_routine(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="pre-run")
    goes_on_to_the_end(runner)


def goes_on_to_the_end(runner: Runner) -> None:
    while runner.heard and runner.heard.open:
        runner.hears_out()
        runner.says("ReadyIntent")
    runner.hears_out()


def test_a_rating_is_about_the_pair_before_the_run(runner: Runner) -> None:
    does_the_pre_run_routine(runner)
    runner.waits(HOUR)
    assert "toe scrunches and toe lifts" in runner.says("RateRunIntent", feeling="better").text
    assert runner.profile().scores[FIRST] == Score(done=1, better=1)


def test_a_second_word_takes_the_place_of_the_first(runner: Runner) -> None:
    does_the_pre_run_routine(runner)
    runner.waits(HOUR)
    runner.says("RateRunIntent", feeling="better")
    runner.says("RateRunIntent", feeling="worse")
    assert runner.profile().scores[FIRST] == Score(done=1, worse=1)


def test_a_run_of_another_week_rates_nothing(runner: Runner) -> None:
    does_the_pre_run_routine(runner)
    runner.waits(24 * 7 * HOUR)
    assert runner.says("RateRunIntent", feeling="better").text.startswith("Good to hear.")
    assert runner.profile().scores[FIRST] == Score(done=1)


def test_an_exercise_that_took_the_place_of_another_is_rated_in_its_stead(runner: Runner) -> None:
    does_the_pre_run_routine(runner)
    runner.waits(24 * HOUR)
    runner.opens()
    runner.says("StartRoutineIntent", routine="pre-run")
    runner.waits(20)
    runner.says("NoEquipmentIntent", equipment="foam-roller")
    walkthrough = runner.walkthrough()
    assert walkthrough
    instead = walkthrough.plan.routine.ids
    assert instead != SECOND
    goes_on_to_the_end(runner)
    runner.waits(HOUR)
    runner.says("RateRunIntent", feeling="better")
    assert runner.profile().scores[instead] == Score(done=1, better=1)
    assert SECOND not in runner.profile().scores


def test_only_who_has_done_a_pair_is_asked_to_tell(runner: Runner) -> None:
    asked = "tell me afterward"
    does_the_pre_run_routine(runner)
    assert runner.heard
    assert asked in runner.heard.text
    runner.waits(5 * HOUR)
    runner.opens()
    assert asked not in runner.says("StartExerciseIntent", exercise="calf-roll").text
