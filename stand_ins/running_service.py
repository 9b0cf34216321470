"""`python -m skill serve` as a process of its own."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stand_ins.authority import SKILL_ID, Authorities

ROOT = Path(__file__).parent.parent
STARTED = re.compile(r"listening on (http://127\.0\.0\.1:(\d+)/alexa)")
SECONDS = 90.0
"""For starting, and for stopping, on a machine that is busy."""


class Service:
    """A running service.

    Attributes:
        url: of POST /alexa.
        port: it listens on.
        process: its own.
    """

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: list[str] = []
        self._started = threading.Event()
        # A log that nobody reads would stop the service once its pipe is full.
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()
        self._started.wait(SECONDS)
        found = STARTED.search(self.log)
        assert found, f"the service did not start:\n{self.log}"
        self.url, self.port = found[1], int(found[2])

    @property
    def log(self) -> str:
        """What it wrote until now."""
        return "".join(self._lines)

    def stop(self) -> int:
        """End it as systemd or a container does, and return its exit status."""
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(SECONDS)
        self._reading.join(SECONDS)
        return status

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self._lines.append(line)
            if STARTED.search(line):
                self._started.set()
        self._started.set()


@contextmanager
def running_service(database: Path) -> Iterator[Service]:
    """One for this machine alone."""
    command = ["-m", "skill", "serve", "--local", "--port", "0"]
    with _running(command, {"FOOT_COACH_DB": str(database)}) as service:
        yield service


@contextmanager
def verified_service(folder: Path, given: Authorities) -> Iterator[Service]:
    """One that answers Alexa alone, whose part `given` plays; its files are in the folder."""
    (folder / "root.pem").write_bytes(given.root.pem)
    (folder / "chain.pem").write_bytes(given.good_chain)
    settings = {"FOOT_COACH_DB": str(folder / "notebooks.sqlite3"), "FOOT_COACH_SKILL_ID": SKILL_ID}
    with _running(["-m", "stand_ins.serve_to_authority", str(folder)], settings) as service:
        yield service


@contextmanager
def _running(command: list[str], settings: dict[str, str]) -> Iterator[Service]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("FOOT_COACH_")}
    process = subprocess.Popen(  # noqa: S603 - our own modules, our own interpreter
        [sys.executable, *command],
        cwd=ROOT,
        env=environment | settings,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield Service(process)
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()
