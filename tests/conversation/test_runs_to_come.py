"""A run that is planned, or was not run, is not logged."""

from tests.conversation.runner import Runner

KM = {"unit": "kilometres"}


def log(runner: Runner) -> int:
    return len(list(runner.repository.log(runner.user)))


def test_a_plan_is_not_logged_and_shoes_are_offered_for_it(two_pairs: Runner) -> None:
    plan = {"distance": "10", **KM, "day": "2026-11-23", "run_kind": "long"}
    two_pairs.talk(
        ("PlannedRun", plan, ["Then tell me when you have run it. Shall I say which shoes to wear for it?"]),
        ("AMAZON.Yes", {}, ["For a long run tomorrow, wear the blue pegasus"]),
    )
    assert not log(two_pairs)


def test_who_wants_no_shoes_named_hears_none(two_pairs: Runner) -> None:
    two_pairs.talk(
        ("PlannedRun", {}, ["Shall I say which shoes"]),
        ("AMAZON.No", {}, ["As you like. Anything else?"]),
    )


def test_of_a_pair_that_was_named_it_is_said_whether_it_is_right(two_pairs: Runner) -> None:
    two_pairs.talk(
        ("PlannedRun", {"shoe": "ghosts"}, ["Shall I say whether they are the right shoes for it?"]),
        ("AMAZON.Yes", {}, ["Yes, you can wear the ghosts."]),
    )


def test_a_plan_nobody_could_run_is_none_to_log_either(two_pairs: Runner) -> None:
    two_pairs.talk(("PlannedRun", {"distance": "900", **KM}, ["Then tell me when you have run it."]))


def test_without_pairs_nothing_is_offered(runner: Runner) -> None:
    assert runner.say("PlannedRun") == "Then tell me when you have run it. Anything else?"


def test_a_run_that_was_just_told_may_be_the_one_that_was_not(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", shoe="ghosts", **KM)
    two_pairs.talk(
        ("NoRun", {}, ["Shall I take back ten kilometres in the ghosts?"]),
        ("AMAZON.Yes", {}, ["Taken back."]),
        ("NoRun", {}, ["All right, nothing was logged."]),
    )
    assert not log(two_pairs)


def test_a_day_without_a_run_leaves_the_run_of_another_day(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", shoe="ghosts", **KM)
    two_pairs.talk(
        ("NoRun", {"day": "2026-11-21"}, ["All right, nothing was logged."]),
        ("NoRun", {"day": "2026-11-22"}, ["Shall I take back ten kilometres in the ghosts?"]),
        ("AMAZON.No", {}, ["nothing was changed"]),
    )
    assert log(two_pairs) == 1


def test_an_older_run_is_never_asked_about(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", shoe="ghosts", **KM)
    two_pairs.echo.open_session()
    two_pairs.talk(("NoRun", {}, ["All right, nothing was logged."]))


def test_who_is_asked_how_far_and_did_not_run_is_asked_no_more(two_pairs: Runner) -> None:
    two_pairs.talk(
        ("LogRun", {}, ["How far did you run?"]),
        ("NoRun", {}, ["All right, nothing was logged. Anything else?"]),
    )


def test_the_last_run_is_told_with_its_day_distance_and_pair(two_pairs: Runner) -> None:
    two_pairs.talk(
        ("LastRun", {}, ["I have no run of yours yet."]),
        ("LogRun", {"distance": "10", "shoe": "ghosts", "day": "2026-11-17", **KM}, ["Logged"]),
        ("LastRun", {}, ["Your last run was on Tuesday: ten kilometres in the ghosts."]),
        ("LogRun", {"distance": "5", "day": "2026-11-21", **KM}, ["Which pair"]),
        ("LastRun", {}, ["Your last run was yesterday: five kilometres."]),
    )
