"""A request that is delivered twice changes once what it changes, and is answered alike."""

from tests.conversation.runner import Runner


def test_longer_holds_delivered_twice_are_longer_once(runner: Runner) -> None:
    once = runner.say("ChangeHold", hold_change="longer")

    assert runner.again() == once


def test_a_name_delivered_twice_is_given_to_one_pair(runner: Runner) -> None:
    for pair in ("ghost 15", "ghost 16"):
        runner.say("AddShoes", shoe=pair)
    runner.say("RenameShoes", shoe="ghost 15", new_name="blue pegasus")

    assert "They are now the blue pegasus." in runner.again()
    assert [shoe.nickname for shoe in runner.rotation.shoes] == ["blue pegasus", "ghost 16"]


def test_the_other_pair_told_twice_is_the_same_pair(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", unit="kilometres", shoe="ghosts")
    once = two_pairs.say("CorrectShoes", shoe="the others")

    assert "Changed to the blue pegasus" in once
    assert two_pairs.again() == once


def test_a_run_in_the_only_pair_told_twice_is_answered_alike(runner: Runner) -> None:
    runner.say("AddShoes", shoe="ghosts", distance="100", unit="kilometres")
    once = runner.say("LogRun", distance="10", unit="kilometres")

    assert "your only pair" in once
    assert runner.again() == once


def test_a_run_in_none_of_the_pairs_told_twice_is_answered_alike(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", unit="kilometres", shoe="clogs")
    two_pairs.say("AMAZON.No")
    once = two_pairs.say("AMAZON.Yes")

    assert "in none of your pairs" in once
    assert two_pairs.again() == once


def test_a_run_told_twice_is_the_one_that_is_corrected(two_pairs: Runner) -> None:
    two_pairs.say("LogRun", distance="10", unit="kilometres", shoe="ghosts", day="2026-11-21")
    session = dict(two_pairs.echo.session)
    two_pairs.say("LogRun", distance="5", unit="kilometres", shoe="ghosts")
    two_pairs.echo.session = session
    two_pairs.again()

    assert "Changed to seven kilometres in the ghosts." in two_pairs.say("CorrectDistance", distance="7")
