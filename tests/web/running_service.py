"""`python -m skill serve` as a process of its own."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
STARTED = re.compile(r"listening on (http://127\.0\.0\.1:\d+/alexa)")


@dataclass
class Service:
    """A running service.

    Attributes:
        url: of POST /alexa.
        log: every line it wrote until it stopped.
    """

    url: str
    process: subprocess.Popen[str]
    log: str

    def stop(self) -> int:
        """End it as systemd or a container does, and return its exit status."""
        self.process.send_signal(signal.SIGTERM)
        self.log += self.process.communicate(timeout=20)[1]
        return self.process.returncode


@contextmanager
def running_service(database: Path) -> Iterator[Service]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("FOOT_COACH_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "skill", "serve", "--local", "--port", "0"],
        cwd=ROOT,
        env=environment | {"FOOT_COACH_DB": str(database)},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield _started(process)
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def _started(process: subprocess.Popen[str]) -> Service:
    assert process.stderr is not None
    log = ""
    for line in process.stderr:
        log += line
        if found := STARTED.search(line):
            return Service(found[1], process, log)
    raise AssertionError(f"the service did not start:\n{log}")
