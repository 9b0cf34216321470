"""A run of which the time is told, and a distance with the metres behind it."""

import pytest

from tests.conversation.runner import Runner

KM = {"unit": "kilometres"}


def log(runner: Runner) -> list[int]:
    return [entry.body["metres"] for entry in runner.repository.log(runner.user)]


def test_how_long_a_run_took_logs_nothing_and_how_far_is_asked(two_pairs: Runner) -> None:
    two_pairs.talk(
        (
            "LogRun",
            {"duration": "PT40M", "shoe": "ghosts", "day": "2026-11-21", "run_kind": "easy"},
            ["I'll keep the time with it. How far did you run?"],
        )
    )
    assert not log(two_pairs)


def test_pair_day_and_kind_that_were_told_with_the_time_stay(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", duration="PT40M", shoe="ghosts", day="2026-11-21", run_kind="easy")
    two_pairs.talk(("Distance", {"distance": "7", **KM}, ["Logged seven kilometres in the ghosts yesterday"]))


def test_with_a_distance_the_time_is_left_aside(two_pairs: Runner) -> None:
    two_pairs.talk(
        (
            "LogRun",
            {"distance": "8", **KM, "duration": "PT40M", "shoe": "ghosts"},
            ["Logged eight kilometres in the ghosts."],
        )
    )


def test_a_run_told_by_its_time_is_no_answer_to_which_pair_another_was_in(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="8", **KM)
    two_pairs.talk(("LogRun", {"duration": "PT40M", "shoe": "ghosts"}, ["How far did you run?"]))


@pytest.mark.parametrize(
    ("told", "metres"),
    [
        ({"distance": "10", "unit": "kilometres", "more_metres": "500"}, 10_500),
        ({"race_distance": "ten-k", "more_metres": "300"}, 10_300),
        ({"more_metres": "800"}, 800),
        ({"distance": "3", "unit": "miles", "more_metres": "400"}, 5_228),
    ],
)
def test_metres_behind_a_distance_are_added(two_pairs: Runner, told: dict[str, str], metres: int) -> None:
    two_pairs.say("LogRun", shoe="ghosts", **told)
    assert log(two_pairs) == [metres]


def test_metres_are_added_in_an_answer_and_in_a_correction(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", shoe="ghosts")
    two_pairs.talk(
        ("Distance", {"distance": "10", **KM, "more_metres": "500"}, ["Logged ten and a half kilometres"]),
        (
            "CorrectDistance",
            {"distance": "10", **KM, "more_metres": "250"},
            ["Changed to ten and a quarter kilometres"],
        ),
    )
    assert log(two_pairs) == [10_250]
