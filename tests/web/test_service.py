from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.x509.verification import Store

from skill.settings import Settings, SettingsError
from skill.web import service as composition
from skill.web.service import service
from stand_ins.authority import SKILL_ID, Authorities
from tests.web.cases import MATRIX


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.read(
        {"FOOT_COACH_DB": str(tmp_path / "notebooks.sqlite3"), "FOOT_COACH_SKILL_ID": SKILL_ID}
    )


def words(answer: Any) -> str:
    return str(answer["response"]["outputSpeech"]["ssml"])


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


@pytest.mark.parametrize("skill_id", ["", " ", "\t\n"])
def test_a_verified_service_needs_to_know_its_skill(skill_id: str, settings: Settings) -> None:
    unnamed = replace(settings, skill_id=skill_id)

    with pytest.raises(SettingsError, match=r"Set FOOT_COACH_SKILL_ID .* or serve .* --local|--local"):
        service(unnamed, verified=True)


def test_health_is_told_by_the_store_itself(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.write_text("a file where the store's folder should be")
    settings = Settings.read({"FOOT_COACH_DB": str(folder / "notebooks.sqlite3")})

    answer = service(settings, verified=False).test_client().get("/health")

    assert (answer.status_code, answer.get_json()["storage"]) == (503, "unreachable")
