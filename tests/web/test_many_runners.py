"""Many runners at once, through the threads of one service."""

import http.client
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from skill.device.envelopes import Envelopes
from skill.settings import Settings
from skill.web.service import service
from tests.runner import MORNING, filled
from tests.web.served import served

RUNNERS = 8


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    settings = Settings.read({"FOOT_COACH_DB": str(tmp_path / "notebooks.sqlite3")})
    with served(service(settings, verified=False)) as port:
        yield port


def walks(port: int, runner: int) -> list[int]:
    """Starts a routine and goes on so many times; where the answers say the runner is, from each."""
    echo = Envelopes(f"amzn1.ask.account.RUNNER{runner}", device=f"amzn1.ask.device.{runner}")
    echo.open_session()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def place(envelope: dict[str, Any]) -> int:
        connection.request("POST", "/alexa", json.dumps(envelope), {"Content-Type": "application/json"})
        echo.session["attributes"] = json.loads(connection.getresponse().read())["sessionAttributes"]
        return int(echo.session["attributes"]["walkthrough"]["place"][0])

    start = echo.intent(MORNING, "StartRoutineIntent", {"routine": filled("Routine", "post-run")})
    turns = [place(start)]
    for name in ["AMAZON.NextIntent"] * (runner % 4) + ["AMAZON.PauseIntent"]:
        turns.append(place(echo.intent(MORNING, name)))  # noqa: PERF401 - each is sent after the last's answer
    connection.close()
    return turns


def test_the_turns_of_many_runners_do_not_mix(port: int) -> None:
    with ThreadPoolExecutor(RUNNERS) as runners:
        walked = list(runners.map(lambda runner: walks(port, runner), range(RUNNERS)))

    expected = [[*range(runner % 4 + 1), runner % 4] for runner in range(RUNNERS)]
    assert walked == expected
