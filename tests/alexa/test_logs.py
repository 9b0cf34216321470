"""What is logged never says who spoke, what they said, or what they sent."""

import json
import logging
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn

import pytest
from ask_sdk_core.skill import CustomSkill

from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.storage.repository import Repository
from skill.storage.sqlite import SQLiteRepository
from stand_ins import emulator
from tests.heard import slots_by_intent
from tests.runner import Runner

SECRETS = {
    "userId": "amzn1.ask.account.MARIANNE",
    "personId": "amzn1.ask.person.MARIANNE",
    "deviceId": "amzn1.ask.device.MARIANNE",
    "apiAccessToken": "token.MARIANNE",
    "accessToken": "strava.MARIANNE",
    "value": "marianne's old blue shoes",
}


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Ours to the last word, and the libraries' as a service or a Lambda shows them."""
    caplog.set_level(logging.INFO)
    for name in ("skill", "foot_coach"):
        caplog.set_level(logging.DEBUG, name)
    yield caplog
    everything = [json.dumps(vars(record), default=str) for record in caplog.get_records("call")]
    assert everything
    for record in everything:
        assert "marianne" not in record.lower()
        assert "amzn1." not in record


class Speaker(Runner):
    """A runner whose every name is one that may not be found again."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.envelopes.user = SECRETS["userId"]
        self.envelopes.person = SECRETS["personId"]
        self.envelopes.device = SECRETS["deviceId"]
        self.envelopes.access_token = lambda: SECRETS["accessToken"]


def every_request(runner: Runner) -> Iterator[dict[str, Any]]:
    """Each request there is, its slots filled with a value of the type or with words outside it."""
    runner.envelopes.open_session()
    made = runner.envelopes
    yield made.launch(runner.now)
    for intent, slots in slots_by_intent().items():
        for spoken in (SECRETS["value"], "5"):
            envelope = made.intent(runner.now, intent)
            envelope["request"]["intent"]["slots"] = {
                slot: {"name": slot, "value": spoken, "confirmationStatus": "NONE"} for slot in slots
            }
            envelope["context"]["System"]["apiAccessToken"] = SECRETS["apiAccessToken"]
            yield envelope
    for kind in ("Alexa.Presentation.APLA.RuntimeError", "AlexaSkillEvent.SkillEnabled", "Tomorrow.Request"):
        yield made.event(runner.now, kind, errors=[{"message": SECRETS["value"]}])
    yield made.event(runner.now, "IntentRequest", intent={"name": [SECRETS["value"]]})
    yield made.session_ended(runner.now, "ERROR")


class BrokenRepository:
    """A store with a defect, whose error quotes whose notebook it was."""

    def _fail(self, user: str, *_given: object) -> NoReturn:
        raise KeyError(f"the notebook of {user} could not be opened")

    read = write = log = unreadable = forget = _fail


def answered(skill: CustomSkill, request: dict[str, Any]) -> bool:
    return "response" in answer(lambda: skill, request)


def test_nothing_of_a_whole_conversation_is_logged(
    repository: Repository, logged: pytest.LogCaptureFixture
) -> None:
    speaker = Speaker(repository)
    for request in every_request(speaker):
        assert answered(speaker.skill, request)
    assert logged.records  # the unknown ones are


def test_a_defect_is_logged_by_its_place_and_kind(logged: pytest.LogCaptureFixture) -> None:
    speaker = Speaker(BrokenRepository())

    assert answered(speaker.skill, next(every_request(speaker)))

    assert len(logged.messages) == 1
    assert "LaunchRequest: KeyError" in logged.messages[0]


def test_what_is_no_envelope_is_not_quoted(logged: pytest.LogCaptureFixture) -> None:
    skill = build_skill(BrokenRepository())
    for event in (
        {"request": {"type": SECRETS["userId"]}},
        {"request": SECRETS["value"]},
        [SECRETS["value"]],
    ):
        assert answered(skill, event)  # type: ignore[arg-type]  # anything at all is survived
    assert len(logged.messages) == 3


def stores_that_fail(folder: Path, url: str) -> Iterator[Repository]:
    (folder / "file").touch()
    yield SQLiteRepository(folder / "file" / "notebooks.sqlite3")
    (folder / "no-database").write_text(SECRETS["value"] * 100)
    yield SQLiteRepository(folder / "no-database")
    yield emulator.repository(url, "no-such-table")


def test_a_store_that_fails_quotes_nothing(
    aws_url: str, tmp_path: Path, logged: pytest.LogCaptureFixture
) -> None:
    for store in stores_that_fail(tmp_path, aws_url):
        before = len(logged.messages)
        speaker = Speaker(store)
        for request in islice(every_request(speaker), 8):
            assert answered(speaker.skill, request)
        assert any("notebook not reached" in message for message in logged.messages[before:])
