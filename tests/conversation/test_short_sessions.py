"""A session takes no longer than the runner has time, with every word that is said in it."""

from pathlib import Path

import pytest

from skill.storage.sqlite import SQLiteRepository
from tests.runner import Runner

NOTICED = 3
"""Seconds over the time that a runner may notice."""
LEFT_OVER = 15
"""Seconds of a minute that may be left over: half an exercise is none."""


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))


def sounds_for(runner: Runner, *, most: int = 9) -> float:
    """Seconds of all that is heard from the last reply on, by who says "continue" when it is asked for."""
    assert runner.heard
    seconds = runner.heard.timeline.seconds
    for _ in range(most):
        if not runner.heard.open:
            return seconds
        runner.hears_out()
        seconds += runner.says("AMAZON.ResumeIntent").timeline.seconds
    raise AssertionError("it does not end")


@pytest.mark.parametrize("minutes", [1, 2, 3, 4, 5, 7])
@pytest.mark.parametrize("routine", ["post-run", "pre-run"])
@pytest.mark.parametrize(
    "settings",
    [
        (),
        (("SetPaceIntent", {"pace": "slower"}),),
        (("SetFlowIntent", {"flow": "wait-for-me"}), ("SetHoldIntent", {"seconds": "60"})),
        (("NoEquipmentIntent", {"equipment": "chair"}), ("NoEquipmentIntent", {"equipment": "towel"})),
    ],
)
def test_it_is_over_in_time(
    runner: Runner, minutes: int, routine: str, settings: tuple[tuple[str, dict[str, str]], ...]
) -> None:
    for intent, slots in settings:
        runner.says(intent, **slots)
    runner.says("LimitTimeIntent", duration=f"PT{minutes}M", routine=routine)
    assert sounds_for(runner) <= 60 * minutes + NOTICED


@pytest.mark.parametrize("routine", ["post-run", "pre-run"])
def test_a_minute_is_made_use_of(runner: Runner, routine: str) -> None:
    runner.says("LimitTimeIntent", duration="PT1M", routine=routine)
    assert sounds_for(runner) >= 60 - LEFT_OVER


@pytest.mark.parametrize("minutes", [1, 2, 3, 5])
@pytest.mark.parametrize("after", [60, 100, 150])
def test_the_rest_of_a_routine_is_over_in_time(runner: Runner, minutes: int, after: int) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(after)
    runner.says("LimitTimeIntent", duration=f"PT{minutes}M")
    assert sounds_for(runner) <= 60 * minutes + NOTICED


def test_a_place_in_the_body_and_a_time_are_enough(runner: Runner) -> None:
    heard = runner.says("LimitTimeIntent", duration="PT2M", body_area="calves")
    assert "toes on the wall" in heard.text
    assert sounds_for(runner) <= 120 + NOTICED


def test_less_than_a_minute_is_no_routine(runner: Runner) -> None:
    heard = runner.says("LimitTimeIntent", duration="PT30S")
    assert "too short for a routine" in heard.text
