"""A red flag, pain, a cramp or a condition, at any time: what is said, and that nothing goes on by itself."""

from collections.abc import Callable
from pathlib import Path

import pytest

from skill.alexa.screens.events import GO_ON
from skill.conversation.stretching.evening_out import more_on_side
from skill.device.screen_clock import ScreenEvent
from skill.speech.phrasebook import lines_of
from skill.storage.sqlite import SQLiteRepository
from tests.conversation.mid_routine import holds, is_performing
from tests.runner import USER, Runner

LINES = lines_of("en")
EXERCISES = [
    str(line) for key, line in LINES.items() if key.startswith("exercises.") and key.endswith("name")
]
RED_FLAGS = {"EmergencyIntent": "safety.emergency", "InjuryIntent": "safety.injury"}
FINE = str(LINES["questions.fine-to-go-on"])
ONLY_YES = str(LINES["safety.only_yes"])


def opened(runner: Runner) -> None:
    runner.opens()


def explained(runner: Runner) -> None:
    runner.opens()
    runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(20)


def held(runner: Runner) -> None:
    runner.opens()
    holds(runner)


def rested(runner: Runner) -> None:
    held(runner)
    walkthrough = runner.walkthrough()
    assert walkthrough
    assert walkthrough.performance
    spans = walkthrough.performance.spans
    after = next(span for span in spans if span.place.bout == 2)
    runner.waits(after.at - walkthrough.performance.elapsed(runner.now) + 1)


def paused(runner: Runner) -> None:
    held(runner)
    runner.says("AMAZON.PauseIntent")


def finished(runner: Runner) -> None:
    runner.opens()
    runner.says("StartExerciseIntent", exercise="butt-to-heel")
    runner.hears_out()


def asked_for_a_distance(runner: Runner) -> None:
    runner.opens()
    runner.says("LogRunIntent")


STATES = (opened, explained, held, rested, paused, finished, asked_for_a_distance)
State = Callable[[Runner], None]


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("intent", RED_FLAGS)
def test_it_says_who_can_help_and_offers_no_exercise(runner: Runner, state: State, intent: str) -> None:
    state(runner)
    heard = runner.says(intent)
    assert heard.text == LINES[RED_FLAGS[intent]]
    assert heard.open
    assert not is_performing(runner)
    assert not any(name in heard.text + heard.reprompt for name in EXERCISES)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("intent", RED_FLAGS)
@pytest.mark.parametrize(
    ("word", "slots"),
    [
        ("AMAZON.ResumeIntent", {}),
        ("AMAZON.NextIntent", {}),
        ("AMAZON.StartOverIntent", {}),
        ("StartRoutineIntent", {"routine": "pre-run"}),
        ("StartExerciseIntent", {"exercise": "toe-lifts"}),
        ("ChangeFormIntent", {"form": "easier"}),
        ("SoreAreaIntent", {"body_area": "calves"}),
        ("SetHoldIntent", {"seconds": "20"}),
        ("AMAZON.NoIntent", {}),
    ],
)
def test_nothing_but_a_plain_yes_to_the_question_goes_on(
    runner: Runner, state: State, intent: str, word: str, slots: dict[str, str]
) -> None:
    state(runner)
    runner.says(intent)
    runner.says(word, **slots)
    assert not is_performing(runner)
    runner.says("StartRoutineIntent", routine="post-run")
    assert not is_performing(runner)
    for no_yes in ("ReadyIntent", "AllRightIntent", "AMAZON.NoIntent"):
        runner.says(no_yes)
        assert not is_performing(runner)
    runner.says("AMAZON.YesIntent")
    assert is_performing(runner)


@pytest.mark.parametrize("intent", RED_FLAGS)
@pytest.mark.parametrize("state", [explained, held, rested, paused])
def test_it_is_still_asked_after_silence_and_reopening(runner: Runner, state: State, intent: str) -> None:
    state(runner)
    runner.says(intent)
    runner.leaves("EXCEEDED_MAX_REPROMPTS")
    runner.waits(4 * 60 * 60)
    heard = runner.opens()
    assert heard.text.endswith("Are you all right, and is it really fine to go on?")
    assert not is_performing(runner)
    assert runner.says("ReadyIntent").text == ONLY_YES
    runner.leaves()
    assert runner.says("StartRoutineIntent", routine="post-run").text == FINE
    runner.says("AMAZON.YesIntent")
    assert is_performing(runner)
    runner.says("AMAZON.PauseIntent")
    runner.says("AMAZON.ResumeIntent")
    assert is_performing(runner)


def test_a_screen_goes_on_by_itself_no_more(runner: Runner) -> None:
    held(runner)
    playing = runner.envelopes.session["attributes"]["shown"]
    event = ScreenEvent(0.0, playing, [GO_ON, playing])
    runner.says("EmergencyIntent")
    runner.waits(300)
    heard = runner.sends(runner.envelopes.screen_event(runner.now, event))
    assert heard.silent
    assert not is_performing(runner)


