"""A device that cannot play the audio document is coached by speech."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from skill.speech.phrasebook import lines_of
from skill.storage.sqlite import SQLiteRepository
from tests.runner import Heard, Runner

FAILED = {
    "type": "RENDER_ERROR",
    "reason": "INTERNAL_SERVER_ERROR",
    "message": "The audio could not be made.",
}


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))


def fails_to_play(runner: Runner, heard: Heard) -> Heard:
    token = audio(heard)["token"]
    kind = "Alexa.Presentation.APLA.RuntimeError"
    return runner.sends(runner.envelopes.event(runner.now, kind, token=token, errors=[FAILED]))


def audio(heard: Heard) -> Mapping[str, Any]:
    (directive,) = [
        each
        for each in heard.response.get("directives", ())
        if each["type"] == "Alexa.Presentation.APLA.RenderDocument"
    ]
    found: Mapping[str, Any] = directive
    return found


def counts(heard: Heard) -> list[str]:
    return [word for word in words(heard) if word in lines_of("en")["numbers.digits"]]


def words(heard: Heard) -> list[str]:
    return " ".join(heard.text.split()).lower().split()


def test_a_device_that_fails_gets_the_same_place_as_speech(runner: Runner) -> None:
    runner.opens()
    runner.says("StartExerciseIntent", exercise="toes-on-wall")
    asked = runner.says("SetHoldIntent", seconds="15")
    runner.waits(2)
    again = fails_to_play(runner, asked)
    assert "directives" not in again.response
    assert "<speak>" in again.response["outputSpeech"]["ssml"]
    assert [word for word in words(asked) if word in words(again)]
    assert counts(again)[-30:] == counts(asked)[-30:]


def test_the_device_is_remembered_and_others_are_not_concerned(runner: Runner) -> None:
    runner.opens()
    fails_to_play(runner, runner.says("StartRoutineIntent", routine="post-run"))
    runner.waits(60)
    assert "directives" not in runner.says("AMAZON.NextIntent").response
    runner.leaves()
    runner.envelopes.device = "amzn1.ask.device.bedroom"
    runner.opens()
    assert audio(runner.says("StartRoutineIntent", routine="post-run"))


def test_an_error_told_twice_breaks_nothing_off(runner: Runner) -> None:
    runner.opens()
    started = runner.says("StartRoutineIntent", routine="post-run")
    fails_to_play(runner, started)
    before = runner.walkthrough()
    runner.waits(3)
    assert fails_to_play(runner, started).silent
    assert runner.walkthrough() == before


def test_an_error_that_comes_after_the_runner_went_on_is_only_remembered(runner: Runner) -> None:
    runner.opens()
    started = runner.says("StartRoutineIntent", routine="post-run")
    runner.says("AMAZON.PauseIntent")
    assert fails_to_play(runner, started).silent
    assert "directives" not in runner.says("AMAZON.ResumeIntent").response


def test_the_session_goes_on_as_it_was_after_an_unneeded_error(runner: Runner) -> None:
    runner.opens()
    started = runner.says("StartRoutineIntent", routine="post-run")
    runner.says("AMAZON.PauseIntent")
    attributes = dict(runner.envelopes.session["attributes"])
    fails_to_play(runner, started)
    assert runner.envelopes.session["attributes"] == attributes


@pytest.mark.parametrize("plain", [False, True])
def test_a_pause_is_placed_alike_in_both_forms(runner: Runner, plain: bool) -> None:  # noqa: FBT001 - a case
    runner.opens()
    heard = runner.says("StartExerciseIntent", exercise="toes-on-wall")
    if plain:
        heard = fails_to_play(runner, heard)
    (sixth,) = [item.at for item in heard.timeline.planned if item.text.strip(".") == "six"][:1]
    runner.waits(sixth + 0.5)
    assert "count six" in runner.says("AMAZON.PauseIntent").text


def test_an_error_of_a_kind_not_heard_of_yet_is_an_error_too(runner: Runner) -> None:
    runner.opens()
    started = runner.says("StartRoutineIntent", routine="post-run")
    kind = "Alexa.Presentation.APLA.RuntimeError"
    errors = [{"type": "NEW_ERROR", "reason": "NEW_REASON", "message": "?"}]
    request = runner.envelopes.event(runner.now, kind, token=audio(started)["token"], errors=errors)
    assert "toes" in runner.sends(request).text


def test_an_error_outside_a_session_is_survived(runner: Runner) -> None:
    runner.opens()
    started = runner.says("StartRoutineIntent", routine="post-run")
    kind = "Alexa.Presentation.APLA.RuntimeError"
    request = runner.envelopes.event(runner.now, kind, token=audio(started)["token"], errors=[])
    del request["session"]
    again = runner.sends(request)
    assert not again.apologised
    assert "toes" in again.text


ENDED: dict[str, dict[str, Any]] = {
    "INVALID_RESPONSE": {"reason": "ERROR", "error": {"type": "INVALID_RESPONSE", "message": "?"}},
    "A_NEW_ONE": {"reason": "A_NEW_REASON", "error": {"type": "A_NEW_ONE", "message": "?"}},
    "unknown": {"reason": "ERROR"},
}
"""How a session can end by an error, by the type that is logged."""


def ends_by_an_error(runner: Runner, kind: str = "INVALID_RESPONSE") -> Heard:
    heard = runner.sends(runner.envelopes.event(runner.now, "SessionEndedRequest", **ENDED[kind]))
    runner.envelopes.session = {}
    return heard


def is_told_that_a_reply_failed(runner: Runner) -> Heard:
    request = runner.envelopes.event(
        runner.now,
        "System.ExceptionEncountered",
        error={"type": "INVALID_RESPONSE", "message": "?"},
        cause={"requestId": "amzn1.echo-api.request.1"},
    )
    del request["session"]
    runner.envelopes.session = {}
    return runner.sends(request)


FAILURES: dict[str, Callable[[Runner], Heard]] = {
    **{f"an end: {kind}": partial(ends_by_an_error, kind=kind) for kind in ENDED},
    "an exception": is_told_that_a_reply_failed,
}


@pytest.mark.parametrize("failure", FAILURES)
def test_after_audio_that_ended_the_session_the_device_gets_speech(runner: Runner, failure: str) -> None:
    runner.opens()
    assert audio(runner.says("StartRoutineIntent", routine="post-run"))
    runner.waits(1)
    assert FAILURES[failure](runner).silent
    assert "toes on the wall" in runner.opens().text
    again = runner.says("AMAZON.YesIntent")
    assert "directives" not in again.response
    assert "toes" in again.text


@pytest.mark.parametrize("failure", FAILURES)
def test_after_words_alone_the_device_still_gets_audio(runner: Runner, failure: str) -> None:
    runner.opens()
    runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(20)
    runner.says("AMAZON.PauseIntent")
    assert FAILURES[failure](runner).silent
    runner.opens()
    assert audio(runner.says("AMAZON.YesIntent"))


def test_a_session_that_ends_as_sessions_do_leaves_the_device_with_audio(runner: Runner) -> None:
    runner.opens()
    runner.says("StartRoutineIntent", routine="post-run")
    runner.leaves("EXCEEDED_MAX_REPROMPTS")
    runner.opens()
    assert audio(runner.says("AMAZON.YesIntent"))


@pytest.mark.parametrize("performing", [True, False])
@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_is_logged_once_by_its_type(
    runner: Runner, failure: str, caplog: pytest.LogCaptureFixture, *, performing: bool
) -> None:
    runner.opens()
    if performing:
        runner.says("StartRoutineIntent", routine="post-run")
    FAILURES[failure](runner)
    (message,) = caplog.messages
    assert message.rpartition(" ")[2] == failure.rpartition(" ")[2].replace("exception", "INVALID_RESPONSE")


def test_audio_that_failed_is_logged_by_its_type(runner: Runner, caplog: pytest.LogCaptureFixture) -> None:
    runner.opens()
    fails_to_play(runner, runner.says("StartRoutineIntent", routine="post-run"))
    assert caplog.messages == ["told of an error: Alexa.Presentation.APLA.RuntimeError: RENDER_ERROR"]


def test_a_type_of_error_that_is_none_is_not_quoted(runner: Runner, caplog: pytest.LogCaptureFixture) -> None:
    runner.opens()
    error = {"type": "marianne's shoes"}
    runner.sends(runner.envelopes.event(runner.now, "SessionEndedRequest", reason="ERROR", error=error))
    assert caplog.messages == ["told of an error: SessionEndedRequest: unknown"]
