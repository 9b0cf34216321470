"""Requests that are not what they should be: always an answer, and none where none may be given."""

import copy
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.storage.sqlite import SQLiteRepository
from tests.runner import APOLOGY, MORNING, Runner

Envelope = dict[str, Any]


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))


def performing(runner: Runner) -> Envelope:
    """A request of a session in which a routine is being performed."""
    runner.opens()
    runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(70)
    return runner.envelopes.intent(runner.now, "WhereAmIIntent")


def without(*path: str) -> Callable[[Envelope], None]:
    def change(envelope: Envelope) -> None:
        inside = envelope
        for name in path[:-1]:
            inside = inside[name]
        del inside[path[-1]]

    return change


def with_value(value: Any, *path: str) -> Callable[[Envelope], None]:
    def change(envelope: Envelope) -> None:
        inside = envelope
        for name in path[:-1]:
            inside = inside[name]
        inside[path[-1]] = value

    return change


ANSWERED: dict[str, Callable[[Envelope], None]] = {
    "no user in the context": without("context", "System", "user"),
    "no user in the session": without("session", "user"),
    "no device": without("context", "System", "device"),
    "no device id": without("context", "System", "device", "deviceId"),
    "no interfaces": without("context", "System", "device", "supportedInterfaces"),
    "no locale": without("request", "locale"),
    "no version": without("version"),
    "no dialog state": without("request", "dialogState"),
    "a dialog state nobody knows": with_value("HALFWAY", "request", "dialogState"),
    "a time that is none": with_value("yesterday", "request", "timestamp"),
    "a language we do not speak": with_value("fr-FR", "request", "locale"),
    "a language of another folder": with_value("../fr-FR", "request", "locale"),
    "a locale that is no text": with_value(5, "request", "locale"),
    "a resolution of a kind nobody knows": with_value(
        {"exercise": {"resolutions": {"resolutionsPerAuthority": [{"status": {"code": "ER_MAYBE"}}]}}},
        "request",
        "intent",
        "slots",
    ),
    "an empty person": with_value({}, "context", "System", "person"),
    "no session attributes": without("session", "attributes"),
    "session attributes of null": with_value(None, "session", "attributes"),
    "an interface nobody knows": with_value(
        {"Alexa.Tomorrow": {}}, "context", "System", "device", "supportedInterfaces"
    ),
    "a property nobody knows": with_value({"a": [1, None]}, "request", "somethingNew"),
    "a question nobody asked": with_value({"question": "who-are-you"}, "session", "attributes"),
    "a question of another type": with_value({"question": ["ready"]}, "session", "attributes"),
    "a topic of another type": with_value(
        {"question": "start-routine", "topic": "calves"}, "session", "attributes"
    ),
    "a walkthrough of nothing": with_value({"walkthrough": {}}, "session", "attributes"),
    "a walkthrough of a text": with_value({"walkthrough": "toes"}, "session", "attributes"),
}


@pytest.mark.parametrize("case", ANSWERED)
def test_what_a_request_lacks_or_has_beside_is_no_reason_not_to_answer(case: str, runner: Runner) -> None:
    request = performing(runner)
    ANSWERED[case](request)
    heard = runner.sends(request)
    assert heard.text
    assert not heard.apologised


APOLOGISED: dict[str, Callable[[Envelope], None]] = {
    "no request": without("request"),
    "a request of nothing": with_value({}, "request"),
    "a request of a type that is no text": with_value(5, "request", "type"),
}


@pytest.mark.parametrize("case", APOLOGISED)
def test_what_cannot_be_understood_is_apologised_for_and_the_session_kept(case: str, runner: Runner) -> None:
    request = performing(runner)
    attributes = copy.deepcopy(request["session"]["attributes"])
    APOLOGISED[case](request)
    envelope = answer(lambda: runner.skill, request)
    assert APOLOGY in envelope["response"]["outputSpeech"]["ssml"].replace("&apos;", "'")
    assert envelope["response"]["shouldEndSession"] is False
    assert envelope["response"]["reprompt"]
    assert envelope["sessionAttributes"] == attributes


