"""What is done for a sore place within a routine is a detour: the routine goes on behind it."""

from pathlib import Path

import pytest

from skill.coach.cue_sheet import Place
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import Side
from skill.storage.sqlite import SQLiteRepository
from skill.value import replace
from tests.conversation.mid_routine import LATER_HOLD, holds, place
from tests.runner import Runner


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    return runner


def kept(runner: Runner) -> Walkthrough:
    walkthrough = runner.walkthrough()
    assert walkthrough
    return walkthrough


def goes_off(runner: Runner) -> None:
    """Be five seconds into a later hold, tell of a tight left calf, and take what is offered for it."""
    holds(runner)
    runner.says("SoreAreaIntent", body_area="calves", side="left")
    runner.says("AMAZON.YesIntent")


def test_a_sore_side_is_stretched_alone(runner: Runner) -> None:
    goes_off(runner)
    plan = kept(runner).plan
    sides = {bout.side for step in plan.routine.steps for bout in step.bouts(plan.preferences)}
    assert sides <= {Side.LEFT, None}
    assert Side.LEFT in sides


def test_the_routine_goes_on_where_it_was_left_with_the_bout_anew(runner: Runner) -> None:
    goes_off(runner)
    runner.hears_out()
    runner.says("AMAZON.ResumeIntent")
    assert place(runner) == replace(LATER_HOLD, count=0)
    assert kept(runner).goes_back_to is None


def test_who_stops_in_a_detour_is_offered_it_and_then_the_routine(runner: Runner) -> None:
    goes_off(runner)
    runner.waits(20)
    runner.says("AMAZON.StopIntent")
    runner.opens()
    runner.says("AMAZON.YesIntent")
    assert kept(runner).goes_back_to
    runner.hears_out()
    heard = runner.says("ReadyIntent")
    assert "Toes of your left foot" in heard.text
    assert place(runner) == replace(LATER_HOLD, count=0)


def test_who_starts_afresh_hears_nothing_more_of_either(runner: Runner) -> None:
    goes_off(runner)
    runner.says("AMAZON.StopIntent")
    runner.opens()
    runner.says("AMAZON.NoIntent")
    assert not kept(runner).unfinished


def test_skipping_the_rest_of_a_detour_goes_back_at_once(runner: Runner) -> None:
    goes_off(runner)
    for _ in kept(runner).plan.routine.steps:
        runner.waits(2)
        heard = runner.says("SkipIntent")
    assert heard.open
    assert place(runner) == replace(LATER_HOLD, count=0)


def test_what_was_held_in_a_detour_counts_for_the_routine(runner: Runner) -> None:
    goes_off(runner)
    runner.waits(60)
    runner.says("AMAZON.PauseIntent")
    within = kept(runner).held["toes-on-wall", Side.LEFT]
    runner.says("AMAZON.ResumeIntent")
    runner.hears_out()
    runner.says("AMAZON.PauseIntent")
    assert kept(runner).goes_back_to is None
    assert kept(runner).held["toes-on-wall", Side.LEFT] >= within > LATER_HOLD.count


def test_a_detour_from_a_detour_goes_back_to_the_routine(runner: Runner) -> None:
    goes_off(runner)
    runner.waits(20)
    runner.says("SoreAreaIntent", body_area="heels", side="right")
    runner.says("AMAZON.YesIntent")
    back = kept(runner).goes_back_to
    assert back
    assert back.goes_back_to is None
    assert (back.place.step, back.place.bout) == (0, 1)


def test_no_to_the_offer_goes_on_with_the_routine(runner: Runner) -> None:
    holds(runner)
    runner.says("SoreAreaIntent", body_area="calves")
    heard = runner.says("AMAZON.NoIntent")
    assert heard.open
    assert kept(runner).performance
    assert (place(runner).step, place(runner).bout) == (0, 1)


def test_a_short_routine_has_a_short_detour(runner: Runner) -> None:
    runner.says("LimitTimeIntent", duration="PT3M", routine="post-run")
    before = kept(runner).plan.preferences
    runner.waits(5)
    runner.says("SoreAreaIntent", body_area="calves")
    runner.says("AMAZON.YesIntent")
    assert kept(runner).plan.preferences == before


def test_the_place_begins_where_the_first_step_does(runner: Runner) -> None:
    goes_off(runner)
    assert place(runner) == Place(0)