def test_the_start_that_was_asked_for_comes_with_all_its_words_behind_the_yes(runner: Runner) -> None:
    held(runner)
    runner.says("InjuryIntent")
    runner.says("AllRightIntent")
    runner.says("StartRoutineIntent", routine="pre-run")
    heard = runner.says("AMAZON.YesIntent")
    assert heard.text.startswith("Before your run:")


@pytest.mark.parametrize(
    ("intent", "slots"),
    [
        ("StartRoutineIntent", {"routine": "pre-run"}),
        ("StartExerciseIntent", {"exercise": "sole-massage"}),
        ("AMAZON.ResumeIntent", {}),
        ("AMAZON.NextIntent", {}),
        ("SkipIntent", {}),
        ("AMAZON.StartOverIntent", {}),
    ],
)
def test_before_all_is_right_an_order_moves_no_place_and_takes_no_other_routine(
    runner: Runner, intent: str, slots: dict[str, str]
) -> None:
    held(runner)
    runner.says("InjuryIntent")
    refused = runner.says(intent, **slots)
    assert refused.text == LINES["safety.rest_injured"]
    runner.says("AllRightIntent")
    assert runner.says("AMAZON.YesIntent").text.startswith("First, butt to heel.")


def test_the_exercise_in_which_a_limb_was_hurt_comes_no_more_and_neither_does_what_it_has_left(
    runner: Runner,
) -> None:
    held(runner)
    runner.says("InjuryIntent")
    runner.says("InjuryIntent")  # said twice it is still one exercise
    heard = runner.says("AllRightIntent")
    assert "I leave out toes on the wall today" in heard.text
    runner.says("AMAZON.YesIntent")
    walkthrough = runner.walkthrough()
    assert walkthrough
    steps = [step.exercise.id for step in walkthrough.plan.routine.steps]
    assert steps == ["butt-to-heel", "sole-massage", "bottle-roll"]
    assert more_on_side(walkthrough) is None


def test_where_the_last_exercise_hurt_a_limb_nothing_is_left_to_go_on_with(runner: Runner) -> None:
    runner.opens()
    runner.says("StartExerciseIntent", exercise="butt-to-heel")
    runner.waits(40)
    runner.says("InjuryIntent")
    assert runner.says("AllRightIntent").text == LINES["safety.nothing_under_way"]
    assert not is_performing(runner)


@pytest.mark.parametrize("word", ["PainIntent", "PainLastsIntent"])
def test_what_hurts_again_is_a_no_to_going_on(runner: Runner, word: str) -> None:
    held(runner)
    runner.says("InjuryIntent")
    runner.says("AllRightIntent")
    assert runner.says(word).text == LINES["safety.not_yet"]
    assert not is_performing(runner)


@pytest.mark.parametrize("state", STATES)
def test_that_nothing_hurts_is_not_that_all_is_right(runner: Runner, state: State) -> None:
    state(runner)
    runner.says("InjuryIntent")
    assert runner.says("NoPainIntent").text == LINES["safety.rest_injured"]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("intent", "slots"),
    [
        ("PlannedRunIntent", {"day": "2026-11-24"}),
        ("ChooseShoesIntent", {}),
        ("DayOrKindIntent", {"day": "2026-11-24"}),
        ("CanWearIntent", {"shoe": "ghosts"}),
    ],
)
def test_nobody_is_sent_on_a_run_after_a_red_flag(
    runner: Runner, state: State, intent: str, slots: dict[str, str]
) -> None:
    state(runner)
    runner.says("InjuryIntent")
    assert runner.says(intent, **slots).text == f"{LINES['safety.no_running']} {LINES['safety.rest_injured']}"


def test_who_stops_after_a_red_flag_is_not_wished_a_good_run(runner: Runner) -> None:
    opened(runner)
    runner.says("EmergencyIntent")
    heard = runner.says("AMAZON.StopIntent")
    assert heard.text == LINES["safety.take_care"]
    assert not heard.open


@pytest.mark.parametrize("state", STATES)
def test_a_side_question_comes_back_to_how_the_runner_is(runner: Runner, state: State) -> None:
    state(runner)
    runner.says("EmergencyIntent")
    assert runner.says("AdviceIntent", topic="hot-day").text.endswith(str(LINES["questions.all-right"]))


@pytest.mark.parametrize("state", STATES)
def test_nothing_of_what_was_said_is_kept_but_that_it_stopped(runner: Runner, state: State) -> None:
    state(runner)
    runner.says("AMAZON.PauseIntent")
    before = {name: page.body for name, page in runner.repository.read(USER, runner.now).pages.items()}
    runner.says("EmergencyIntent")
    for name, page in runner.repository.read(USER, runner.now).pages.items():
        changed = {key for key, value in page.body.items() if before.get(name, {}).get(key) != value}
        assert changed <= {"stopped_for_safety", "touched_at", "request"}


@pytest.mark.parametrize("state", STATES)
def test_a_condition_is_for_a_doctor_and_performs_nothing(runner: Runner, state: State) -> None:
    state(runner)
    heard = runner.says("AskDoctorIntent")
    assert heard.text.startswith(str(LINES["safety.ask_doctor"]))
    assert heard.open
    assert not is_performing(runner)
