"""More of the bout under way, and of that one alone; more for whom it was easy."""

from pathlib import Path

import pytest

from skill.coach.cue_sheet import Place
from skill.coach.routine import LONGEST_BOUT
from skill.content.exercise import DoseKind
from skill.storage.sqlite import SQLiteRepository
from tests.conversation.mid_routine import LATER_HOLD, holds, is_performing, place
from tests.runner import Runner


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    return runner


def amounts(runner: Runner, step: int = 0) -> list[int]:
    """How many counts each bout of a step has."""
    walkthrough = runner.walkthrough()
    assert walkthrough
    bouts = walkthrough.plan.routine.steps[step].bouts(walkthrough.plan.preferences)
    return [bout.amount for bout in bouts]


def does(runner: Runner, exercise: str, count: int) -> None:
    """Start an exercise, and be in its first bout after so many counts."""
    runner.says("StartExerciseIntent", exercise=exercise)
    walkthrough = runner.walkthrough()
    assert walkthrough
    assert walkthrough.performance
    span = next(span for span in walkthrough.performance.spans if span.unit)
    runner.waits(span.at + count * span.unit + 0.5)


def test_more_seconds_are_held_at_once_and_in_this_hold_alone(runner: Runner) -> None:
    holds(runner)
    heard = runner.says("MoreOfThisIntent", seconds="10")
    assert heard.text.startswith("Ten more. six seven eight")
    assert place(runner) == LATER_HOLD
    assert amounts(runner) == [20, 30, 20, 20]
    assert runner.profile().preferences.hold_seconds is None


def test_said_twice_it_is_as_much_more(runner: Runner) -> None:
    holds(runner)
    runner.says("MoreOfThisIntent", seconds="10")
    runner.waits(5)
    runner.says("MoreOfThisIntent", number="5")
    assert amounts(runner) == [20, 35, 20, 20]


def test_a_hold_cannot_be_extended_for_ever(runner: Runner) -> None:
    holds(runner)
    runner.says("MoreOfThisIntent", seconds="900")
    assert amounts(runner)[1] == LONGEST_BOUT[DoseKind.HOLD]
    runner.waits(6)
    assert runner.says("MoreOfThisIntent", seconds="10").text.startswith("This one is as long as it gets.")


def test_more_repetitions_are_added_to_those_under_way(runner: Runner) -> None:
    does(runner, "toe-lifts", 3)
    heard = runner.says("MoreOfThisIntent", number="3")
    assert heard.text.startswith("Three more. Keep going. four: little toes up")
    assert amounts(runner) == [11]
    assert runner.profile().preferences.repetitions is None


def test_seconds_of_repetitions_are_as_many_as_fit_them(runner: Runner) -> None:
    does(runner, "toe-lifts", 3)
    runner.says("MoreOfThisIntent", seconds="14")
    assert amounts(runner) == [10]


def test_one_more_of_a_hold_is_the_hold_again(runner: Runner) -> None:
    holds(runner)
    runner.says("MoreOfThisIntent", number="1")
    assert place(runner) == Place(0, 1)
    assert amounts(runner) == [20, 20, 20, 20]


def test_said_when_a_hold_is_just_over_it_goes_on_with_that_hold(runner: Runner) -> None:
    holds(runner)
    runner.waits(16)
    heard = runner.says("MoreOfThisIntent", seconds="10")
    assert "Toes of your left foot" in heard.text.partition("ten more seconds")[0]
    assert place(runner) == Place(0, 1, 20)


def test_said_at_the_end_of_an_exercise_it_goes_on_with_that(runner: Runner) -> None:
    does(runner, "toe-lifts", 3)
    runner.says("StartRoutineIntent", routine="post-run")
    runner.hears_out()
    runner.waits(1)
    heard = runner.says("MoreOfThisIntent", seconds="10")
    assert "Say continue" in heard.text
    assert place(runner) == Place(0, 3, 20)


def test_while_the_routine_waits_it_goes_on_waiting(runner: Runner) -> None:
    holds(runner)
    runner.says("AMAZON.PauseIntent")
    runner.waits(4)
    assert runner.says("MoreOfThisIntent", seconds="10").text.endswith("go on with toes on the wall.")
    assert amounts(runner)[1] == 30
    assert "fifteen" not in runner.says("AMAZON.ResumeIntent").text.partition("And hold")[0]


