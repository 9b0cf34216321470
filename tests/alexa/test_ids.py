"""Amazon's ids are kept nowhere: what tells a device, a voice or a request apart is a digest."""

import json
import logging
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from skill.conversation.memory.digest import digest
from skill.conversation.memory.profile_pages import PROFILE
from skill.conversation.memory.shoe_pages import SHOES, ShoesTold, local_settings_of, shoes_page
from skill.conversation.my_data import export
from skill.conversation.turn.turn import DeviceSettings
from skill.shoes.distance import Unit
from skill.storage.repository import Change, Page, Repository
from tests.runner import MORNING, USER, Runner

DEVICE = f"amzn1.ask.device.{uuid4().hex}"
PERSON = f"amzn1.ask.person.{uuid4().hex}"
TOKEN = f"eyJ0eXAiOiJKV1Qi.{uuid4().hex}"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, str]]:
    """What Amazon's settings service was asked."""
    calls: list[tuple[str, str, str]] = []

    def read_settings(endpoint: str, device: str, token: str) -> DeviceSettings:
        calls.append((endpoint, device, token))
        return DeviceSettings("Europe/Berlin", Unit.KILOMETRES)

    monkeypatch.setattr("skill.alexa.device_settings.read_settings", read_settings)
    return calls


class Recorded(Runner):
    """A runner whose every id is remembered, with all that was sent back."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.envelopes.device, self.envelopes.person = DEVICE, PERSON
        self.ids = {DEVICE, PERSON, TOKEN}
        self.sent_back: list[str] = []

    def sends(self, request: dict[str, Any]) -> Any:
        request["context"]["System"]["apiAccessToken"] = TOKEN
        self.ids.add(request["request"]["requestId"])
        heard = super().sends(request)
        self.sent_back.append(json.dumps(heard.envelope))
        return heard


def everything_kept(repository: Repository, runner: Runner) -> Iterator[str]:
    notebook = repository.read(USER, runner.now)
    yield from notebook.pages
    for page in notebook.pages.values():
        yield json.dumps(page.body)
    for entry in repository.log(USER):
        yield f"{entry.identity} {json.dumps(entry.body)}"
    yield json.dumps(export(repository, "the user", runner.now))


def a_long_conversation(runner: Recorded) -> None:
    runner.opens()
    runner.says("SetFlowIntent", flow="wait-for-me")
    runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(40)
    runner.sends(runner.envelopes.event(runner.now, "Alexa.Presentation.APLA.RuntimeError", errors=[]))
    said: list[tuple[str, dict[str, str]]] = [
        ("AMAZON.NextIntent", {}),
        ("SetHoldIntent", {"seconds": "30"}),
        ("AddShoesIntent", {"shoe": "ghosts"}),
        ("AMAZON.NoIntent", {}),
        ("LogRunIntent", {"distance": "10", "unit": "kilometres"}),
        ("CorrectDistanceIntent", {"distance": "12"}),
        ("UndoIntent", {}),
        ("AMAZON.YesIntent", {}),
        ("RateRunIntent", {"feeling": "better"}),
        ("ChooseShoesIntent", {}),
        ("DeleteMyDataIntent", {}),
        ("AMAZON.NoIntent", {}),
    ]
    for intent, slots in said:
        runner.says(intent, **slots)
        runner.waits(10)
    runner.leaves()


def test_no_id_of_amazons_is_kept_sent_back_exported_or_logged(
    repository: Repository, asked: list[tuple[str, str, str]], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    runner = Recorded(repository)
    a_long_conversation(runner)

    assert len(runner.ids) > 15
    assert asked == [("https://api.amazonalexa.com", DEVICE, TOKEN)], (
        "the service is asked by the real id, once"
    )
    found = [*everything_kept(repository, runner), *runner.sent_back, caplog.text]
    for id_ in (*runner.ids, USER):
        assert not [text for text in found if id_ in text]
    assert not [text for text in found if "amzn1.ask" in text or "amzn1.echo-api" in text]
    kept = "".join(found)
    assert digest(DEVICE) in kept
    assert digest(PERSON)[:16] in kept


def test_what_an_older_notebook_knows_of_a_device_is_found_and_kept_under_its_digest(
    repository: Repository, asked: list[tuple[str, str, str]]
) -> None:
    runner = Recorded(repository)
    place = {"zone": "Europe/Paris", "unit": "kilometres", "asked_at": MORNING.isoformat()}
    old = {
        PROFILE: Page({"schema": 1, "plain_speech_devices": ["amzn1.ask.device.other", DEVICE]}, 0),
        SHOES: Page({**shoes_page(ShoesTold()), "places": {DEVICE: place}}, 0),
    }
    repository.write(USER, Change(old), MORNING)
    runner.opens()
    runner.says("AddShoesIntent", shoe="ghosts")
    heard = runner.says("StartRoutineIntent", routine="post-run")

    assert not heard.response.get("directives"), "the device is still known to play no audio"
    runner.says("LogRunIntent", distance="10")
    assert asked == [], "what the device answered is still known"
    pages = repository.read(USER, runner.now).pages
    assert pages[PROFILE].body["plain_speech_devices"] == [digest("amzn1.ask.device.other"), digest(DEVICE)]
    assert [*local_settings_of(pages[SHOES].body).devices] == [digest(DEVICE)]
    assert DEVICE not in json.dumps(pages[SHOES].body)


def test_a_session_that_began_before_ids_were_digested_stays_with_its_voice(repository: Repository) -> None:
    runner = Recorded(repository)
    runner.opens()
    runner.says("StartRoutineIntent", routine="post-run")
    runner.waits(60)
    runner.envelopes.session["attributes"] |= {"walker": PERSON}
    runner.envelopes.person = ""

    assert "Paused at toes on the wall" in runner.says("AMAZON.PauseIntent").text
    assert [name for name in repository.read(USER, runner.now).pages if "walkthrough" in name] == [
        f"walkthrough-{digest(PERSON)[:16]}"
    ]
