"""Pain is eased off in a stretch and asked about elsewhere; a cramp has its own answer."""

from pathlib import Path

import pytest

from skill.content.exercise import Form
from skill.speech.phrasebook import lines_of
from skill.storage.sqlite import SQLiteRepository
from tests.conversation.mid_routine import LATER_HOLD, holds, is_performing, place
from tests.runner import Heard, Runner

LINES = lines_of("en")
EASE_OFF, LASTING = str(LINES["pain.ease_off"]), str(LINES["pain.lasting"])
ACHE_OR_SHARP = str(LINES["questions.ache-or-sharp"])


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    return runner


def in_pain(runner: Runner, **slots: str) -> Heard:
    holds(runner)
    return runner.says("PainIntent", **slots)


@pytest.mark.parametrize("slots", [{}, {"body_area": "heels"}, {"body_area": "toes"}])
def test_pain_in_a_hold_is_eased_off_first_and_the_place_is_kept(
    runner: Runner, slots: dict[str, str]
) -> None:
    heard = in_pain(runner, **slots)
    assert heard.text == EASE_OFF
    assert all(word in heard.text for word in ("easier", "shorter", "skip", "stop"))
    assert heard.open
    assert not is_performing(runner)
    assert place(runner) == LATER_HOLD


@pytest.mark.parametrize(
    ("intent", "slots"),
    [
        ("AMAZON.YesIntent", {}),
        ("AllRightIntent", {}),
        ("ReadyIntent", {}),
        ("AMAZON.ResumeIntent", {}),
        ("RateRunIntent", {"feeling": "better"}),
        ("ChangeFormIntent", {"form": "easier"}),
        ("ChangeHoldIntent", {"hold_change": "shorter"}),
        ("SetHoldIntent", {"seconds": "10"}),
        ("SkipIntent", {}),
        ("AMAZON.NextIntent", {}),
    ],
)
def test_each_way_that_is_offered_goes_on_with_the_next_word(
    runner: Runner, intent: str, slots: dict[str, str]
) -> None:
    in_pain(runner)
    runner.says(intent, **slots)
    assert is_performing(runner)


def test_stop_stops(runner: Runner) -> None:
    in_pain(runner)
    assert not runner.says("AMAZON.StopIntent").open


@pytest.mark.parametrize("answer", ["PainIntent", "AMAZON.NoIntent"])
def test_what_still_hurts_is_better_left_out_and_looked_at(runner: Runner, answer: str) -> None:
    in_pain(runner)
    heard = runner.says(answer)
    assert heard.text == LASTING
    runner.says("SkipIntent")
    assert is_performing(runner)
    assert place(runner).step == 1


def test_what_hurts_the_easier_way_too_is_better_left_out(runner: Runner) -> None:
    in_pain(runner)
    runner.says("ChangeFormIntent", form="easier")
    walkthrough = runner.walkthrough()
    assert walkthrough
    assert walkthrough.plan.routine.steps[0].form is Form.EASIER
    runner.waits(50)
    assert runner.says("PainIntent").text == LASTING


def test_a_question_in_between_comes_back_to_the_pain(runner: Runner) -> None:
    in_pain(runner)
    heard = runner.says("AdviceIntent", topic="hot-day")
    assert heard.text.endswith(str(LINES["questions.in-pain"]))
    assert not is_performing(runner)


def test_never_mind_leads_nobody_on_into_pain(runner: Runner) -> None:
    in_pain(runner)
    assert runner.says("AMAZON.CancelIntent").open
    assert not is_performing(runner)


def test_a_place_that_the_coach_does_not_know_is_eased_off_too(runner: Runner) -> None:
    heard = in_pain(runner, body_area="knee")
    assert "somebody who knows" in heard.text
    assert heard.text.endswith(EASE_OFF)


def test_a_place_that_hurts_before_a_routine_is_asked_about(runner: Runner) -> None:
    assert runner.says("PainIntent", body_area="heels").text == ACHE_OR_SHARP
    heard = runner.says("PainKindIntent", pain_kind="ache")
    assert heard.text.startswith("For your heels")
    assert "Shall we start?" in heard.text


def test_said_again_it_is_asked_again_about_the_same_place(runner: Runner) -> None:
    runner.says("PainIntent", body_area="heels")
    assert runner.says("PainIntent").text == ACHE_OR_SHARP
    assert runner.says("PainKindIntent", pain_kind="ache").text.startswith("For your heels")


@pytest.mark.parametrize(
    ("intent", "slots"), [("PainKindIntent", {"pain_kind": "sharp"}), ("InjuryIntent", {})]
)
def test_a_sharp_pain_gets_no_exercise(runner: Runner, intent: str, slots: dict[str, str]) -> None:
    runner.says("PainIntent", body_area="heels")
    assert runner.says(intent, **slots).text == LINES["safety.injury"]


def test_who_does_not_know_leaves_it_alone(runner: Runner) -> None:
    runner.says("PainIntent", body_area="heels")
    heard = runner.says("AMAZON.NoIntent")
    assert heard.text.startswith(str(LINES["pain.unsure"]))
    assert heard.open


def test_what_is_tight_before_a_routine_is_not_asked_about(runner: Runner) -> None:
    assert runner.says("SoreAreaIntent", body_area="calves").text.startswith("For your calves")


def test_a_cramp_is_let_go_and_goes_on_by_a_word(runner: Runner) -> None:
    holds(runner)
    heard = runner.says("CrampIntent")
    assert heard.text.startswith(str(LINES["pain.cramp"]))
    assert place(runner) == LATER_HOLD
    assert runner.says("AMAZON.NoIntent").text == LINES["pain.cramp_waits"]
    assert not is_performing(runner)
    runner.says("AllRightIntent")
    assert is_performing(runner)


def test_a_cramp_outside_a_routine_is_answered_and_starts_none(runner: Runner) -> None:
    heard = runner.says("CrampIntent")
    assert heard.text.startswith(str(LINES["pain.cramp"]))
    assert not is_performing(runner)
