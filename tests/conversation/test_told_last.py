"""What a talk is about: the change that an undo takes back, the run that a correction touches."""

from tests.conversation.runner import Runner


def test_the_question_of_an_undo_is_over_when_something_else_is_changed(two_pairs: Runner) -> None:
    two_pairs.talk(
        ("LogRun", {"distance": "10", "unit": "kilometres", "shoe": "ghosts"}, ["Logged"]),
        ("Undo", {}, ["Shall I take back ten kilometres"]),
        ("SetRest", {"number": "24"}, ["twenty four hours"]),
    )
    assert "Shall I take back" not in two_pairs.last["response"]["outputSpeech"]["ssml"]
    two_pairs.talk(
        ("Undo", {}, ["forty eight hours of rest"]),
        ("AMAZON.Yes", {}, ["rest forty eight hours again"]),
        ("Undo", {}, ["Shall I take back ten kilometres"]),
    )


def test_a_run_that_was_taken_back_is_not_asked_about_any_more(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", unit="kilometres", shoe="ghosts")
    two_pairs.echo.open_session()
    two_pairs.talk(
        ("CorrectDistance", {"distance": "8"}, ["Shall I make it"]),
        ("Undo", {}, ["Shall I take back ten kilometres"]),
    )
    assert "Shall I make it" not in two_pairs.say("AMAZON.Yes")


def test_an_older_run_without_a_pair_is_put_on_one_after_a_yes(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", unit="kilometres")
    two_pairs.echo.open_session()
    two_pairs.talk(
        ("CorrectShoes", {"shoe": "ghosts"}, ["Your last run was ten kilometres.", "make it the ghosts?"]),
        ("AMAZON.Yes", {}, ["Changed to the ghosts"]),
    )


def test_a_waiting_question_for_a_pair_names_its_run_when_another_has_been_told(two_pairs: Runner) -> None:
    two_pairs.talk(
        (
            "LogRun",
            {"distance": "10", "unit": "kilometres", "day": "2026-11-21"},
            ["Which pair did you wear"],
        ),
        (
            "LogRun",
            {"distance": "5", "unit": "kilometres", "shoe": "blue pegasus"},
            ["Logged five", "for your ten kilometres yesterday"],
        ),
        ("WhichShoe", {"shoe": "ghosts"}, ["The ghosts, then. They now have three hundred and ten"]),
    )
