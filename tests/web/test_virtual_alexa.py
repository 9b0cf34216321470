"""A client that knows nothing of us: npm's virtual-alexa, speaking to the service over HTTP."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from stand_ins.running_service import ROOT, running_service

CLIENT = ROOT / "tests" / "virtual_alexa"
MODEL = ROOT / "interaction_model" / "interactionModels" / "custom" / "en-US.json"
NODE = shutil.which("node")

pytestmark = [
    pytest.mark.skipif(NODE is None, reason="Node is not installed"),
    pytest.mark.skipif(
        not (CLIENT / "node_modules" / "virtual-alexa").exists(),
        reason="virtual-alexa is not installed: cd tests/virtual_alexa && npm ci",
    ),
]


def conversation(database: Path, *turns: tuple[int, str]) -> list[dict[str, Any]]:
    with running_service(database) as service:
        said = [f"{seconds}:{utterance}" for seconds, utterance in turns]
        ran = subprocess.run(  # noqa: S603 - our own script
            [str(NODE), "talk.cjs", service.url, str(MODEL), *said],
            cwd=CLIENT,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line)["response"] for line in ran.stdout.splitlines()]


def heard(response: dict[str, Any]) -> str:
    """Everything that is said, by Alexa itself or within a performance."""
    said = {name: response.get(name) for name in ("outputSpeech", "directives")}
    return re.sub(r"<[^>]*>", "", " ".join(_spoken(said)))


def _spoken(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from (part[name] for name in ("ssml", "say") if isinstance(part.get(name), str))
        for inner in part.values():
            yield from _spoken(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _spoken(inner)


def performs(response: dict[str, Any]) -> bool:
    kinds = [directive["type"] for directive in response.get("directives", [])]
    return kinds == ["Alexa.Presentation.APLA.RenderDocument"]


def test_another_s_alexa_walks_through_a_routine(tmp_path: Path) -> None:
    replies = conversation(
        tmp_path / "notebooks.sqlite3",
        (0, "open"),
        (3, "start post run stretches"),
        (45, "pause"),
        (55, "resume"),
        (90, "next"),
        (100, "stop"),
    )

    launched, started, paused, resumed, moved_on, stopped = replies
    assert "Foot Coach" in heard(launched)
    assert performs(started)
    assert "Paused at toes on the wall, first hold, right side, at count" in heard(paused)
    assert not performs(paused)
    assert performs(resumed)
    assert "toes on the wall" in heard(resumed)
    assert performs(moved_on)
    assert "butt to heel" in heard(moved_on)
    assert "Stopped at" in heard(stopped)
    assert [reply["shouldEndSession"] for reply in replies] == [False] * 5 + [True]
