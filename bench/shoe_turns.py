"""What a turn about shoes costs with ten runs, sixty and ten thousand, on SQLite.

    python -m bench.shoe_turns

A turn reads the newest sixty runs, so from sixty on it costs the same but for the months kept as sums.

Each turn goes through the Lambda's entry point: request in, one read, at most one write, response out.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from uuid import uuid4

from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.conversation.memory.run_entries import entry_of
from skill.conversation.memory.shoe_pages import SHOES, ShoesTold, shoes_page
from skill.device.envelopes import Envelopes
from skill.hearing.interpretation import FilledSlot
from skill.shoes.ledger import log_run
from skill.shoes.rotation import Rotation
from skill.shoes.run import Run
from skill.shoes.shoe import Shoe
from skill.storage.repository import Change, Page, Repository
from skill.storage.sqlite import SQLiteRepository

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TURNS = 200
PAIRS = 3
TOGETHER = 40
"""Runs written in one change while the log is filled."""
SAID: dict[str, dict[str, str]] = {
    "ChooseShoes": {},
    "ReplaceWhen": {"shoe": "pair 1"},
    "LogRun": {"distance": "10", "shoe": "pair 1"},
}


def fill(repository: Repository, user: str, count: int) -> None:
    """Give a user so many runs, two a day, the last one yesterday."""
    rotation = Rotation(tuple(Shoe(f"pair-{number}", f"pair {number}", NOW) for number in range(PAIRS)))
    runs = []
    for number in range(count):
        at = NOW - timedelta(hours=12 * (count - number + 1))
        runs.append(Run(f"run-{number}", at, at.date(), 500, rotation.shoes[number % PAIRS].id))
        rotation = log_run(rotation, runs[-1]).rotation
    for start in range(0, count, TOGETHER):
        added = [entry_of(run) for run in runs[start : start + TOGETHER]]
        repository.write(user, Change(added=added), NOW)
    repository.write(user, Change({SHOES: Page(shoes_page(ShoesTold(rotation)), 0)}), NOW)


def milliseconds(repository: Repository, user: str, intent: str, slots: dict[str, str]) -> list[float]:
    """How long each of many turns took."""
    skill = build_skill(repository)
    echo = Envelopes(user)
    times = []
    for number in range(TURNS):
        echo.open_session()
        filled = {name: FilledSlot(value, "AMAZON.NUMBER") for name, value in slots.items()}
        at = NOW + timedelta(seconds=number)
        request: dict[str, Any] = echo.intent(at, f"{intent}Intent", filled)
        request["request"]["requestId"] = str(uuid4())
        begun = perf_counter()
        answer(lambda: skill, request)
        times.append((perf_counter() - begun) * 1000)
    return times


def main() -> None:
    """Print the table."""
    print(f"{'turn':<14}{'runs':>8}{'median':>11}{'slowest of 20':>16}")
    with TemporaryDirectory() as folder:
        for count in (10, 60, 10_000):
            repository = SQLiteRepository(Path(folder) / f"{count}.sqlite3")
            fill(repository, "runner", count)
            for intent, slots in SAID.items():
                times = sorted(milliseconds(repository, "runner", intent, slots))
                print(f"{intent:<14}{count:>8}{median(times):>8.1f} ms{times[-TURNS // 20]:>13.1f} ms")


if __name__ == "__main__":
    main()
