"""Strangers at the service's door, and a web page at the local one's."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench.attack.outcome import Outcome
from skill.device.backend import OverHttp
from skill.storage.sqlite import SQLiteRepository
from stand_ins.authority import authorities
from stand_ins.echo import intent, launch
from stand_ins.hostile_page import browser, open_hostile_page
from stand_ins.running_service import running_service, verified_service
from stand_ins.stops import stop_under_load
from stand_ins.strangers import (
    CRUMBS,
    NEARLY_WHOLE,
    HalfSent,
    foreign_chain,
    good_turn,
    half_sent,
    health,
    outstanding,
)

SECONDS: Final = 5.0
"""For each siege, longer than a request or an unknown chain may take."""
STOPS: Final = 30
LARGEST_GROWTH: Final = 85
"""Megabytes; what `skill/web/server.py` says its connections hold, and a fifth for what holds them."""
RUNNER: Final = "local"


def outcomes() -> list[Outcome]:
    """Sieges of one service, then stops of many, then a page in a browser."""
    return [*_sieges(), _stops(), _page()]


def _sieges() -> Iterator[Outcome]:
    given = authorities(datetime.now(UTC))
    with _folder() as folder, verified_service(folder, given) as service:
        port = service.port
        good_turn(port, given)

        def siege(attack: str, strangers: AbstractContextManager[object], wanted: float) -> Outcome:
            answers = []
            with strangers:
                until = time.monotonic() + SECONDS
                while time.monotonic() < until:
                    answers.append(good_turn(port, given))
                    time.sleep(0.05)
            answered = sum(status == 200 for status, _ in answers)  # noqa: PLR2004 - HTTP's
            slowest = max(seconds for _, seconds in answers)
            return Outcome(
                attack,
                f"{answered} of {len(answers)} turns answered, the slowest in {slowest:.2f} s",
                f"all, each within {wanted} s",
                answered == len(answers) and slowest <= wanted,
            )

        yield siege("300 half-sent requests that drip", half_sent(port, 300), 0.5)
        yield siege("600 half-sent requests that drip", half_sent(port, 600), 0.5)
        yield siege("300 connections that send blanks", half_sent(port, 300, b""), 0.5)
        yield siege("300 requests in crumbs of a byte", half_sent(port, 300, CRUMBS), 0.5)
        yield siege("100 foreign chains outstanding", outstanding(100, _each(foreign_chain, port)), 1.0)
        yield siege("100 /health outstanding", outstanding(100, _each(health, port)), 1.0)

        yield _memory(port, service.process.pid, lambda: good_turn(port, given))


def _memory(port: int, process: int, turn: Callable[[], object]) -> Outcome:
    before = _megabytes(process, "VmRSS")
    clients = HalfSent(port, 600, NEARLY_WHOLE)
    until = time.monotonic() + SECONDS / 2
    while time.monotonic() < until:
        turn()
    clients.close()
    grown = _megabytes(process, "VmHWM") - before
    return Outcome(
        "600 requests of 165 KB that lack their end",
        f"{grown:.0f} MB more at most",
        f"{LARGEST_GROWTH} MB",
        grown <= LARGEST_GROWTH,
    )


def _megabytes(process: int, name: str) -> float:
    """What Linux says of a process's memory."""
    told = Path(f"/proc/{process}/status").read_text("ascii")
    return int(told.partition(f"{name}:")[2].split(maxsplit=1)[0]) / 1024


def _each(send: Callable[[int], int], port: int) -> Callable[[], int]:
    return lambda: send(port)


def _stops() -> Outcome:
    with _folder() as folder:
        told = stop_under_load(folder, STOPS, seed=10)
    return Outcome(
        f"{STOPS} stops (SIGTERM) while 8 runners tell their runs",
        f"{told.acknowledged} runs acknowledged, {told.retold} told again: {told.lost} lost, {told.doubled}"
        f" doubled, {told.wrong_sums} sums wrong, {told.statuses.count(0)} clean exits",
        "none lost or doubled, all sums right, each exit clean",
        told.statuses == [0] * STOPS and not (told.lost or told.doubled or told.wrong_sums),
    )


def _page() -> Outcome:
    attack, wanted = "a web page that would delete the local runner's data", "the notebook is as it was"
    if browser() is None:
        return Outcome(attack, "not tried: no Chromium here", wanted, held=False)
    with _folder() as folder:
        store = SQLiteRepository(folder / "notebooks.sqlite3")
        with running_service(store.path) as service:
            OverHttp(service.url)(intent("LogRunIntent", {"distance": "10"}, user=RUNNER))
            before = store.read(RUNNER, datetime.now(UTC))
            leaving = launch(RUNNER, type="AlexaSkillEvent.SkillDisabled")
            ways = open_hostile_page([service.url], leaving, folder / "browser")
            after = store.read(RUNNER, datetime.now(UTC))
            service.stop()
            refused = service.log.count("the request comes from a web page")
    kept = "as it was" if before == after else "changed"
    return Outcome(
        attack,
        f"{len(ways)} ways tried, {refused} arrived and were refused; the notebook is {kept}",
        wanted,
        before == after and len(before.entries) == 1,
    )


@contextmanager
def _folder() -> Iterator[Path]:
    # A browser that was ended may still write.
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield Path(folder)
