"""Amazon's own ASK CLI deploys the package, to a Skill Management API on loopback."""

import json
import os
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from tests.package.smapi import SKILL_ID, skill_management

ROOT = Path(__file__).parent.parent.parent
ASK = ROOT / "tools" / "ask_cli" / "node_modules" / ".bin" / "ask"
SERVICE = "https://coach.example.com/alexa"

pytestmark = [
    pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed"),
    pytest.mark.skipif(not ASK.exists(), reason="the ASK CLI is not installed: make ask-cli"),
    pytest.mark.slow,
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what is deployed, beside a home in which somebody has signed in."""
    project = tmp_path / "project"
    for name in ("interaction_model", "tools"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("node_modules"))
    for name in ("ask-resources.json", "Makefile"):
        shutil.copy(ROOT / name, project / name)
    token = {"access_token": "a", "refresh_token": "r", "token_type": "bearer", "expires_in": 3600}
    profile = {"vendor_id": "VENDOR", "token": {**token, "expires_at": "2099-01-01T00:00:00.000Z"}}
    (tmp_path / ".ask").mkdir()
    signed_in = {"profiles": {"default": profile}, "machine_id": "one", "share_usage": False}
    (tmp_path / ".ask" / "cli_config").write_text(json.dumps(signed_in))
    return project


def run(project: Path, smapi: str, *command: str) -> str:
    ran = subprocess.run(  # noqa: S603 - the commands of docs/deploy.md
        command,
        cwd=project,
        env={"PATH": os.environ["PATH"], "HOME": str(project.parent), "ASK_SMAPI_SERVER_BASE_URL": smapi},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def manifest_in(package: bytes) -> Any:
    with ZipFile(BytesIO(package)) as uploaded:
        return json.loads(uploaded.read("skill.json"))["manifest"]


def test_the_page_s_commands_make_a_skill_and_connect_it(project: Path) -> None:
    with skill_management() as smapi:
        run(project, smapi.url, "make", "skill-package")
        made = run(project, smapi.url, str(ASK), "deploy", "--target", "skill-metadata")
        run(project, smapi.url, "make", "skill-package", f"ENDPOINT={SERVICE}")
        connected = run(project, smapi.url, str(ASK), "deploy")

    assert f"Skill ID: {SKILL_ID}" in made
    assert "The skill has been enabled." in connected
    first, second = smapi.uploads
    assert "events" not in manifest_in(first)
    assert manifest_in(second)["apis"]["custom"]["endpoint"]["uri"] == SERVICE
    with ZipFile(BytesIO(second)) as uploaded:
        files = {name for name in uploaded.namelist() if not name.endswith("/")}
    built = project / "build" / "skill-package"
    assert files == {str(path.relative_to(built)) for path in built.rglob("*") if path.is_file()}
    assert [call for call in smapi.called if "/imports" in call and call.startswith("POST")] == [
        "POST /v1/skills/imports",
        "POST /v1/skills/ID/imports",
    ]


def test_deploying_leaves_the_checkout_as_it_was(project: Path) -> None:
    with skill_management() as smapi:
        run(project, smapi.url, "make", "skill-package")
        run(project, smapi.url, str(ASK), "deploy", "--target", "skill-metadata")

    for name in ("ask-resources.json", "interaction_model/skill.json"):
        assert (project / name).read_bytes() == (ROOT / name).read_bytes()
