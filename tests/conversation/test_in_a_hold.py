"""A word in a hold is answered in one breath and the count goes on; or the hold waits, and says how to."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from skill.alexa.intents import INTENTS
from skill.coach.cue_sheet import Place
from skill.coach.walkthrough import IN_MIND, STILL_WARM
from skill.conversation.stretching.in_position import IN_POSITION, LONGEST_GAP
from skill.storage.sqlite import SQLiteRepository
from tests.conversation.mid_routine import LATER_HOLD, holds, is_performing, place
from tests.heard import values_by_type
from tests.runner import Heard, Runner, slots_of

LEAVES_THE_HOLD = {
    "AMAZON.NextIntent",
    "AMAZON.PreviousIntent",
    "AMAZON.RepeatIntent",
    "AMAZON.StartOverIntent",
    "BackAloneIntent",
    "BoutAgainIntent",
    "ChangeFormIntent",
    "ChoiceIntent",
    "ChooseSidesIntent",
    "DoneIntent",
    "GoByIntent",
    "GoToIntent",
    "LimitTimeIntent",
    "DurationIntent",
    "NextBoutIntent",
    "NoEquipmentIntent",
    "OtherShoesIntent",
    "OtherSideIntent",
    "SameSideIntent",
    "SayAgainIntent",
    "SetSidesIntent",
    "SideDoneIntent",
    "SkipBoutIntent",
    "SkipIntent",
    "StartExerciseIntent",
    "StartRoutineIntent",
    "ThisSideOnlyIntent",
    "WrongSideIntent",
}
"""Intents that begin something else than the rest of the hold."""
GOES_ON = {
    "AMAZON.NoIntent": {},
    "AMAZON.ResumeIntent": {},
    "AMAZON.YesIntent": {},
    "BackIntent": {},
    "ReadyIntent": {},
    "ThanksIntent": {},
    "HowLongLeftIntent": {},
    "HowManyLeftIntent": {},
    "WhatsNextIntent": {},
    "WhereAmIIntent": {},
    "SideIntent": {"side": "left"},
    "BoutsLeftIntent": {},
    "HowFarIntent": {},
    "ChangeHoldIntent": {"hold_change": "longer"},
    "SetHoldIntent": {"seconds": "30"},
    "SetPaceIntent": {"pace": "slower"},
    "SetCountStyleIntent": {"count_style": "every-five"},
    "SetCountDirectionIntent": {"count_direction": "down"},
    "SetFlowIntent": {"flow": "wait-for-me"},
    "SetRepetitionsIntent": {"number": "8"},
    "ResetSettingsIntent": {},
    "HaveEquipmentIntent": {"equipment": "foam-roller"},
    "NoEquipmentIntent": {"equipment": "frozen-bottle"},
    "OutOfScopeIntent": {"elsewhere": "weather"},
    "SomebodyElseIntent": {},
    "OtherSportIntent": {},
}
"""What a runner says in a hold and the answer to which takes one breath, with its slots."""


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    return runner


def first_count(runner: Runner, heard: Heard) -> float:
    """Seconds from the beginning of a reply to its first count."""
    walkthrough = runner.walkthrough()
    assert walkthrough
    assert walkthrough.performance, heard.text
    return next(span.at for span in walkthrough.performance.spans if span.unit) + 1


def explains(runner: Runner, seconds: float) -> None:
    """Start the stretches and listen to the explanation of the first one for so long."""
    runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(seconds)


@pytest.mark.parametrize(("intent", "slots"), GOES_ON.items(), ids=GOES_ON)
def test_the_count_goes_on_where_it_was(runner: Runner, intent: str, slots: dict[str, str]) -> None:
    holds(runner)
    heard = runner.says(intent, **slots)
    assert place(runner) == LATER_HOLD
    assert first_count(runner, heard) <= LONGEST_GAP
    for position in ("Back to", "Ready?"):
        assert position not in re.split(r"(?<=[a-z]) And ", heard.text)[0], "before the hold is counted out"


def an_order(intent: str) -> dict[str, str]:
    """The intent's slots filled, those of closed lists with the first value."""
    plain = {
        "AMAZON.NUMBER": "10",
        "AMAZON.DATE": "2026-11-21",
        "AMAZON.TIME": "08:00",
        "AMAZON.DURATION": "PT30S",
    }
    closed = {kind: values[0].id or values[0].names[0] for kind, values in values_by_type().items() if values}
    return {
        name: value
        for name, kind in slots_of(intent).items()
        if (value := plain.get(kind) or closed.get(kind))
    }


