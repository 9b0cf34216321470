"""A word in the middle of a reply is answered by what was sounding."""

from pathlib import Path

import pytest

from skill.coach.cue_sheet import Place
from skill.coach.walkthrough import Walkthrough
from skill.storage.sqlite import SQLiteRepository
from tests.runner import Runner


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    return runner


def kept(runner: Runner) -> Walkthrough:
    walkthrough = runner.walkthrough()
    assert walkthrough
    return walkthrough


def waits_for_the_last_words(runner: Runner) -> None:
    """Let the reply go by until it says what comes next."""
    performance = kept(runner).performance
    assert performance
    runner.waits(performance.spans[-1].at + 2)


def waits_for_bout(runner: Runner, bout: int, count: float = 0) -> None:
    performance = kept(runner).performance
    assert performance
    runner.waits(next(span.at for span in performance.spans if span.unit and span.place.bout == bout) + count)


def test_next_while_the_next_one_is_named_goes_to_that_one(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    waits_for_the_last_words(runner)
    assert "butt to heel" in runner.says("AMAZON.NextIntent").text
    assert kept(runner).place == Place(1)


def test_next_during_a_hold_leaves_it(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    waits_for_bout(runner, 1, 5)
    runner.says("AMAZON.NextIntent")
    assert kept(runner).place == Place(1)


def test_a_question_while_the_runner_is_being_waited_for_starts_nothing(runner: Runner) -> None:
    runner.says("SetFlowIntent", flow="wait-for-me")
    runner.says("StartRoutineIntent", routine="post-run")
    waits_for_the_last_words(runner)
    heard = runner.says("HowLongLeftIntent")
    assert heard.text.endswith("Say continue to go on with butt to heel.")
    assert kept(runner).performance is None


def test_a_question_during_a_hold_is_answered_and_the_hold_goes_on(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    waits_for_bout(runner, 1, 5)
    heard = runner.says("HowLongLeftIntent")
    assert heard.text.startswith("Fifteen more seconds.")
    assert "six seven eight" in heard.text
    assert kept(runner).place == Place(0, 1, 5)


def test_repeat_while_the_next_one_is_named_does_the_last_hold_again(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    waits_for_the_last_words(runner)
    assert "Once more" in runner.says("AMAZON.RepeatIntent").text
    assert kept(runner).place.step == 0


def test_repeat_during_a_hold_begins_that_hold_again(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    waits_for_bout(runner, 1, 5)
    runner.says("AMAZON.RepeatIntent")
    assert kept(runner).place == Place(0, 1)


def test_fewer_rounds_in_the_last_one_end_the_routine(runner: Runner) -> None:
    runner.says("StartExerciseIntent", exercise="butt-to-heel")
    waits_for_bout(runner, 1, 5)
    heard = runner.says("SetRepetitionsIntent", number="1")
    assert heard.text.startswith("Each exercise once.")
    assert not kept(runner).unfinished
    assert not heard.open


def test_shorter_holds_past_their_end_go_on_behind_the_hold(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    waits_for_bout(runner, 0, 15)
    runner.says("SetHoldIntent", seconds="10")
    assert kept(runner).place == Place(0, 1)


def a_run_after_the_pre_run_routine(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="pre-run")
    while runner.heard and runner.heard.open:
        runner.hears_out()
        runner.says("ReadyIntent")
    runner.hears_out()
    runner.waits(3600)
    runner.opens()
    runner.says("StartExerciseIntent", exercise="butt-to-heel")


def test_a_question_that_was_never_reached_is_asked_the_next_time(runner: Runner) -> None:
    a_run_after_the_pre_run_routine(runner)
    assert runner.heard
    assert "How did your feet feel" in runner.heard.text
    runner.waits(40)
    assert "How did your feet feel" not in runner.says("AMAZON.PauseIntent").text
    assert "How did your feet feel" in runner.says("AMAZON.ResumeIntent").text
    runner.waits(40)
    runner.leaves()
    runner.opens()
    assert "How did your feet feel" in runner.says("AMAZON.YesIntent").text


def test_a_question_that_was_heard_is_asked_once(runner: Runner) -> None:
    a_run_after_the_pre_run_routine(runner)
    runner.hears_out()
    runner.waits(16)  # Alexa listens twice
    runner.leaves("EXCEEDED_MAX_REPROMPTS")
    runner.opens()
    assert "How did your feet feel" not in runner.says("StartExerciseIntent", exercise="butt-to-heel").text


def test_an_answer_into_the_question_counts(runner: Runner) -> None:
    a_run_after_the_pre_run_routine(runner)
    performance = kept(runner).performance
    assert performance
    runner.waits(performance.seconds - 1)
    assert "Good to hear" in runner.says("RateRunIntent", feeling="better").text
    assert sum(score.better for score in runner.profile().scores.values()) == 1


def test_the_first_hold_begins_soon_after_start_even_for_who_knows_nothing(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    performance = kept(runner).performance
    assert performance
    assert next(span.at for span in performance.spans if span.unit) < 50


def test_a_question_for_the_pair_that_was_never_reached_is_asked_the_next_time(runner: Runner) -> None:
    for name in ("blue pegasus", "ghosts"):
        runner.says("AddShoesIntent", shoe=name)
        runner.says("AMAZON.NoIntent")
    runner.says("LogRunIntent", distance="10", unit="kilometres")
    runner.says("StartExerciseIntent", exercise="butt-to-heel")
    asked = "which pair did you wear"
    assert runner.heard
    assert asked in runner.heard.text
    runner.waits(40)
    runner.says("AMAZON.PauseIntent")
    assert asked in runner.says("AMAZON.ResumeIntent").text
    runner.hears_out()
    runner.waits(16)  # Alexa listens twice
    runner.leaves("EXCEEDED_MAX_REPROMPTS")
    runner.opens()
    assert asked not in runner.says("StartExerciseIntent", exercise="butt-to-heel").text


@pytest.mark.parametrize("minutes", [2, 3, 4, 5, 7, 10, 15])
@pytest.mark.parametrize("routine", ["post-run", "pre-run"])
def test_who_has_only_so_many_minutes_is_done_by_then(runner: Runner, routine: str, minutes: int) -> None:
    runner.says("LimitTimeIntent", duration=f"PT{minutes}M")
    begin = runner.now
    runner.says("StartRoutineIntent", routine=routine)
    while runner.heard and runner.heard.open:
        runner.hears_out()
        runner.says("ReadyIntent")
    runner.hears_out()
    assert (runner.now - begin).total_seconds() <= minutes * 60


@pytest.mark.parametrize("pace", ["slower", "normal", "faster"])
@pytest.mark.parametrize("bout", [0, 1])
def test_too_little_time_for_what_is_left_does_the_least_of_it(runner: Runner, pace: str, bout: int) -> None:
    runner.says("SetPaceIntent", pace=pace)
    runner.says("SetHoldIntent", seconds="60")
    runner.says("StartExerciseIntent", exercise="butt-to-heel")
    waits_for_bout(runner, bout, 5)
    heard = runner.says("LimitTimeIntent", duration="PT1M")
    assert "the rest in about" in heard.text
    assert "butt to heel" in heard.text
    assert kept(runner).plan.routine.has_place(kept(runner).place, kept(runner).plan.preferences)


@pytest.mark.parametrize(
    ("direction", "told"), [("up", "at count six"), ("down", "with fourteen seconds to go")]
)
def test_a_pause_is_told_in_the_figures_that_were_heard(runner: Runner, direction: str, told: str) -> None:
    runner.says("SetCountDirectionIntent", count_direction=direction)
    runner.says("StartRoutineIntent", routine="post-run")
    waits_for_bout(runner, 1, 6)
    paused = runner.says("AMAZON.PauseIntent").text
    assert paused.startswith(f"Paused at toes on the wall, first hold, left side, {told}.")
