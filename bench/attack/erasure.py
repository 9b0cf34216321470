"""Erasing while others write, and processes killed while they write and erase."""

import logging
import multiprocessing
import os
import signal
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from unittest.mock import patch

from bench.attack.outcome import Outcome
from skill.alexa.skill import build_skill
from skill.conversation.my_data import check_sums, unreadable_records
from skill.sound.timeline import timeline_of
from skill.storage import dynamodb_client
from skill.storage.repository import Repository, StorageError
from skill.storage.sqlite import SQLiteRepository
from stand_ins import emulator
from stand_ins.long_log import OLD, fill_table, write_long_log
from stand_ins.used_notebook import SUNDAY, Household, said

USER = "amzn1.ask.account.ATTACKED"
ENTRIES = 20_000
MOST_TURNS = 100
"""So often at most the runner comes back."""
TURN_SECONDS = 5.5
"""What a turn may take at most; Alexa waits for about 8 s."""
PAUSE_SECONDS = 1.0
"""Between two sentences of the other device."""
KILLS = 50
"""In each store."""
OLD_RUNS = 250
"""Runs that are there before each kill, so that an erasure takes several steps."""
LATEST_KILL_SECONDS = 0.4
ADD = said("AddShoes", shoe="ghosts")
NO = said("AMAZON.No")
LOG = said("LogRun", ("unit", "kilometres"), shoe="ghosts", distance="5")


def outcomes() -> list[Outcome]:
    """Every attack on erasing."""
    logging.getLogger("foot_coach").setLevel(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as name, emulator.ministack(Path(name)) as url:
        path = Path(name) / "notebooks.sqlite3"
        table = emulator.create_table(url)
        return [
            _erased_while_another_logs(url),
            _killed("SQLite", partial(SQLiteRepository, path)),
            _killed("DynamoDB", partial(emulator.repository, url, table)),
        ]


def _erased_while_another_logs(url: str) -> Outcome:
    table = emulator.create_table(url)
    fill_table(emulator.client(url), table, USER, ENTRIES, SUNDAY)
    # The emulator looks at all of a user's items at each Query, which DynamoDB does not: what was given up
    # would keep it busy, and nothing would ever be answered.
    with patch.object(dynamodb_client, "READ_SECONDS", dynamodb_client.CALL_SECONDS):
        repository = emulator.repository(url, table)
        kitchen = Household(build_skill(repository), USER)
        hall = Household(build_skill(emulator.repository(url, table)), USER)
    over = threading.Event()
    turns: list[float] = []

    def log_runs() -> None:
        hall.opens()
        while not over.is_set():
            for one in (ADD, NO, LOG):
                turns.append(_seconds(partial(hall.says, one)))
                over.wait(PAUSE_SECONDS)

    other = threading.Thread(target=log_runs, daemon=True)  # an attack that is broken off ends
    other.start()
    began = time.monotonic()
    turns.append(_seconds(kitchen.opens))
    turns.append(_seconds(kitchen.deletes_everything) / 2)
    erasing = 1
    while _being_erased(repository) and erasing < MOST_TURNS:
        erasing += 1
        turns.append(_seconds(kitchen.opens))
    seconds = time.monotonic() - began
    over.set()
    other.join()
    old = sum(entry.identity.startswith(OLD) for entry in repository.log(USER))
    fault = _fault(repository)
    return Outcome(
        f"{ENTRIES:,} runs deleted on DynamoDB while another device logs",
        f"{old} of them left after {seconds:.1f} s and {erasing} turns of the one device, the longest of"
        f" {len(turns)} of both {max(turns):.1f} s; {fault or 'consistent'}",
        f"none left, each turn inside {TURN_SECONDS} s, consistent",
        not old and not fault and max(turns) < TURN_SECONDS,
    )


def _being_erased(repository: Repository) -> bool:
    """Whether it is; where the emulator is too busy to tell, it may be."""
    try:
        return repository.read(USER, SUNDAY).being_erased
    except StorageError:
        return True


def _seconds(turn: Callable[[], object]) -> float:
    began = time.monotonic()
    turn()
    return time.monotonic() - began


def _killed(store: str, open_store: Callable[[], Repository]) -> Outcome:
    """Kill processes that log runs and delete everything in turn; each notebook is then looked at."""
    random = Random(10)  # noqa: S311 - the same attack twice is the same
    repository = open_store()
    processes = multiprocessing.get_context("forkserver")  # a fork of this process would lack its threads
    processes.set_forkserver_preload([__name__])
    faults: list[str] = []
    erasing = written = 0
    for number in range(KILLS):
        user = f"{USER}.{number}"
        write_long_log(repository, user, OLD_RUNS, SUNDAY)
        ready, ours = processes.Pipe(duplex=False)
        child = processes.Process(target=_use, args=(open_store, user, number % 2 == 0, ours))
        child.start()
        ready.recv()
        time.sleep(random.uniform(0, LATEST_KILL_SECONDS))
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
        erasing += repository.read(user, SUNDAY).being_erased
        written += _count(repository, user) != OLD_RUNS
        faults += filter(None, [_fault_after_a_kill(repository, user)])
    return Outcome(
        f"{KILLS} processes killed on {store} while they log runs and delete everything",
        f"{written} notebooks changed, {erasing} half erased; not repaired by the next turn: {len(faults)}"
        f" {'; '.join(sorted(set(faults)))[:120]}".rstrip(),
        "every notebook consistent after the next turn, and everything can be deleted",
        not faults and written > 0,
    )


def _use(open_store: Callable[[], Repository], user: str, deletes_first: bool, ready: Connection) -> None:  # noqa: FBT001 - a process's arguments
    household = Household(build_skill(open_store()), user)
    household.opens()
    ready.send(None)
    if deletes_first:
        household.deletes_everything()
    while True:
        household.says(ADD)
        household.says(NO)
        for _ in range(3):
            household.says(LOG)
        household.deletes_everything()


def _fault_after_a_kill(repository: Repository, user: str) -> str:
    """What is wrong with a notebook after the next turn, or after deleting everything; empty for nothing."""
    household = Household(build_skill(repository), user, SUNDAY + timedelta(hours=1))
    household.opens()
    fault = _fault(repository, user)
    deleted = timeline_of(household.deletes_everything()["response"], "en").text
    if "Everything is deleted" not in deleted:
        return f"{fault} not deleted".strip()
    notebook = repository.read(user, SUNDAY)
    left = notebook.pages or _count(repository, user) or notebook.being_erased
    return f"{fault} something left".strip() if left else fault


def _fault(repository: Repository, user: str = USER) -> str:
    """What `check` would say of a notebook; empty for nothing."""
    if repository.read(user, SUNDAY).being_erased:
        return "half erased"
    if unreadable_records(repository, user, SUNDAY):
        return "unreadable"
    _, wrong = check_sums(repository, user, SUNDAY)
    return "sums are wrong" if wrong else ""


def _count(repository: Repository, user: str) -> int:
    return sum(1 for _ in repository.log(user))