@pytest.mark.parametrize("event", [None, 5, "open foot coach", [], {}, {"request": None}, {"session": 3}])
def test_what_is_no_envelope_is_apologised_for(event: Any, runner: Runner) -> None:
    assert APOLOGY in answer(lambda: runner.skill, event)["response"]["outputSpeech"]["ssml"]


def test_after_an_apology_the_routine_goes_on(runner: Runner) -> None:
    request = performing(runner)
    with_value(5, "request", "type")(request)
    assert runner.sends(request).apologised
    assert runner.says("ReadyIntent").text.startswith("And hold for twenty.")


SILENT = [
    ("SessionEndedRequest", {"reason": "EXCEEDED_MAX_REPROMPTS"}),
    ("SessionEndedRequest", {"reason": "ERROR", "error": {"type": "INVALID_RESPONSE", "message": "?"}}),
    ("SessionEndedRequest", {"reason": "ERROR", "error": {"type": "A_NEW_ONE", "message": "?"}}),
    ("SessionEndedRequest", {"reason": "FELL_ASLEEP"}),
    ("SessionEndedRequest", {}),
    ("AlexaSkillEvent.SkillEnabled", {}),
    ("AlexaSkillEvent.SkillDisabled", {"body": {"userInformationPersistenceStatus": "NOT_PERSISTED"}}),
    ("AlexaSkillEvent.SomethingNew", {"body": 3}),
    ("AudioPlayer.PlaybackStopped", {"token": "x", "offsetInMilliseconds": 5}),
    ("PlaybackController.PauseCommandIssued", {}),
    ("System.ExceptionEncountered", {"error": {"type": "INVALID_RESPONSE", "message": "?"}, "cause": {}}),
]


@pytest.mark.parametrize(("kind", "body"), SILENT)
@pytest.mark.parametrize("in_session", [True, False])
def test_where_nothing_may_be_said_nothing_is(
    kind: str, body: dict[str, Any], runner: Runner, *, in_session: bool
) -> None:
    performing(runner)
    request = runner.envelopes.event(runner.now, kind, **body)
    if not in_session:
        del request["session"]
    assert runner.sends(request).silent


def test_another_skills_request_is_not_answered(tmp_path: Path) -> None:
    repository = SQLiteRepository(tmp_path / "notebooks.sqlite3")
    runner = Runner(repository)
    runner.skill = build_skill(repository, "amzn1.ask.skill.ANOTHER")
    assert runner.opens().apologised
    assert not repository.read("amzn1.ask.account.RUNNER", MORNING).pages


def test_a_skill_that_cannot_be_built_apologises() -> None:
    def broken() -> Any:
        raise OSError("no such table")

    envelope = answer(broken, {"request": {"type": "LaunchRequest"}})
    assert APOLOGY in envelope["response"]["outputSpeech"]["ssml"]


def test_the_same_request_delivered_twice_leaves_the_runner_where_one_would(runner: Runner) -> None:
    performing(runner)
    request = runner.envelopes.intent(runner.now, "AMAZON.PauseIntent")
    again = copy.deepcopy(request)
    first = runner.sends(request)
    place = runner.walkthrough()
    again["session"]["attributes"] = runner.envelopes.session["attributes"]
    assert runner.sends(again).text == first.text
    assert runner.walkthrough() == place


def test_a_request_of_the_past_or_the_future_is_answered(runner: Runner) -> None:
    performing(runner)
    for shift in (timedelta(days=-400), timedelta(days=400)):
        runner.now += shift
        assert not runner.says("WhereAmIIntent").apologised


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 99) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)
PARTS = [
    "place",
    "steps",
    "preferences",
    "progress",
    "performance",
    "begun_at",
    "touched_at",
    "known",
    "routine",
]


@settings(max_examples=20)
@given(st.sampled_from(PARTS), JSON, st.sampled_from(["ReadyIntent", "WhereAmIIntent", "AMAZON.NextIntent"]))
def test_a_session_that_came_back_changed_is_survived(
    tmp_path_factory: pytest.TempPathFactory, name: str, value: Any, intent: str
) -> None:
    runner = Runner(SQLiteRepository(tmp_path_factory.mktemp("changed") / "notebooks.sqlite3"))
    performing(runner)
    runner.envelopes.session["attributes"]["walkthrough"][name] = value
    assert runner.says(intent).text
    assert not runner.opens().apologised
