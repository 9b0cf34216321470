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

from skill.storage.dynamodb_client import CALL_SECONDS
from stand_ins.authority import body, envelope
from stand_ins.emulator import CREDENTIALS, REGION

ROOT = Path(__file__).parents[2]
HANGS = """
import socket, time
resolve = socket.getaddrinfo
def hangs(host, *arguments, **options):
    if host == "dynamodb.test":
        time.sleep(60)
    return resolve(host, *arguments, **options)
socket.getaddrinfo = hangs
"""
"""What Python imports at its start: a resolver that hangs for one name, as a C library's does."""
BUSY_SECONDS = 4.0
"""What a busy machine takes to start and to end a process."""


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


def test_a_command_ends_with_a_sentence(tmp_path: Path) -> None:
    began = time.monotonic()
    with process(tmp_path, "check") as command:
        _, said = command.communicate(timeout=30)
    assert time.monotonic() - began < CALL_SECONDS + BUSY_SECONDS
    assert command.returncode == 1
    assert said == "Error: DynamoDB did not carry out query in time\n"


def test_the_service_answers_from_the_session_and_stops_when_it_is_told(tmp_path: Path) -> None:
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
    assert time.monotonic() - began < BUSY_SECONDS
    assert service.returncode == 0
    assert "notebook not reached: DynamoDB did not carry out query in time" in log
    assert "Traceback" not in log
