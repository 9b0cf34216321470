"""A speaker on the shelf, in this process."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.device.echo import Echo
from skill.device.envelopes import Envelopes
from skill.device.journal import Journal
from skill.hearing.interpreter import Interpreter
from skill.storage.sqlite import SQLiteRepository

EVENING = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


@cache
def interpreter() -> Interpreter:
    return Interpreter.of("en-US")


def speaker(folder: Path, now: datetime = EVENING) -> Echo:
    """A speaker that has just been given power; what it knew before is in the folder."""
    made = build_skill(SQLiteRepository(folder / "notebooks.sqlite3"), chance=lambda _: Random(0))  # noqa: S311 - chance, not secrets

    def skill(request: dict[str, Any]) -> Mapping[str, Any]:
        return answer(lambda: made, request)

    device = Echo(skill, interpreter(), Envelopes("runner"), now, Journal(folder / "speaker.json"))
    device.switch_on(now)
    return device
