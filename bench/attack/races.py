"""Four processes write to one user's notebook at once, on SQLite and on DynamoDB's emulator."""

import tempfile
from functools import partial
from pathlib import Path
from typing import Final

from bench.attack.outcome import Outcome
from skill.storage.sqlite import SQLiteRepository
from stand_ins import emulator
from stand_ins.racers import PROCESSES, Race, race

RUNS: Final = 1_000


def outcomes() -> list[Outcome]:
    """A row for each store."""
    with tempfile.TemporaryDirectory() as folder, emulator.ministack(Path(folder)) as url:
        table = emulator.create_table(url)
        return [
            _outcome("SQLite", race(partial(SQLiteRepository, Path(folder) / "notebooks.sqlite3"), RUNS)),
            _outcome("DynamoDB", race(partial(emulator.repository, url, table), RUNS)),
        ]


def _outcome(store: str, seen: Race) -> Outcome:
    return Outcome(
        f"{PROCESSES} processes log {RUNS:,} runs of one user on {store}, every tenth told twice",
        f"{seen.stored:,} stored, {seen.missing} missing, {seen.refused} refused, "
        f"{seen.wrong_sums} wrong sums; the slowest turn {seen.slowest:.1f} s",
        f"{RUNS:,} stored, each once, sums right",
        (seen.stored, seen.missing, seen.refused, seen.wrong_sums) == (RUNS, 0, 0, 0),
    )
