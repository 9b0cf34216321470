import os
import pty
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 30


class Terminal:
    """A pseudo-terminal in which the speaker runs."""

    def __init__(self, database: Path) -> None:
        self.own, other = pty.openpty()
        self.seen = ""
        self.process = subprocess.Popen(  # noqa: S603 - this project's own command
            [sys.executable, "-m", "skill", "talk", "--db", str(database)],
            cwd=ROOT,
            stdin=other,
            stdout=other,
            stderr=other,
            env={**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "COLUMNS": "200"},
        )
        os.close(other)

    def type(self, line: str) -> None:
        os.write(self.own, f"{line}\r".encode())

    def see(self, text: str) -> None:
        """Read until the text has appeared, or fail with what was seen instead."""
        until = monotonic() + PATIENCE_SECONDS
        while text not in self.seen:
            ready, _, _ = select.select([self.own], [], [], max(until - monotonic(), 0))
            assert ready, f"{text!r} never appeared; seen: {self.seen[-2000:]!r}"
            self.seen += os.read(self.own, 65536).decode(errors="replace")
        self.seen = self.seen[self.seen.index(text) + len(text) :]

    def close(self) -> int:
        """Pull the plug, again where the first pull fell between two prompts; returns the exit code."""
        until = monotonic() + PATIENCE_SECONDS
        while self.process.poll() is None and monotonic() < until:
            os.write(self.own, b"\x04")
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(1)
        os.close(self.own)
        return self.process.wait(0)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(tmp_path / "speaker.sqlite3")
    yield made
    if made.process.poll() is None:
        made.process.kill()
        made.process.wait()


def test_a_routine_is_performed_in_real_time_and_enter_pauses_it(terminal: Terminal) -> None:
    terminal.see("Say: open foot coach")
    terminal.type("open foot coach")
    terminal.see("back from a run")
    terminal.type("do the butt to heel")
    terminal.see("do butt to heel, for")
    terminal.type("")
    terminal.see("Paused at the beginning of butt to heel")
    assert terminal.close() == 0


def test_slash_help_and_an_empty_line_are_answered_by_the_speaker_itself(terminal: Terminal) -> None:
    terminal.see("Say: open foot coach")
    terminal.type("/help")
    terminal.see("pulls the plug")
    terminal.type("")
    terminal.see("I heard nothing")
    assert terminal.close() == 0
