"""Where a device has no screen, silence at a gate plays the next part, and what was heard of it is placed."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from skill.alexa.responses import LARGEST_RESPONSE
from skill.coach.cue_sheet import Place
from skill.coach.performance import Performance
from skill.device.echo import MICROPHONE_SECONDS
from skill.sound.timeline import reprompt_of
from skill.speech import apla
from skill.storage.sqlite import SQLiteRepository
from tests.runner import Runner

SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[1] / "speech" / "apla.schema.json").read_text("utf-8"))
)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.opens()
    return runner


def performance(runner: Runner) -> Performance:
    walkthrough = runner.walkthrough()
    assert walkthrough
    assert walkthrough.performance
    return walkthrough.performance


def place(runner: Runner) -> Place:
    walkthrough = runner.walkthrough()
    assert walkthrough
    return walkthrough.place


def in_silence(runner: Runner) -> Performance:
    later = performance(runner).in_silence
    assert later
    return later


def waits_until(runner: Runner, seconds: float) -> None:
    """Say nothing until so many seconds of what plays in silence have gone by."""
    runner.waits((in_silence(runner).began_at + timedelta(seconds=seconds) - runner.now).total_seconds())


def documents(holder: Any) -> list[Any]:
    return [each for each in holder.get("directives") or () if each["type"] == apla.RENDER_DOCUMENT]


def test_the_reprompt_of_a_gate_performs_what_comes_next_within_alexas_limits(runner: Runner) -> None:
    heard = runner.says("StartRoutineIntent", routine="post-run")
    (document,) = documents(heard.response["reprompt"])
    SCHEMA.validate(document)
    assert in_silence(runner).seconds <= apla.LONGEST
    assert len(json.dumps(heard.envelope)) < LARGEST_RESPONSE
    assert "Going on then." in heard.reprompt
    assert heard.open


def test_a_word_in_it_is_placed_at_its_count(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    hold = next(span for span in in_silence(runner).spans if span.unit)
    waits_until(runner, hold.at + 7.5)
    runner.says("AMAZON.PauseIntent")
    assert place(runner) == Place(hold.place.step, hold.place.bout, 7)
    assert hold.place.step > 0


def test_the_count_that_is_named_is_the_one_that_sounds_on_a_device(runner: Runner) -> None:
    heard = runner.says("StartRoutineIntent", routine="post-run")
    reprompt = reprompt_of(heard.response, "en")
    at = next(planned.at for planned in reprompt.planned if planned.text == "seven")
    runner.waits(heard.timeline.seconds + MICROPHONE_SECONDS + at + 0.5)
    runner.says("AMAZON.PauseIntent")
    assert place(runner).count == 7


def test_a_word_while_alexa_still_listens_begins_the_next_part_from_its_beginning(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    comes = performance(runner).resume_at
    runner.waits(performance(runner).seconds + 4)
    runner.says("AMAZON.YesIntent")
    assert place(runner) == comes
    assert performance(runner).spans[0].place == comes


def test_who_says_nothing_at_all_goes_on_later_behind_what_has_sounded(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    first, later = performance(runner).spans, in_silence(runner)
    waits_until(runner, later.seconds + 8)
    runner.leaves("EXCEEDED_MAX_REPROMPTS")
    assert place(runner) == later.resume_at
    walkthrough = runner.walkthrough()
    assert walkthrough
    steps = walkthrough.plan.routine.steps
    done = {steps[span.place.step].exercise.id for span in (*first, *later.spans) if span.unit}
    assert done <= {exercise for exercise, _ in walkthrough.held}


def test_a_reprompt_that_no_device_reported_back_leaves_the_place_where_the_reply_began(
    runner: Runner,
) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    waits_until(runner, in_silence(runner).seconds + 3600)
    runner.opens()
    assert place(runner) == Place(0)
    walkthrough = runner.walkthrough()
    assert walkthrough
    assert not walkthrough.held


def test_who_wants_to_be_waited_for_is_and_hears_how_to_come_back(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    heard = runner.says("SetFlowIntent", flow="wait-for-me")
    assert performance(runner).in_silence is None
    assert not documents(heard.response["reprompt"])
    assert "open me again" in heard.reprompt


def test_a_device_that_cannot_play_audio_waits(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    kind = "Alexa.Presentation.APLA.RuntimeError"
    runner.sends(runner.envelopes.event(runner.now, kind, token="token", errors=[]))  # noqa: S106 - no secret
    assert performance(runner).in_silence is None
    assert runner.heard
    assert not documents(runner.heard.response["reprompt"])
