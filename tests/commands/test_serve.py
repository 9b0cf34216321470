import http.client
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from skill.commands.command_line import main
from skill.web.server import Server
from stand_ins.authority import JSON, body, envelope
from stand_ins.running_service import running_service


def test_the_command_serves_loudly_unverified_and_stops_in_order(tmp_path: Path) -> None:
    with running_service(tmp_path / "notebooks.sqlite3") as running:
        address = urlsplit(running.url)
        connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=10)
        connection.request("POST", "/alexa", body(envelope(datetime.now(UTC))), {"Content-Type": JSON})
        spoken = connection.getresponse().read()
        connection.request("GET", "/health")
        health = connection.getresponse()
        assert (health.status, health.read()) == (200, b'{"service":"ok","storage":"ok"}\n')
        connection.close()
        stopped = running.stop()

    assert b"Foot Coach" in spoken
    assert stopped == 0
    assert "WARNING skill.commands.serve: REQUESTS ARE NOT VERIFIED" in running.log
    assert running.log.splitlines()[-1].endswith("stopped")


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
