"""Several processes that log runs in one user's notebook, none of them ever pausing."""

import multiprocessing
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Final

from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.conversation.memory.run_entries import run_of
from skill.conversation.memory.shoe_pages import SHOES, rotation_of
from skill.shoes.ledger import differences
from skill.speech import ssml
from skill.speech.phrasebook import lines_of
from skill.storage.repository import Repository
from stand_ins import echo
from stand_ins.patience import patience

PROCESSES: Final = 4
A_KILOMETRE: Final = 100
"""In tens of metres: of a run much shorter the coach asks whether it is right."""
LOGGED: Final = "Logged"
DONE_BEFORE: Final = ssml.escape(str(lines_of("en")["trouble.done_before"]))
"""Said to a request that comes again when another process has written since."""


@dataclass(frozen=True, slots=True)
class Race:
    """What came of it.

    Attributes:
        refused: answers that did not say that the run was logged, now or before.
        stored: runs in the log.
        missing: runs that were told and are not there.
        wrong_sums: sums of pairs that the runs do not confirm.
        slowest: seconds that a turn took at most.
    """

    refused: int
    stored: int
    missing: int
    wrong_sums: int
    slowest: float


def race(open_store: Callable[[], Repository], runs: int, *, patient: bool = False) -> Race:
    """Log so many runs, each of another length, and every tenth twice.

    Args:
        open_store: opens the store, in each process anew; a function of a module or a partial of one.
        runs: how many, in all processes together.
        patient: whether turns have more time than a runner would wait; see `patience.py`.
    """
    store = open_store()
    skill = build_skill(store)
    answer(lambda: skill, echo.intent("AddShoesIntent", {"shoe": "ghosts"}))
    with ProcessPoolExecutor(PROCESSES, mp_context=multiprocessing.get_context("spawn")) as pool:
        shares = [range(1 + first, 1 + runs, PROCESSES) for first in range(PROCESSES)]
        told = list(pool.map(partial(_log_runs, open_store, patient), shares))
    logged = [run for entry in store.log(echo.USER) if (run := run_of(entry))]
    page = store.read(echo.USER, datetime.now(UTC)).pages[SHOES]
    return Race(
        refused=sum(refused for refused, _ in told),
        stored=len(logged),
        missing=len({*range(1, runs + 1)} - {run.metres // 10 - A_KILOMETRE for run in logged}),
        wrong_sums=len(differences(rotation_of(page.body), logged)),
        slowest=max(slowest for _, slowest in told),
    )


def _log_runs(
    open_store: Callable[[], Repository],
    patient: bool,  # noqa: FBT001 - what a process is given has no names
    lengths: range,
) -> tuple[int, float]:
    with patience() if patient else nullcontext():
        return _log(open_store(), lengths)


def _log(store: Repository, lengths: range) -> tuple[int, float]:
    """Log runs of a kilometre and so many times ten metres; how many were refused, and the slowest turn."""
    skill = build_skill(store)
    refused, slowest = 0, 0.0
    for length in lengths:
        slots = {
            "distance": str((length + A_KILOMETRE) // 100),
            "decimal": f"{length % 100:02}",
            "unit": "kilometres",
            "shoe": "ghosts",
        }
        request = echo.intent("LogRunIntent", {**slots, **echo.choice("unit", "kilometres")})
        for taken in [(LOGGED,), (LOGGED, DONE_BEFORE)] if length % 10 == 0 else [(LOGGED,)]:
            began = time.monotonic()
            response = answer(lambda: skill, request)
            slowest = max(slowest, time.monotonic() - began)
            refused += not any(words in response["response"]["outputSpeech"]["ssml"] for words in taken)
    return refused, slowest
