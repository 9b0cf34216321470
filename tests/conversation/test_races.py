"""Several processes of one user's write at once: each run is logged, once."""

from functools import partial
from pathlib import Path

import pytest

from skill.storage.sqlite import SQLiteRepository
from stand_ins import emulator
from stand_ins.emulator import create_table
from stand_ins.racers import race

RUNS = 40


def test_processes_that_race_for_a_file_log_every_run_once(tmp_path: Path) -> None:
    seen = race(partial(SQLiteRepository, tmp_path / "notebooks.sqlite3"), RUNS, patient=True)

    assert (seen.stored, seen.missing, seen.refused, seen.wrong_sums) == (RUNS, 0, 0, 0)


@pytest.mark.slow
def test_processes_that_race_for_a_table_log_every_run_once(aws_url: str) -> None:
    seen = race(partial(emulator.repository, aws_url, create_table(aws_url)), RUNS, patient=True)

    assert (seen.stored, seen.missing, seen.refused, seen.wrong_sums) == (RUNS, 0, 0, 0)
