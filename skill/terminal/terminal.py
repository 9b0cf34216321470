"""Talks at a terminal: performs each reply in real time, with the count and the progress in sight."""

import asyncio
import shutil
import textwrap
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.patch_stdout import patch_stdout

from skill.device.backend import BackendError
from skill.device.echo import Echo, Exchange, Reprompt
from skill.sound.timeline import Timeline, is_count
from skill.terminal.pipe import HELP, NOTHING_SAID
from skill.terminal.transcript import clock

if TYPE_CHECKING:  # the voice is an extra
    from skill.sound.spoken_replies import SpokenReplies

REFRESH_SECONDS = 0.2
BAR_WIDTH = 30
WELCOME = (
    "Foot Coach is listening. Say: open foot coach. Enter pauses, /help tells more, Ctrl-D pulls the plug."
)


def talk(echo: Echo, sound: "SpokenReplies | None" = None) -> None:
    """Hear what is typed until the end of input, performing replies meanwhile.

    Args:
        echo: switched on.
        sound: speaks the replies too.
    """
    try:
        with suppress(KeyboardInterrupt, EOFError):
            asyncio.run(Terminal(echo, sound).run())
    finally:
        if sound:
            sound.close()


class Terminal:
    """A terminal as the body of a speaker."""

    def __init__(self, echo: Echo, sound: "SpokenReplies | None" = None) -> None:
        self.echo = echo
        self._sound = sound
        self._began: datetime | None = None
        self._timeline = Timeline((), 0.0)
        self._shown = 0

    async def run(self) -> None:
        """Prompt for lines and perform beside it; raises EOFError at the end of input."""
        print(WELCOME)  # noqa: T201 - the terminal is the speaker's voice
        session: PromptSession[str] = PromptSession(
            "you: ", bottom_toolbar=self._toolbar, refresh_interval=REFRESH_SECONDS
        )
        with patch_stdout():
            performing = asyncio.create_task(self._perform())
            try:
                while True:
                    line = await session.prompt_async()
                    self._catch_up()
                    self._take(line)
            finally:
                performing.cancel()

    def _take(self, line: str) -> None:
        said = line.strip()
        if said.startswith("/"):
            self._print(HELP)
            return
        if not said and not self._sounding:
            self._print(NOTHING_SAID)
            return
        try:
            self._begin(self.echo.hear(said or "pause"))
        except BackendError as error:
            self._print(f"({error})")

    def _begin(self, heard: Exchange | Reprompt) -> None:
        if self._sound:
            self._sound.begin(heard.response.get("response", heard.response))
        self._timeline = heard.timeline
        self._began = datetime.now(UTC)
        self._shown = 0

    async def _perform(self) -> None:
        """Print what is due, and let the Echo's time go by, for ever."""
        while True:
            await asyncio.sleep(REFRESH_SECONDS / 2)
            self._catch_up()
            self._show_due()

    def _catch_up(self) -> None:
        """Let the Echo's clock follow the machine's."""
        behind = (datetime.now(UTC) - self.echo.now) / timedelta(seconds=1)
        if behind <= 0:
            return
        was_open = self.echo.open
        for heard in self.echo.wait(behind):
            self._begin(heard)
        if was_open and not self.echo.open:
            self._print("(nothing said: the session ends)")

    def _show_due(self) -> None:
        planned = self._timeline.planned
        while self._shown < len(planned) and planned[self._shown].at <= self._elapsed:
            item = planned[self._shown]
            if not is_count(item):
                self._print(f"coach: {item.text}")
            self._shown += 1
            if self._shown == len(planned) and not self.echo.open:
                self._print("(the session ends)")

    @property
    def _elapsed(self) -> float:
        return (datetime.now(UTC) - self._began).total_seconds() if self._began else 0.0

    @property
    def _sounding(self) -> bool:
        return self._elapsed < self._timeline.seconds

    def _toolbar(self) -> str:
        """The count that sounds, and how far the reply is."""
        if not self._sounding or not self._timeline.seconds:
            return " listening" if self.echo.open else " say: open foot coach"
        sounding = [item for item in self._timeline.planned if item.at <= self._elapsed]
        count = sounding[-1].text if sounding and is_count(sounding[-1]) else ""
        done = round(BAR_WIDTH * self._elapsed / self._timeline.seconds)
        bar = "█" * done + "░" * (BAR_WIDTH - done)
        return f" {clock(self._elapsed)} {bar} {clock(self._timeline.seconds)}   {count}"

    def _print(self, text: str) -> None:
        width = shutil.get_terminal_size().columns
        text = textwrap.fill(text, width, replace_whitespace=False)
        print(text)  # noqa: T201 - the terminal is the speaker's voice
