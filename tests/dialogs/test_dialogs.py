"""Runs every conversation in this folder through the speaker, as a runner would have it.

A dialogue is a TOML file: `title`, optionally `now` (the speaker's clock at the beginning, UTC) and `reminds`
(whether there is what keeps reminders), and turns:

    said        what the runner says
    wait        seconds let go by before it, of the reply or of the silence after it
    unplugged   seconds without power before it, after `wait`
    understood  the intent it must be understood as
    heard       fragments of the answer; a list among them means any one of its own
    not_heard   fragments that the answer must not have
    session     "open" or "ended" after the answer
"""

import tomllib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from skill.device.echo import Exchange
from tests.dialogs.home import SUNDAY_MORNING, Home, unfit

HERE = Path(__file__).parent
DIALOGS = sorted(HERE.glob("*.toml"))


@dataclass(frozen=True)
class Turn:
    said: str
    wait: float = 0
    unplugged: float = 0
    understood: str | None = None
    heard: list[str | list[str]] = field(default_factory=list)
    not_heard: list[str] = field(default_factory=list)
    session: str | None = None


@dataclass(frozen=True)
class Dialog:
    title: str
    turn: list[Turn]
    now: datetime = SUNDAY_MORNING
    reminds: bool = False


def dialog(path: Path) -> Dialog:
    raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return Dialog(**{**raw, "turn": [Turn(**turn) for turn in raw["turn"]]})


def faults(turn: Turn, exchange: Exchange) -> list[str]:
    text = exchange.timeline.text
    lowered = text.lower()
    found = []
    understood = exchange.understood and exchange.understood.intent
    if turn.understood and understood != turn.understood:
        found.append(f"understood as {understood}, not {turn.understood}")
    for fragment in turn.heard:
        alternatives = [fragment] if isinstance(fragment, str) else fragment
        if not any(one.lower() in lowered for one in alternatives):
            found.append(f"not heard: {fragment}")
    found += [f"heard: {fragment!r}" for fragment in turn.not_heard if fragment.lower() in lowered]
    session = "open" if exchange.open else "ended"
    if turn.session and session != turn.session:
        found.append(f"session is {session}, not {turn.session}")
    found += unfit(exchange)
    return found


@pytest.mark.parametrize("path", DIALOGS, ids=lambda path: path.stem)
def test_the_conversation_goes_as_it_should(path: Path, tmp_path: Path) -> None:
    told = dialog(path)
    home = Home(tmp_path, told.now, reminds=told.reminds)
    transcript, found = [told.title], []
    for turn in told.turn:
        exchange = home.hear(turn.said, turn.wait, turn.unplugged)
        here = faults(turn, exchange)
        found += here
        away = "".join(
            f"({words} {seconds:.0f} s) "
            for words, seconds in (("after", turn.wait), ("unplugged", turn.unplugged))
            if seconds
        )
        transcript += [
            f"> {away}{turn.said}",
            exchange.timeline.text,
            *(f"  FAULT: {fault}" for fault in here),
        ]
    assert not found, "\n".join(transcript)
