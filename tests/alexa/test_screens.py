"""A device with a screen shows the routine and goes on by itself."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from skill.content.loader import exercises
from skill.device.screen_clock import ScreenEvent, event_of
from skill.storage.sqlite import SQLiteRepository
from tests.runner import Heard, Runner

SCHEMA = Draft202012Validator(json.loads(Path(__file__).with_name("apl.schema.json").read_text("utf-8")))


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.envelopes.screen = True
    runner.opens()
    return runner


def screen(heard: Heard) -> Mapping[str, Any] | None:
    kind = "Alexa.Presentation.APL.RenderDocument"
    found = [each for each in heard.response.get("directives", ()) if each["type"] == kind]
    return found[0] if found else None


def data(heard: Heard) -> Mapping[str, Any]:
    shown = screen(heard)
    assert shown
    found: Mapping[str, Any] = shown["datasources"]["screen"]
    return found


def event(heard: Heard) -> ScreenEvent:
    found = event_of(heard.response)
    assert found
    return found


def sends_its_event(runner: Runner, heard: Heard) -> Heard:
    runner.waits(event(heard).after)
    return runner.sends(runner.envelopes.screen_event(runner.now, event(heard)))


def test_the_skill_tells_alexa_that_it_has_screens() -> None:
    # Without the interface in its manifest, no request says that the device has a screen.
    package = Path(__file__).parents[2] / "interaction_model" / "skill.json"
    interfaces = json.loads(package.read_text("utf-8"))["manifest"]["apis"]["custom"]["interfaces"]
    assert "ALEXA_PRESENTATION_APL" in [interface["type"] for interface in interfaces]


def test_a_whole_routine_goes_by_without_a_word(runner: Runner) -> None:
    heard = runner.says("StartRoutineIntent", routine="post-run")
    said = heard.text
    for _ in range(10):
        if event_of(heard.response) is None:
            break
        heard = sends_its_event(runner, heard)
        said += heard.text
    assert all(name in said for name in ("toes on the wall", "butt to heel", "sole massage", "bottle"))
    assert "whole routine" in heard.text
    assert heard.response["shouldEndSession"] is True


def test_while_it_goes_on_by_itself_the_microphone_stays_closed(runner: Runner) -> None:
    heard = runner.says("StartRoutineIntent", routine="post-run")
    assert "shouldEndSession" not in heard.response
    assert "reprompt" not in heard.response
    assert "continue" not in heard.text


def test_the_event_comes_after_the_last_word(runner: Runner) -> None:
    heard = runner.says("StartRoutineIntent", routine="post-run")
    assert event(heard).after > heard.timeline.seconds


def test_the_screen_names_the_exercises_and_is_what_amazon_documents(runner: Runner) -> None:
    directive = screen(runner.says("StartRoutineIntent", routine="post-run"))
    assert directive
    SCHEMA.validate(directive)
    assert any("toes on the wall" in line for line in directive["datasources"]["screen"]["lines"])


def test_the_closet_is_what_amazon_documents_too(runner: Runner) -> None:
    runner.says("AddShoesIntent", shoe="daybreak", distance="320", unit="kilometres")
    directive = screen(runner.says("ChooseShoesIntent"))
    assert directive
    SCHEMA.validate(directive)
    closet = directive["datasources"]["screen"]["closet"]
    assert [(pair["name"], pair["run"], pair["life"], pair["share"], pair["chosen"]) for pair in closet] == [
        ("Daybreak", "320 km", "800 km", 0.4, True)
    ]


def test_a_routine_that_waits_is_shown_where_it_waits(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(41)
    heard = runner.says("AMAZON.PauseIntent")
    directive = screen(heard)
    assert directive
    shown = directive["datasources"]["screen"]
    assert [(one["kind"], one["from"], one["to"]) for one in shown["scenes"]] == [("waiting", 12, 12)]
    assert [one["touch"] for one in shown["touches"]] == ["back", "repeat", "resume", "next"]
    assert "card" not in heard.response


def test_what_is_left_of_a_routine_is_what_going_on_takes_and_no_words_that_are_said_ahead(
    runner: Runner,
) -> None:
    begun = data(runner.says("StartRoutineIntent", routine="post-run"))
    runner.waits(100)
    asked = data(runner.says("HowLongLeftIntent"))
    runner.waits(20)
    paused = data(runner.says("AMAZON.PauseIntent"))
    runner.waits(3)
    resumed = data(runner.says("AMAZON.ResumeIntent"))

    gone = 100 - begun["ahead"]
    assert begun["ahead"] > 1
    assert begun["left"] - gone == pytest.approx(asked["left"], abs=15)  # getting ready anew may be said
    assert asked["ahead"] > 1
    assert (paused["scenes"][0]["kind"], paused["ahead"]) == ("waiting", 0)
    assert paused["left"] == pytest.approx(resumed["left"], abs=6)


def test_what_is_only_said_can_be_read_and_takes_the_place_of_the_routine(runner: Runner) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    for intent in ("EmergencyIntent", "AMAZON.StopIntent"):
        heard = runner.says(intent)
        directive = screen(heard)
        assert directive
        SCHEMA.validate(directive)
        assert " ".join(directive["datasources"]["screen"]["lines"]) == heard.text
        assert "card" not in heard.response


def test_every_word_of_navigation_works_meanwhile_and_the_old_screen_stays_silent(runner: Runner) -> None:
    heard = runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(20)
    paused = runner.says("AMAZON.PauseIntent")
    assert "Paused" in paused.text
    attributes = dict(runner.envelopes.session["attributes"])
    walkthrough = runner.walkthrough()
    assert sends_its_event(runner, heard).silent
    assert runner.envelopes.session["attributes"] == attributes
    assert runner.walkthrough() == walkthrough
    assert runner.says("AMAZON.ResumeIntent").text


def test_the_event_of_a_reply_that_was_replaced_does_not_skip_ahead(runner: Runner) -> None:
    heard = runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(100)
    runner.says("AMAZON.StartOverIntent")
    walkthrough = runner.walkthrough()
    assert sends_its_event(runner, heard).silent
    assert runner.walkthrough() == walkthrough


def test_the_routine_goes_on_even_when_the_session_was_lost_meanwhile(runner: Runner) -> None:
    heard = runner.says("StartRoutineIntent", routine="post-run")
    runner.envelopes.open_session()
    assert "butt to heel" in sends_its_event(runner, heard).text


def test_a_lost_session_s_event_does_not_break_off_what_is_being_said(runner: Runner) -> None:
    heard = runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(150)
    runner.says("AMAZON.StartOverIntent")
    runner.envelopes.open_session()
    runner.waits(-150)
    walkthrough = runner.walkthrough()
    assert sends_its_event(runner, heard).silent
    assert runner.walkthrough() == walkthrough


def test_a_runner_who_wants_to_be_waited_for_is_asked(runner: Runner) -> None:
    runner.says("SetFlowIntent", flow="wait-for-me")
    heard = runner.says("StartRoutineIntent", routine="post-run")
    assert event_of(heard.response) is None
    assert heard.open
    assert "continue" in heard.text


def test_without_a_screen_one_word_goes_on(tmp_path: Path) -> None:
    runner = Runner(SQLiteRepository(tmp_path / "speaker.sqlite3"))
    runner.opens()
    heard = runner.says("StartRoutineIntent", routine="post-run")
    assert screen(heard) is None
    assert heard.open
    assert "continue" in heard.text
    runner.hears_out()
    assert "butt to heel" in runner.says("ReadyIntent").text


@pytest.mark.parametrize("arguments", [[], ["go-on"], ["go-on", "another"], ["other"], [1, {"a": 2}]])
def test_events_that_mean_nothing_are_answered_with_nothing(runner: Runner, arguments: list[Any]) -> None:
    runner.says("StartRoutineIntent", routine="post-run")
    request = runner.envelopes.screen_event(runner.now, ScreenEvent(0, "token", arguments))
    assert runner.sends(request).silent


def test_an_error_of_the_screen_is_answered_with_nothing(runner: Runner) -> None:
    kind = "Alexa.Presentation.APL.RuntimeError"
    errors = [{"type": "RENDER_DOCUMENT_ERROR", "reason": "UNKNOWN_ERROR", "message": "no"}]
    request = runner.envelopes.event(runner.now, kind, token="token", errors=errors)  # noqa: S106 - no secret
    assert runner.sends(request).silent


@pytest.mark.parametrize("exercise", exercises())
@pytest.mark.parametrize("direction", ["up", "down"])
@pytest.mark.parametrize("second", [1, 8, 33, 41])
def test_every_exercise_can_be_paused_anywhere_and_is_shown(
    runner: Runner, exercise: str, direction: str, second: int
) -> None:
    runner.says("SetCountDirectionIntent", count_direction=direction)
    runner.says("StartExerciseIntent", exercise=exercise)
    runner.waits(second)
    heard = runner.says("AMAZON.PauseIntent")
    directive = screen(heard)
    assert directive
    assert not heard.apologised
    assert directive["datasources"]["screen"]["scenes"][0]["exercise"] == exercise
