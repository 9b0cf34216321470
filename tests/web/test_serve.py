import http.client
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from cryptography.x509.verification import Store

from skill.cli import main
from skill.settings import Settings, SettingsError
from skill.web import service as composition
from skill.web.server import Server
from skill.web.service import service
from tests.web.authority import SKILL_ID, Authorities, body, envelope
from tests.web.cases import MATRIX
from tests.web.running_service import running_service


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.read(
        {"FOOT_COACH_DB": str(tmp_path / "notebooks.sqlite3"), "FOOT_COACH_SKILL_ID": SKILL_ID}
    )


def words(answer: Any) -> str:
    return str(answer["response"]["outputSpeech"]["ssml"])


def test_the_command_serves_loudly_unverified_and_stops_in_order(tmp_path: Path) -> None:
    with running_service(tmp_path / "notebooks.sqlite3") as running:
        address = urlsplit(running.url)
        connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=10)
        connection.request("POST", "/alexa", body=body(envelope(datetime.now(UTC))))
        spoken = connection.getresponse().read()
        connection.request("GET", "/health")
        health = connection.getresponse()
        assert (health.status, health.read()) == (200, b'{"service":"ok","storage":"ok"}\n')
        connection.close()
        stopped = running.stop()

    assert b"Foot Coach" in spoken
    assert stopped == 0
    assert "WARNING skill.web.commands: REQUESTS ARE NOT VERIFIED" in running.log
    assert running.log.splitlines()[-1].endswith("stopped")


@pytest.mark.parametrize(
    "name", ["a good request", "no signature", "a request of 200 seconds ago", "a request for another skill"]
)
def test_the_service_verifies_and_then_answers_as_the_lambda_does(
    name: str, settings: Settings, given: Authorities, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = next(case for case in MATRIX if case.name == name)
    sent = case.make(given)
    monkeypatch.setattr(composition, "public_roots", lambda: Store([given.root.certificate]))
    monkeypatch.setattr(composition, "ChainSource", lambda: lambda _path: sent.chain)
    client = service(settings, verified=True).test_client()

    answered = client.post("/alexa", data=sent.content, headers=sent.headers)

    if case.refused:
        assert answered.status_code == 400
    else:
        assert "Foot Coach" in words(answered.get_json())


def test_a_verified_service_needs_to_know_its_skill(tmp_path: Path) -> None:
    unnamed = Settings.read({"FOOT_COACH_DB": str(tmp_path / "notebooks.sqlite3")})

    with pytest.raises(SettingsError, match=r"Set FOOT_COACH_SKILL_ID .* or serve .* --local|--local"):
        service(unnamed, verified=True)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Set FOOT_COACH_SKILL_ID to the skill's id"),
        (["--local", "--host", "0.0.0.0"], "without verification the service listens on 127.0.0.1 only"),  # noqa: S104 - to be refused
        (["--port", "70000"], "is not in the range"),
    ],
)
def test_a_command_that_cannot_be_carried_out_says_what_to_do(
    arguments: list[str], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Server, "run", lambda _server: pytest.fail("it serves all the same"))
    environment = {"FOOT_COACH_DB": str(tmp_path / "notebooks.sqlite3"), "FOOT_COACH_SKILL_ID": None}

    ran = CliRunner().invoke(main, ["serve", *arguments], env=environment)

    assert ran.exit_code != 0
    assert sentence in ran.output


def test_health_is_told_by_the_store_itself(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.write_text("a file where the store's folder should be")
    settings = Settings.read({"FOOT_COACH_DB": str(folder / "notebooks.sqlite3")})

    answer = service(settings, verified=False).test_client().get("/health")

    assert (answer.status_code, answer.get_json()["storage"]) == (503, "unreachable")
