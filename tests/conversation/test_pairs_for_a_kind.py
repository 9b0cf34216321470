"""A pair added for a kind of run is kept for it from the beginning."""

import pytest

from skill.shoes.run import RunKind
from tests.conversation.runner import Runner


def kinds(runner: Runner) -> list[frozenset[RunKind]]:
    return [shoe.kinds for shoe in runner.rotation.shoes]


def test_the_kind_is_kept_and_said(runner: Runner) -> None:
    heard = runner.say("AddShoes", shoe="vaporflys", run_kind="race")
    assert "Added the vaporflys for races. Have they run already?" in heard
    assert kinds(runner) == [{RunKind.RACE}]


def test_it_is_said_with_what_the_pair_had_run(runner: Runner) -> None:
    heard = runner.say("AddShoes", shoe="vaporflys", run_kind="race", distance="100", unit="miles")
    assert "Added the vaporflys for races, with one hundred miles on them." in heard


@pytest.mark.parametrize("again", [{}, {"run_kind": "trail"}])
def test_it_is_kept_until_the_pair_has_a_name_or_is_told_otherwise(
    again: dict[str, str], runner: Runner
) -> None:
    assert "What do you call the pair?" in runner.say("AddShoes", run_kind="race")
    runner.say("AddShoes", shoe="vaporflys", **again)
    assert kinds(runner) == [{RunKind(again.get("run_kind", "race"))}]


def test_a_name_alone_answers_with_it(runner: Runner) -> None:
    runner.say("AddShoes", run_kind="race")
    runner.say("WhichShoe", shoe="vaporflys")
    assert kinds(runner) == [{RunKind.RACE}]
