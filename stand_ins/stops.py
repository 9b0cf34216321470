"""Stopping a service while runners tell it their runs, again and again."""

import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from click.testing import CliRunner

from skill.commands.command_line import main
from skill.device.backend import BackendError, OverHttp
from skill.hearing.interpretation import FilledSlot
from skill.storage.sqlite import SQLiteRepository
from stand_ins.echo import choice, intent
from stand_ins.running_service import running_service

RUNNERS = 8
MOST_TURNS = 40
"""That are answered before a stop: some tenths of a second."""
SECONDS = 90.0


@dataclass
class Told:
    """What runners told, and what is kept of it.

    Attributes:
        acknowledged: how many runs the coach said it has logged.
        retold: how often a run was told again, since no answer had come.
        lost: how many of these are not in the log.
        doubled: how many runs of all that were told are in it twice.
        wrong_sums: of how many runners `check` found the sums wrong.
        statuses: how the service ended, each time.
    """

    acknowledged: int = 0
    retold: int = 0
    lost: int = 0
    doubled: int = 0
    wrong_sums: int = 0
    statuses: list[int] = field(default_factory=list)


class _Runner:
    """Tells one run after another, each of another length; one that was not answered is told again."""

    def __init__(self, user: str) -> None:
        self.user = user
        self.acknowledged: set[int] = set()
        self.retold = 0
        self._lengths = count(1010, 10)
        self._next()

    def _next(self) -> None:
        self._metres = next(self._lengths)
        distance = FilledSlot(f"{self._metres / 1000:.2f}", "AMAZON.NUMBER")
        slots = {"distance": distance, **choice("unit", "kilometres")}
        self._request = intent("LogRunIntent", slots, user=self.user, device=self.user)

    def tell(self, ask: OverHttp) -> None:
        """Tell the run that is next.

        Raises:
            BackendError: no answer came.
        """
        try:
            answer = ask(self._request)
        except BackendError:
            self.retold += 1
            raise
        if "Logged" in _speech(answer):
            self.acknowledged.add(self._metres)
        self._next()


def _speech(answer: Any) -> str:
    return str(answer["response"]["outputSpeech"]["ssml"])


def stop_under_load(folder: Path, times: int, seed: int) -> Told:
    """Start a service and stop it by SIGTERM, so often, while eight runners tell it their runs."""
    store = SQLiteRepository(folder / "notebooks.sqlite3")
    runners = [_Runner(f"runner-{number}") for number in range(RUNNERS)]
    told = Told()
    chance = Random(seed)  # noqa: S311 - when to stop, and no secret
    for _ in range(times):
        with running_service(store.path) as service, _talking(runners, OverHttp(service.url)) as answered:
            for _ in range(chance.randint(1, MOST_TURNS)):
                assert answered.acquire(timeout=SECONDS), service.log
            told.statuses.append(service.stop())
    for runner in runners:
        logged = Counter(entry.body["metres"] for entry in store.log(runner.user))
        told.acknowledged += len(runner.acknowledged)
        told.retold += runner.retold
        told.lost += len(runner.acknowledged - logged.keys())
        told.doubled += sum(many > 1 for many in logged.values())
        checked = CliRunner().invoke(main, ["check", "--db", str(store.path), "--user", runner.user])
        told.wrong_sums += checked.exit_code != 0
    return told


@contextmanager
def _talking(runners: Sequence[_Runner], ask: OverHttp) -> Iterator[threading.Semaphore]:
    """All of them tell their runs, until each has had no answer; counts the answers."""
    answered = threading.Semaphore(0)

    def talk(runner: _Runner) -> None:
        try:
            while True:
                runner.tell(ask)
                answered.release()
        except BackendError:
            return

    talking = [threading.Thread(target=talk, args=(runner,), daemon=True) for runner in runners]
    for each in talking:
        each.start()
    yield answered
    for each in talking:
        each.join(SECONDS)
