"""Runs deleted by voice, and the others of a run just told."""

from skill.conversation.my_data import check_sums
from tests.conversation.runner import Runner

KM = {"unit": "kilometres"}


def runs_kept(runner: Runner) -> int:
    runs, faults = check_sums(runner.repository, runner.user, runner.now)
    assert faults == ()
    return runs


def test_the_run_told_last_goes_though_another_was_run_later(two_pairs: Runner) -> None:
    two_pairs.talk(
        ("LogRun", {"distance": "10", "shoe": "ghosts", **KM}, ["Logged ten"]),
        ("LogRun", {"distance": "8", "shoe": "ghosts", "day": "2026-11-17", **KM}, ["on Tuesday"]),
        ("DeleteRun", {}, ["Shall I take back eight kilometres in the ghosts on Tuesday?"]),
        ("AMAZON.Yes", {}, ["Taken back", "three hundred and ten"]),
        ("DeleteRun", {}, ["Shall I take back ten kilometres in the ghosts?"]),
    )
    assert runs_kept(two_pairs) == 1


def test_what_was_changed_since_does_not_change_which_run_is_deleted(two_pairs: Runner) -> None:
    two_pairs.talk(
        ("LogRun", {"distance": "10", "shoe": "ghosts", **KM}, ["Logged ten"]),
        ("RenameShoes", {"shoe": "ghosts", "new_name": "spooks"}, ["spooks"]),
        ("DeleteRun", {}, ["Shall I take back ten kilometres in the spooks?"]),
        ("AMAZON.Yes", {}, ["Taken back"]),
    )
    assert runs_kept(two_pairs) == 0


def test_a_run_of_no_pair_goes_too_and_nobody_asks_for_its_pair_any_more(two_pairs: Runner) -> None:
    two_pairs.talk(
        ("LogRun", {"distance": "10", **KM}, ["Which pair"]),
        ("DeleteRun", {}, ["Shall I take back ten kilometres?"]),
    )
    answer = two_pairs.say("AMAZON.Yes")

    assert "Taken back" in answer
    assert "pair" not in answer
    assert runs_kept(two_pairs) == 0


def test_a_question_about_a_run_is_over_when_the_run_is_gone(two_pairs: Runner) -> None:
    two_pairs.say("AddShoes", shoe="red kinvara", distance="50", **KM)
    two_pairs.talk(
        ("LogRun", {"distance": "10", "shoe": "ghosts", **KM}, ["Logged ten"]),
        ("CorrectShoes", {}, ["Which pair"]),
        ("DeleteRun", {}, ["Shall I take back ten kilometres in the ghosts?"]),
    )
    answer = two_pairs.say("AMAZON.Yes")

    assert "Taken back" in answer
    assert "Which pair" not in answer
    assert runs_kept(two_pairs) == 0


def test_undo_brings_the_run_back_as_it_was(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", shoe="ghosts", day="2026-11-17", **KM)
    before = two_pairs.rotation
    two_pairs.talk(
        ("DeleteRun", {}, ["Shall I"]),
        ("AMAZON.Yes", {}, ["Taken back"]),
        ("Undo", {}, ["Shall I log ten kilometres in the ghosts on Tuesday again?"]),
        ("AMAZON.Yes", {}, ["Logged ten kilometres in the ghosts on Tuesday again"]),
    )
    assert two_pairs.rotation == before
    assert runs_kept(two_pairs) == 1


def test_a_deletion_that_is_delivered_twice_deletes_one_run(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="7", shoe="ghosts", **KM)
    two_pairs.say("LogRun", distance="10", shoe="ghosts", **KM)
    two_pairs.say("DeleteRun")
    sure = dict(two_pairs.echo.session)
    two_pairs.say("AMAZON.Yes")
    two_pairs.echo.session = sure
    two_pairs.again()

    assert runs_kept(two_pairs) == 1


def test_no_filler_and_no_change_of_mind_deletes(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", shoe="ghosts", **KM)
    for answered in ("AMAZON.Fallback", "Thanks", "Ready", "ListShoes", "AMAZON.No"):
        two_pairs.say("DeleteRun")
        two_pairs.say(answered)

        assert runs_kept(two_pairs) == 1


def test_without_a_run_there_is_none_to_delete(two_pairs: Runner) -> None:
    assert "no run" in two_pairs.say("DeleteRun")


def test_the_other_ones_are_those_that_the_run_just_told_was_not_in(two_pairs: Runner) -> None:
    two_pairs.talk(
        ("LogRun", {"distance": "10", "shoe": "ghosts", **KM}, ["Logged ten"]),
        ("WhichShoe", {"shoe": "others"}, ["Changed to the blue pegasus"]),
        ("CorrectShoes", {"shoe": "my other pair"}, ["Changed to the ghosts"]),
    )


def test_behind_a_recommendation_the_other_ones_are_the_next_and_change_no_run(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", shoe="ghosts", day="2026-11-17", **KM)
    first = two_pairs.say("ChooseShoes", day="2026-11-23")
    other = two_pairs.say("WhichShoe", shoe="other ones")

    assert "blue pegasus" in first
    assert "ghosts" in other
    assert "Changed" not in other


def test_the_other_ones_of_no_run_told_are_the_next_to_wear(two_pairs: Runner) -> None:
    assert "wear" in two_pairs.say("WhichShoe", shoe="the others").lower()


def test_where_no_pair_is_spoken_of_the_others_are_asked_for(two_pairs: Runner) -> None:
    two_pairs.echo.open_session()
    asked = two_pairs.say("RetireShoes", shoe="others")

    assert "pegasus" in asked
    assert "ghosts" in asked
    assert "don't know" not in asked
