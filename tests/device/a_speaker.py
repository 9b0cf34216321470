"""A speaker on the shelf, in this process."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from skill.alexa.alexa_reminders import reminders_at_alexa
from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.conversation.turn.account import RunAccount
from skill.conversation.turn.reminder_service import Reminders
from skill.device.echo import Echo
from skill.device.envelopes import Envelopes
from skill.device.journal import Journal
from skill.hearing.interpreter import Interpreter
from skill.storage.sqlite import SQLiteRepository

EVENING = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


@cache
def interpreter() -> Interpreter:
    return Interpreter.of("en-US")


def speaker(
    folder: Path,
    now: datetime = EVENING,
    account: Callable[[str], RunAccount] | None = None,
    reminders: Reminders = reminders_at_alexa,
) -> Echo:
    """A speaker that has just been given power; what it knew before is in the folder.

    Args:
        folder: where it keeps what it knows.
        now: what its clock shows.
        account: gives the runner's account at Strava.
        reminders: gives what keeps the runner's reminders; by itself a speaker has nothing that does.
    """
    repository = SQLiteRepository(folder / "notebooks.sqlite3")
    chance = lambda _: Random(0)  # noqa: E731, S311 - chance, not secrets
    made = build_skill(repository, chance=chance, account=account, reminders=reminders)

    def skill(request: dict[str, Any]) -> Mapping[str, Any]:
        return answer(lambda: made, request)

    device = Echo(skill, interpreter(), Envelopes("runner"), now, Journal(folder / "speaker.json"))
    device.switch_on(now)
    return device