@pytest.mark.parametrize("full", [True, False], ids=["with its slots", "without slots"])
@pytest.mark.parametrize("intent", sorted({*INTENTS} - LEAVES_THE_HOLD))
def test_after_any_word_the_hold_goes_on_within_six_seconds_or_waits(
    runner: Runner, intent: str, *, full: bool
) -> None:
    holds(runner)
    heard = runner.says(intent, **(an_order(intent) if full else {}))
    if is_performing(runner):
        assert place(runner) == LATER_HOLD
        assert first_count(runner, heard) <= LONGEST_GAP
    elif heard.open:
        assert heard.reprompt
    assert not heard.apologised


def test_words_not_understood_let_the_hold_wait_where_it_is(runner: Runner) -> None:
    holds(runner)
    heard = runner.says("AMAZON.FallbackIntent")
    assert heard.text == "Sorry, I didn't get that. We wait at count five. Say continue to go on."
    assert heard.open
    assert "ready" in heard.reprompt
    assert place(runner) == LATER_HOLD


def test_words_not_understood_in_an_explanation_let_it_wait_too(runner: Runner) -> None:
    explains(runner, 20)
    assert "We wait here." in runner.says("AMAZON.FallbackIntent").text


@pytest.mark.parametrize(
    "word",
    ["AMAZON.ResumeIntent", "ReadyIntent", "BackIntent", "AMAZON.YesIntent"],
)
def test_any_word_of_going_on_ends_that_at_once(runner: Runner, word: str) -> None:
    holds(runner)
    runner.says("AMAZON.FallbackIntent")
    runner.waits(9)
    heard = runner.says(word)
    assert heard.text.startswith("Still holding. six seven eight")
    assert place(runner) == LATER_HOLD


def test_who_was_only_getting_into_position_is_brought_there_again(runner: Runner) -> None:
    holds(runner)
    runner.says("AMAZON.PauseIntent")
    runner.says("AMAZON.ResumeIntent")
    runner.waits(4)
    runner.says("AMAZON.FallbackIntent")
    assert runner.says("AMAZON.ResumeIntent").text.startswith("Back to toes on the wall.")


def test_who_took_longer_to_go_on_is_brought_back_into_position(runner: Runner) -> None:
    holds(runner)
    runner.says("AMAZON.FallbackIntent")
    runner.waits(IN_POSITION.total_seconds() + 1)
    assert runner.says("AMAZON.ResumeIntent").text.startswith("Back to toes on the wall.")


def test_who_asked_to_wait_is_brought_back_into_position(runner: Runner) -> None:
    holds(runner)
    runner.says("AMAZON.PauseIntent")
    runner.waits(5)
    heard = runner.says("AMAZON.ResumeIntent")
    assert heard.text.startswith("Back to toes on the wall. Toes of your left foot up")


def test_a_bout_left_long_ago_begins_anew(runner: Runner) -> None:
    holds(runner)
    runner.says("AMAZON.PauseIntent")
    runner.waits(STILL_WARM.total_seconds() + 1)
    runner.says("AMAZON.ResumeIntent")
    assert place(runner) == Place(0, 1)


