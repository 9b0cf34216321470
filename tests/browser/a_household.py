"""A household's devices without a server, with a clock that a test moves."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from skill.browser.tabs import Household, Tabs
from skill.storage.sqlite import SQLiteRepository
from stand_ins.page_server import skill_on
from tests.device.a_speaker import interpreter

EVENING = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


@dataclass
class Wall:
    """A clock on the wall."""

    now: datetime = EVENING

    def __call__(self) -> datetime:
        return self.now

    def passes(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class Home:
    """A household that keeps its notebooks in a folder."""

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
