"""Runs every conversation in this folder through the speaker, as a runner would have it.

A dialogue is a TOML file: `title`, optionally `now` (the speaker's clock at the beginning, UTC), and turns:

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
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.speaker.device import Device, Exchange
from skill.speaker.envelopes import Envelopes
from skill.speaker.journal import Journal
from skill.speaker.understanding import Understanding
from skill.storage.sqlite import SQLiteRepository

HERE = Path(__file__).parent
EN_US = HERE.parents[1] / "interaction_model" / "interactionModels" / "custom" / "en-US.json"
DIALOGS = sorted(HERE.glob("*.toml"))
SUNDAY_MORNING = datetime(2026, 11, 22, 9, tzinfo=UTC)
APOLOGY = "went wrong"
INVITATIONS = ("?", "say ", "tell me")
"""One of these is in the last sentences of an answer that leaves the microphone open."""


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


def dialog(path: Path) -> Dialog:
    raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return Dialog(**{**raw, "turn": [Turn(**turn) for turn in raw["turn"]]})


@cache
def understanding() -> Understanding:
    return Understanding(EN_US)


class Home:
    """A speaker on a shelf, whose notebook and journal outlast a loss of power."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self.folder = folder
        self.device = self._plugged_in(now)

    def hear(self, turn: Turn) -> Exchange:
        if turn.wait:
            self.device.wait(turn.wait)
        if turn.unplugged:
            now = self.device.now + timedelta(seconds=turn.unplugged)
            self.device = self._plugged_in(now)
            self.device.switch_on(now)
        return self.device.hear(turn.said)

    def _plugged_in(self, now: datetime) -> Device:
        made = build_skill(SQLiteRepository(self.folder / "notebooks.sqlite3"), random=Random(1))  # noqa: S311 - chance, not secrets
        return Device(
            skill=lambda event: answer(lambda: made, event),
            understanding=understanding(),
            envelopes=Envelopes("a runner"),
            now=now,
            journal=Journal(self.folder / "journal.json"),
        )


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
    if not text or APOLOGY in lowered or "{" in text:
        found.append("no good answer")
    if exchange.open and not any(invitation in lowered[-150:] for invitation in INVITATIONS):
        found.append("open without an invitation")
    return found


@pytest.mark.parametrize("path", DIALOGS, ids=lambda path: path.stem)
def test_the_conversation_goes_as_it_should(path: Path, tmp_path: Path) -> None:
    told = dialog(path)
    home = Home(tmp_path, told.now)
    transcript, found = [told.title], []
    for turn in told.turn:
        exchange = home.hear(turn)
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
