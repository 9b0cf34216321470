"""Words fade where an exercise is known and come back where it is not; what keeps a runner safe stays."""

from pathlib import Path

import pytest

from bench.talk import NAMES, talked
from skill.coach.telling import Telling
from skill.content.exercise import RoutineName
from skill.content.instruction import MOST_WORDS, MOST_WORDS_A_SENTENCE, InstructionSlot, count_words
from skill.content.loader import exercises
from skill.speech.phrasebook import lines_of
from skill.storage.sqlite import SQLiteRepository
from tests.runner import Runner

DAY = 86_400
MOST_A_MINUTE = {1: 60, 3: 25, 10: 12}
"""Words of instruction in a whole routine, by which time it is."""
FIRST_COUNT = {1: 30, 3: 15, 10: 15}
"""Seconds within which it comes."""
POST_RUN = ("toes-on-wall", "butt-to-heel", "sole-massage", "bottle-roll")


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))


@pytest.mark.parametrize("session", MOST_A_MINUTE)
@pytest.mark.parametrize("routine", RoutineName)
def test_words_a_minute_fall_as_a_routine_becomes_known(routine: RoutineName, session: int) -> None:
    for seed in range(5):
        assert talked(routine, session, seed).words_a_minute <= MOST_A_MINUTE[session]


@pytest.mark.parametrize("session", FIRST_COUNT)
@pytest.mark.parametrize("name", NAMES)
def test_the_first_count_is_not_waited_for(name: str, session: int) -> None:
    for seed in range(3):
        assert talked(name, session, seed).first_count <= FIRST_COUNT[session]


def does_the_routine(runner: Runner) -> str:
    """Does all of the post-run routine and says nothing but "continue"; returns what was said."""
    heard = [runner.says("StartRoutineIntent", routine="post-run")]
    while heard[-1].open:
        runner.hears_out()
        if "?" in heard[-1].reprompt and "continue" not in heard[-1].text[-60:].lower():
            break
        heard.append(runner.says("AMAZON.ResumeIntent"))
    runner.hears_out()
    runner.leaves()
    runner.waits(DAY)
    return " ".join(one.text for one in heard)


def tellings(runner: Runner) -> dict[str, Telling]:
    return {exercise: runner.profile().tellings.get(exercise, Telling.FULL) for exercise in POST_RUN}


def test_in_twelve_sessions_the_words_fade_and_one_huh_brings_back_one_exercise(runner: Runner) -> None:
    lengths = []
    for session in range(1, 13):
        lengths.append(count_words(does_the_routine(runner)))
        expected = list(Telling)[min(session, len(Telling) - 1)]
        assert set(tellings(runner).values()) == {expected}
    assert lengths[0] > lengths[1] > lengths[2] > lengths[3]
    runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(4)
    runner.says("AMAZON.RepeatIntent")
    brought_back = {"toes-on-wall": Telling.NAME}
    assert tellings(runner) == dict.fromkeys(POST_RUN, Telling.SIDE) | brought_back


def test_a_question_about_the_form_keeps_the_words_and_explain_brings_them_back(runner: Runner) -> None:
    does_the_routine(runner)
    runner.says("StartExerciseIntent", exercise="toes-on-wall")
    runner.waits(10)
    runner.says("FormQuestionIntent", form_part="heel")
    runner.hears_out()
    runner.leaves()
    assert runner.profile().tellings["toes-on-wall"] is Telling.BRIEF
    runner.says("ExplainIntent", exercise="toes-on-wall")
    assert runner.profile().tellings["toes-on-wall"] is Telling.FULL


@pytest.mark.parametrize("intent", ["AMAZON.PauseIntent", "SkipIntent"])
def test_an_early_pause_or_skip_brings_back_that_exercise_alone(runner: Runner, intent: str) -> None:
    does_the_routine(runner)
    does_the_routine(runner)
    runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(6)
    runner.says(intent)
    assert tellings(runner) == dict.fromkeys(POST_RUN, Telling.NAME) | {"toes-on-wall": Telling.BRIEF}


@pytest.mark.parametrize("words", ["most", "usual", "fewer", "fewest"])
@pytest.mark.parametrize("name", list(exercises()))
def test_what_keeps_safe_is_said_however_few_words_there_are(runner: Runner, name: str, words: str) -> None:
    runner.says("SetWordsIntent", words=words)
    said = runner.says("StartExerciseIntent", exercise=name).text
    lines = lines_of("en")
    assert any(str(lines[f"exercises.{name}.{line}"]) in said for line in ("not_felt", "safety"))


def test_equipment_is_said_the_first_time_only(runner: Runner) -> None:
    assert "You need" in does_the_routine(runner)
    assert "You need" not in does_the_routine(runner)


def test_an_instruction_is_short_enough_to_follow() -> None:
    assert (MOST_WORDS, MOST_WORDS_A_SENTENCE) == (35, 12)
    assert len(InstructionSlot) == 6
