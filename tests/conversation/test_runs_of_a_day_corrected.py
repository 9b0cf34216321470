"""A run is corrected by its day: never without a question, and never one that is not there."""

import pytest

from tests.conversation.runner import Runner

KM = {"unit": "kilometres"}
YESTERDAY, TUESDAY = {"day": "2026-11-21"}, {"day": "2026-11-17"}


def log(runner: Runner) -> list[tuple[str, int]]:
    return sorted((entry.body["day"], entry.body["metres"]) for entry in runner.repository.log(runner.user))


@pytest.fixture
def told(two_pairs: Runner) -> Runner:
    """A run of Tuesday and one of yesterday, told in an earlier conversation."""
    two_pairs.say("LogRun", distance="8", shoe="ghosts", **TUESDAY, **KM)
    two_pairs.say("LogRun", distance="10", shoe="pegasus", **YESTERDAY, **KM)
    two_pairs.echo.open_session()
    return two_pairs


def test_the_distance_of_a_days_run_is_changed_after_a_question(told: Runner) -> None:
    told.talk(
        (
            "CorrectDistance",
            {"distance": "9", **KM, **TUESDAY},
            ["You ran eight kilometres in the ghosts on Tuesday. Shall I make it nine kilometres?"],
        ),
        ("AMAZON.Yes", {}, ["Changed to nine kilometres on Tuesday in the ghosts."]),
    )
    assert log(told) == [("2026-11-17", 9_000), ("2026-11-21", 10_000)]


def test_the_pair_of_a_days_run_is_changed_after_a_question(told: Runner) -> None:
    told.talk(
        (
            "CorrectShoes",
            {"shoe": "pegasus", **TUESDAY},
            ["You ran eight kilometres in the ghosts on Tuesday. Shall I make it the blue pegasus?"],
        ),
        ("AMAZON.Yes", {}, ["Changed to the blue pegasus: eight kilometres on Tuesday."]),
    )


def test_of_the_newest_run_it_is_said_that_it_is_the_last(told: Runner) -> None:
    told.talk(("CorrectDistance", {"distance": "9", **KM, **YESTERDAY}, ["Your last run was ten kilometres"]))


def test_a_run_told_in_this_conversation_is_changed_at_once(told: Runner) -> None:
    friday = {"day": "2026-11-20"}
    told.say("LogRun", distance="4", shoe="ghosts", **friday, **KM)
    told.talk(("CorrectDistance", {"distance": "5", **KM, **friday}, ["Changed to five kilometres"]))


def test_of_two_runs_of_a_day_which_one_is_asked_though_one_was_told_just_now(told: Runner) -> None:
    told.say("LogRun", distance="4", shoe="ghosts", **YESTERDAY, **KM)
    told.talk(
        ("CorrectDistance", {"distance": "5", **KM, **YESTERDAY}, ["Which one do you mean?"]),
        ("WhichShoe", {"shoe": "ghosts"}, ["Changed to five kilometres"]),
    )


@pytest.mark.parametrize("day", ["2026-11-20", "2026-W46"])
def test_where_there_is_no_run_of_the_day_nothing_is_changed_or_added(told: Runner, day: str) -> None:
    before = log(told)
    told.talk(
        ("CorrectDistance", {"distance": "9", **KM, "day": day}, ["I know of no run on that day"]),
        ("CorrectShoes", {"shoe": "ghosts", "day": day}, ["I know of no run on that day"]),
    )
    assert log(told) == before


def test_a_day_that_is_named_is_no_answer_to_how_far_another_run_was(told: Runner) -> None:
    told.say("LogRun")
    told.talk(("CorrectDistance", {"distance": "9", **KM, **TUESDAY}, ["You ran eight kilometres"]))
    assert len(log(told)) == 2


def test_how_far_it_was_is_asked_where_it_was_not_said(told: Runner) -> None:
    told.talk(
        ("CorrectDistance", TUESDAY, ["How far was it?"]),
        ("Distance", {"distance": "9", **KM}, ["You ran eight kilometres in the ghosts on Tuesday."]),
    )