def test_a_choice_in_a_hold_is_asked_and_its_answer_goes_on_at_once(runner: Runner) -> None:
    holds(runner)
    asked = runner.says("SetCountStyleIntent")
    assert asked.text.endswith("Which one?")
    assert not is_performing(runner)
    runner.waits(6)
    heard = runner.says("SetCountStyleIntent", count_style="last-five")
    assert heard.text.startswith("I count the last five seconds. Still holding.")
    assert place(runner) == LATER_HOLD


def test_what_must_be_heard_whole_lets_the_hold_wait(runner: Runner) -> None:
    holds(runner)
    heard = runner.says("AdviceIntent", topic="sore-feet")
    assert "have somebody look at it. Say continue to go on." in heard.text
    assert not is_performing(runner)


@pytest.mark.parametrize("word", ["ReadyIntent", "AMAZON.YesIntent"])
@pytest.mark.parametrize("seconds", [3, 15, 26])
def test_ready_in_an_explanation_begins_the_hold(runner: Runner, word: str, seconds: int) -> None:
    explains(runner, seconds)
    heard = runner.says(word)
    assert heard.text.startswith("And hold for twenty. one two three")


def test_ready_while_changing_sides_begins_the_other_side(runner: Runner) -> None:
    explains(runner, 0)
    walkthrough = runner.walkthrough()
    assert walkthrough
    assert walkthrough.performance
    runner.waits(next(span.at for span in walkthrough.performance.spans if span.place == Place(0, 1)) + 2)
    runner.says("ReadyIntent")
    assert place(runner) == Place(0, 1)
    assert runner.heard
    assert runner.heard.text.startswith("And hold for twenty. one two")


def test_ready_in_the_rest_before_an_exercise_has_it_explained(runner: Runner) -> None:
    runner.says("StartExerciseIntent", exercise="toes-on-wall")
    runner.says("StartRoutineIntent", routine="pre-run")
    walkthrough = runner.walkthrough()
    assert walkthrough
    assert walkthrough.performance
    done = [span.at for span in walkthrough.performance.spans if span.place.step == 0][-1]
    runner.waits(done + 3)
    assert runner.says("ReadyIntent").text.startswith("Let's do ")


def test_an_explanation_that_was_heard_is_not_told_again(runner: Runner) -> None:
    explains(runner, 25)
    runner.says("AMAZON.PauseIntent")
    runner.waits(60)
    heard = runner.says("AMAZON.ResumeIntent")
    assert heard.text.startswith("Back to toes on the wall. Toes of your right foot")
    runner.waits(3)
    runner.says("AMAZON.PauseIntent")
    assert "Heel down, leg straight" not in runner.says("AMAZON.ResumeIntent").text


def test_a_pause_in_the_first_second_of_a_hold_has_nothing_explained_again(runner: Runner) -> None:
    explains(runner, 0)
    walkthrough = runner.walkthrough()
    assert walkthrough
    assert walkthrough.performance
    runner.waits(next(span.at for span in walkthrough.performance.spans if span.unit) + 0.5)
    runner.says("AMAZON.PauseIntent")
    assert runner.says("AMAZON.ResumeIntent").text.startswith("Back to toes on the wall.")


def test_repeat_tells_it_again(runner: Runner) -> None:
    explains(runner, 25)
    assert "First, toes on the wall" in runner.says("AMAZON.RepeatIntent").text


def test_an_explanation_heard_long_ago_is_told_again(runner: Runner) -> None:
    explains(runner, 25)
    runner.says("AMAZON.PauseIntent")
    runner.now += IN_MIND + timedelta(seconds=1)
    assert "First, toes on the wall" in runner.says("AMAZON.ResumeIntent").text


def test_an_explanation_that_was_hardly_begun_is_told(runner: Runner) -> None:
    explains(runner, 12)
    runner.says("AMAZON.PauseIntent")
    assert "Heel down, leg straight" in runner.says("AMAZON.ResumeIntent").text
