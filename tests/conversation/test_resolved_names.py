"""A pair that Alexa knows by another word: what it resolves is read as well as what was said."""

from pathlib import Path

import pytest

from skill.hearing.interpretation import FilledSlot
from skill.hearing.slot_spans import Match
from skill.storage.sqlite import SQLiteRepository
from tests.runner import Runner, slots_of


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    runner.says("AddShoesIntent", shoe="pegasus", distance="100", unit="kilometres")
    runner.says("AddShoesIntent", shoe="ghost", distance="200", unit="kilometres")
    return runner


def names(runner: Runner, said: str, resolved: str) -> str:
    """What is answered to a pair that is named, and that Alexa resolves to a value of the model."""
    slot = FilledSlot(said, "Shoe", static=(Match(resolved, resolved),))
    request = runner.envelopes.intent(
        runner.now, "WhichShoeIntent", {"shoe": slot}, slots_of("WhichShoeIntent")
    )
    return runner.sends(request).text


def test_a_synonym_means_the_pair_that_it_stands_for(runner: Runner) -> None:
    assert "pegasus" in names(runner, "pegs", "Pegasus")


def test_what_was_said_goes_before_what_was_made_of_it(runner: Runner) -> None:
    heard = names(runner, "ghost", "Pegasus")
    assert "ghost" in heard
    assert "pegasus" not in heard


def test_a_name_that_stands_for_no_pair_of_the_runners_is_unknown(runner: Runner) -> None:
    assert "I don't know kinvaras" in names(runner, "kinvaras", "Kinvara")
