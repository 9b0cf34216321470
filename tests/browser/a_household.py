"""The page's server in this process, on a store of its own, with a clock that a test moves."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from threading import Thread
from typing import Any

from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.browser.service import Page, Wanted, served
from skill.browser.tabs import Household, Tabs
from skill.conversation.memory.walkthrough_pages import WALKTHROUGH
from skill.device.backend import Skill
from skill.storage.looked_at import LookedAt
from skill.storage.repository import Repository
from skill.storage.sqlite import SQLiteRepository
from tests.device.a_speaker import interpreter

ANN, BEN = "ann", "ben"
EVENING = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


@dataclass
class Wall:
    """A clock on the wall."""

    now: datetime = EVENING

    def __call__(self) -> datetime:
        return self.now

    def passes(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def skill_on(repository: Repository) -> Skill:
    made = cache(lambda: build_skill(repository, chance=lambda _: Random(0)))  # noqa: S311 - chance, not secrets
    return lambda request: answer(made, request)


@dataclass
class Home:
    """A household's devices without a server."""

    folder: Path
    wall: Wall = field(default_factory=Wall)

    @property
    def repository(self) -> SQLiteRepository:
        return SQLiteRepository(self.folder / "notebooks.sqlite3")

    def tabs(self) -> Tabs:
        """The devices of a server that has just been started."""
        return Tabs(
            Household(
                skill=skill_on(self.repository),
                interpreter=interpreter(),
                locale="en-US",
                access_token=lambda _user: "",
                address_of=lambda text: f"/sound/{text}",
                clock=self.wall,
                journal=self.folder / "page.json",
            )
        )


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
    looking = skill_on(LookedAt(repository, WALKTHROUGH))
    clock = lambda: datetime.now(UTC)  # noqa: E731 - the wall's
    return served(asked, skill_on(repository), looking, repository, access_token=lambda _: "", clock=clock)


@contextmanager
def running(page: Page) -> Iterator[Page]:
    """The server, answering."""
    thread = Thread(target=page.server.run, daemon=True)
    thread.start()
    try:
        yield page
    finally:
        page.server.close()
        thread.join(timeout=20)
        assert not thread.is_alive()
