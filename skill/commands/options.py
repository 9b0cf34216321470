"""Options and inputs that several commands share."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from skill.settings import Settings

VOICES = "espeak, natural, or the path of a Piper voice (.onnx)."
"""What `skill/sound/voices.py` takes, for the help of a command."""

LOCAL_USER = "amzn1.ask.account.local"


def instant(_context: click.Context, _parameter: click.Parameter, text: str | None) -> datetime | None:
    """An ISO 8601 time; one without an offset is meant as this machine's."""
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        raise click.BadParameter("give a time such as 2026-11-22T18:30:00Z") from None


def standard_input() -> Iterable[str]:
    """Standard input, line by line; what is no UTF-8 is heard as a mark that means nothing."""
    sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]  # a text stream, as Python opens it
    return sys.stdin


def settings_with(database: Path | None) -> Settings:
    """The environment's settings; a SQLite file that is given goes before the store they name."""
    settings = Settings.read()
    return replace(settings, storage="sqlite", database=database) if database else settings


def on_a_store(command: Callable[..., None]) -> Callable[..., None]:
    """Open the store that is asked for and give it to the command, with its user."""

    @click.option("--db", type=click.Path(dir_okay=False, path_type=Path), help="SQLite file to read.")
    @click.option("--user", default=LOCAL_USER, help="Whose notebook it is.")
    @wraps(command)
    def opened(db: Path | None, user: str, **options: Any) -> None:
        command(settings_with(db).repository(), user, **options)

    return opened


def runs_in_words(count: int) -> str:
    """A number of runs: "1 run", "2 runs"."""
    return "1 run" if count == 1 else f"{count} runs"
