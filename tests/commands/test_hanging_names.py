"""A process whose resolver hangs: it says so in time, and ends without waiting for what it left behind."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from skill.storage.dynamodb_client import CALL_SECONDS
from stand_ins.authority import body, envelope
from stand_ins.emulator import CREDENTIALS, REGION

ROOT = Path(__file__).parents[2]
HANGS = """
import pathlib, socket, time
asked = pathlib.Path(__file__).with_name("asked")
resolve = socket.getaddrinfo
def hangs(host, *arguments, **options):
    if host == "dynamodb.test":
        asked.exists() or asked.touch()
        time.sleep(60)
    return resolve(host, *arguments, **options)
socket.getaddrinfo = hangs
"""
"""What Python imports at its start: a resolver that hangs for one name, as a C library's does.

It notes when it was first asked for that name."""
LEAST_BUSY_SECONDS = 4.0
STARTS = "import skill.commands.command_line, skill.commands.check, skill.storage.dynamodb_session"


@pytest.fixture
def busy_seconds() -> float:
    """What a busy machine takes to start and to end a process: three times what it takes to start one now."""
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", STARTS], cwd=ROOT, check=True)  # noqa: S603 - our own modules
    return max(LEAST_BUSY_SECONDS, 3 * (time.monotonic() - began))


@contextmanager
def process(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A command of the skill's, with its notebooks in a DynamoDB whose name hangs."""
    (folder / "sitecustomize.py").write_text(HANGS)
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "FOOT_COACH_"))
    }
    environment = {
        **inherited,
        **CREDENTIALS,
        "PYTHONPATH": str(folder),
        "AWS_REGION": REGION,
        "AWS_ENDPOINT_URL_DYNAMODB": "http://dynamodb.test",
        "FOOT_COACH_STORAGE": "dynamodb",
        "FOOT_COACH_TABLE": "notebooks",
    }
    running = subprocess.Popen(  # noqa: S603 - this project's own commands
        [sys.executable, "-m", "skill", *arguments],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


@pytest.mark.real_time
def test_a_command_ends_with_a_sentence(tmp_path: Path, busy_seconds: float) -> None:
    with process(tmp_path, "check") as command:
        _, said = command.communicate(timeout=50)
    assert time.time() - (tmp_path / "asked").stat().st_mtime < CALL_SECONDS + busy_seconds
    assert command.returncode == 1
    assert said == "Error: DynamoDB did not carry out query in time\n"


@pytest.mark.real_time
def test_the_service_answers_from_the_session_and_stops_when_it_is_told(
    tmp_path: Path, busy_seconds: float
) -> None:
    with process(tmp_path, "serve", "--local", "--port", "0") as service:
        assert service.stderr is not None
        url = next(line.split()[-1] for line in service.stderr if "listening on" in line)
        request = urllib.request.Request(  # noqa: S310 - our own service
            url, body(envelope(datetime.now(UTC))), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=8) as answer:  # noqa: S310 - as above
            spoken = answer.read().decode()
        service.send_signal(signal.SIGTERM)
        began = time.monotonic()
        _, log = service.communicate(timeout=30)
    assert "can't reach my notes" in spoken
    assert time.monotonic() - began < busy_seconds
    assert service.returncode == 0
    assert "notebook not reached: DynamoDB did not carry out query in time" in log
    assert "Traceback" not in log