def test_with_nothing_under_way_there_is_nothing_to_add_to(runner: Runner) -> None:
    assert "No routine is running" in runner.says("MoreOfThisIntent", seconds="10").text


def test_an_easy_hold_has_longer_ones_offered_and_goes_on_behind_the_answer(runner: Runner) -> None:
    holds(runner)
    asked = runner.says("TooEasyIntent")
    assert asked.text == "Shall holds be longer, twenty five seconds each?"
    assert not is_performing(runner)
    runner.waits(4)
    heard = runner.says("AMAZON.YesIntent")
    assert heard.text.startswith("Holds of twenty five seconds from now on. six seven")
    assert runner.profile().preferences.hold_seconds == 25


def test_who_does_not_want_more_goes_on(runner: Runner) -> None:
    holds(runner)
    runner.says("TooEasyIntent")
    assert runner.says("AMAZON.NoIntent").text.startswith("All right, as it is. six seven")
    assert runner.profile().preferences.hold_seconds is None


@pytest.mark.parametrize(
    ("exercise", "said"),
    [
        ("toe-lifts", "Shall we do ten repetitions from now on?"),
        ("calf-roll", "Say make it harder, for the stronger way."),
        ("sole-massage", "Press a little more, as comfort allows."),
    ],
)
def test_what_is_offered_suits_the_exercise(runner: Runner, exercise: str, said: str) -> None:
    does(runner, exercise, 2)
    assert runner.says("TooEasyIntent").text.startswith(said)


def test_more_repetitions_are_done_from_then_on(runner: Runner) -> None:
    does(runner, "toe-lifts", 2)
    runner.says("TooEasyIntent")
    runner.says("AMAZON.YesIntent")
    assert runner.profile().preferences.repetitions == 10
    assert amounts(runner) == [10]


@pytest.mark.parametrize(
    ("pace", "said"), [("slower", "I leave you more time"), ("faster", "I leave less time")]
)
def test_a_rest_in_a_routine_is_the_pause_between_things(runner: Runner, pace: str, said: str) -> None:
    holds(runner)
    assert runner.says("RestIntent", rest_change=pace).text.startswith(said)
    assert runner.profile().preferences.pace == pace


def test_with_no_routine_it_is_asked_what_is_to_rest(runner: Runner) -> None:
    heard = runner.says("RestIntent", rest_change="slower")
    assert "For your shoes" in heard.text
    assert runner.profile().preferences.pace == "normal"


def test_no_rest_in_a_rest_goes_on_and_changes_no_setting(runner: Runner) -> None:
    holds(runner)
    runner.waits(17)
    heard = runner.says("RestIntent", rest_change="faster")
    assert heard.text.startswith("Back to toes on the wall. Toes of your right foot")
    assert runner.profile().preferences.pace == "normal"


@pytest.mark.parametrize(("way", "after"), [("double", 40), ("half", 10)])
def test_holds_are_doubled_and_halved(runner: Runner, way: str, after: int) -> None:
    holds(runner)
    runner.says("ChangeHoldIntent", hold_change=way)
    assert runner.profile().preferences.hold_seconds == after


def test_a_length_said_alone_in_a_hold_is_asked_about_and_the_hold_goes_on(runner: Runner) -> None:
    holds(runner)
    assert runner.says("LimitTimeIntent", duration="PT30S").text == "Shall each hold last thirty seconds?"
    assert runner.says("AMAZON.YesIntent").text.startswith("Holds of thirty seconds from now on. six")


def test_a_count_that_no_hold_has_is_answered_with_those_there_are(runner: Runner) -> None:
    holds(runner)
    heard = runner.says("OutOfScopeIntent", elsewhere="counting")
    assert heard.text.startswith("I can hold from ten up to sixty seconds. six")


def test_counting_along_changes_nothing(runner: Runner) -> None:
    holds(runner)
    runner.says("DistanceIntent", distance="12345")
    assert place(runner) == LATER_HOLD
    assert is_performing(runner)


def test_never_mind_in_a_hold_sends_nobody_away(runner: Runner) -> None:
    holds(runner)
    heard = runner.says("AMAZON.CancelIntent")
    assert heard.open
    assert heard.text == "All right. Say continue to go on, or stop."
    assert runner.says("AMAZON.ResumeIntent").text.startswith("Still holding. six")


def test_wait_with_nothing_under_way_lets_the_question_wait(runner: Runner) -> None:
    heard = runner.says("AMAZON.PauseIntent")
    assert heard.text.startswith("No hurry.")
    assert heard.open
