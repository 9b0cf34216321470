"""The page's server in this process, on a store of its own."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random
from threading import Thread
from typing import Any

from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.browser.service import Page, Wanted, served
from skill.conversation.memory.walkthrough_pages import WALKTHROUGH
from skill.device.backend import Skill
from skill.storage.looked_at import LookedAt
from skill.storage.repository import Repository
from skill.storage.sqlite import SQLiteRepository

ANN, BEN = "ann", "ben"


def skill_on(repository: Repository) -> Skill:
    """The skill, whose chance is the same each time."""
    made = cache(lambda: build_skill(repository, chance=lambda _: Random(0)))  # noqa: S311 - chance, not secrets
    return lambda request: answer(made, request)


def now() -> datetime:
    return datetime.now(UTC)


def page_server(folder: Path, users: Sequence[str] = (ANN, BEN), port: int = 0, **wanted: Any) -> Page:
    """A server that is ready to be run; what it keeps is in the folder."""
    repository = SQLiteRepository(folder / "notebooks.sqlite3")
    asked = Wanted(
        **{
            "host": "127.0.0.1",
            "port": port,
            "users": users,
            "locale": "en-US",
            "voice": "espeak",
            "ears": "none",
            "secret": folder / "page-key",
            "journal": folder / "page.json",
            "sounds": folder / "sounds",
            **wanted,
        }
    )
    looking, looking_past = skill_on(LookedAt(repository)), skill_on(LookedAt(repository, WALKTHROUGH))
    return served(
        asked,
        skill_on(repository),
        looking,
        looking_past,
        repository,
        access_token=lambda _: "",
        clock=now,
    )


@contextmanager
def running(page: Page) -> Iterator[Page]:
    """The server, answering."""
    thread = Thread(target=page.run, daemon=True)
    thread.start()
    try:
        yield page
    finally:
        page.close()
        thread.join(timeout=20)
        assert not thread.is_alive()
