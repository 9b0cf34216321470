"""How long pairs rest: one figure for all of them, in hours."""

import pytest

from skill.shoes.rotation import Rest
from tests.conversation.runner import Runner

ALL = "Rest is one figure for all pairs, and nothing was changed. Shall all of them rest"


def rest(runner: Runner) -> Rest:
    return runner.rotation.rest


def test_with_a_pair_named_it_is_asked_whether_it_shall_hold_for_all(two_pairs: Runner) -> None:
    assert f"{ALL} seventy two hours?" in two_pairs.say("SetRest", shoe="ghosts", duration="P3D")
    assert rest(two_pairs) == Rest()
    assert "seventy two hours from now on" in two_pairs.say("AMAZON.Yes")
    assert rest(two_pairs) == Rest(72)


def test_a_no_leaves_it(two_pairs: Runner) -> None:
    two_pairs.say("SetRest", shoe="ghosts", number="24")
    assert "nothing was changed" in two_pairs.say("AMAZON.No")
    assert rest(two_pairs) == Rest()


def test_what_holds_for_all_already_is_not_asked_about(two_pairs: Runner) -> None:
    assert "Shall" not in two_pairs.say("SetRest", shoe="ghosts", duration="P2D")


def test_what_cannot_be_is_refused_and_not_asked_about(two_pairs: Runner) -> None:
    assert "from one hour to a week" in two_pairs.say("SetRest", shoe="ghosts", duration="P30D")


@pytest.mark.parametrize("duration", ["PT30S", "PT10M", "PT59M"])
def test_less_than_an_hour_is_no_rest_for_shoes(duration: str, two_pairs: Runner) -> None:
    heard = two_pairs.say("SetRest", duration=duration)
    assert "That's no rest for shoes: pairs rest forty eight hours between runs." in heard
    assert rest(two_pairs) == Rest()


@pytest.mark.parametrize(("number", "duration", "hours"), [("1", "PT1H", 1), ("36", "PT36H", 36)])
def test_from_an_hour_on_it_is_set(number: str, duration: str, hours: int, two_pairs: Runner) -> None:
    two_pairs.say("SetRest", number=number)
    assert rest(two_pairs) == Rest(hours)
    two_pairs.say("SetRest", duration="PT48H")
    two_pairs.say("SetRest", duration=duration)
    assert rest(two_pairs) == Rest(hours)
