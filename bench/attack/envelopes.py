"""Requests that no Echo sends, and many of those that it does."""

import json
import logging
import multiprocessing
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

from bench.attack.outcome import Outcome
from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.device.envelopes import Envelopes
from stand_ins import echo
from stand_ins.memory import MemoryRepository
from stand_ins.mutation import mutated, requests
from stand_ins.survival import Lines, fault

MUTATED: Final = 50_000
PROCESSES: Final = 2
FIRST: Final = 4_000
"""Requests until the process has all that it needs: caches filled, pools and arenas grown."""
MANY: Final = 20_000
ONE_STRETCHES_IN: Final = 8
"""Users; a routine takes several times as long to answer as other words."""
HOUSEHOLD: Final = 5
"""Voices: the notebook, which is one for all, keeps a page of each."""
MOST_GROWTH: Final = 5_000_000
"""Bytes."""
NOW: Final = datetime(2026, 11, 22, 9, tzinfo=UTC)


def outcomes() -> list[Outcome]:
    """Mutated requests, and the memory that ordinary ones leave behind."""
    with ProcessPoolExecutor(PROCESSES, mp_context=multiprocessing.get_context("spawn")) as pool:
        growth = pool.submit(_growth)
        faults = sum(pool.map(_faults, range(PROCESSES), [MUTATED // PROCESSES] * PROCESSES), Counter[str]())
        grown = growth.result()
    return [
        Outcome(
            f"{MUTATED:,} requests with parts taken out, replaced and moved",
            ", ".join(f"{count} x {what}" for what, count in faults.most_common(3)) or "all answered",
            "no error, no apology, no invalid answer, no line with anything said or any id",
            not faults,
        ),
        Outcome(
            f"memory over {MANY:,} requests of as many users and devices",
            f"{grown / 1e6:+.1f} MB",
            f"< {MOST_GROWTH / 1e6:.0f} MB",
            grown < MOST_GROWTH,
        ),
    ]


def _faults(seed: int, number: int) -> Counter[str]:
    logger, lines = logging.getLogger("foot_coach"), Lines()
    logger.addHandler(lines)
    logger.propagate = False
    skill = build_skill(MemoryRepository())
    random = Random(seed)  # noqa: S311 - the same attack each time
    texts = [json.dumps(request) for request in requests()]
    found = (fault(lambda: skill, mutated(random.choice(texts), random), lines) for _ in range(number))
    return Counter(filter(None, found))


def _growth() -> int:
    """Bytes that the process grows by while it answers ordinary requests."""
    skill = build_skill(MemoryRepository())
    asked = _ordinary()
    before = 0
    for number in range(FIRST + MANY):
        if number == FIRST:
            before = _resident()
        answer(lambda: skill, next(asked))
    return _resident() - before


def _ordinary() -> Iterator[dict[str, Any]]:
    """Requests of ever other people, devices and days, in locales of which there are many."""
    number = 0
    while True:
        number += 1
        runner = Envelopes(
            f"amzn1.ask.account.{number}",
            locale=f"en-{number}",
            person=f"amzn1.ask.person.{number % HOUSEHOLD}",
            device=f"amzn1.ask.device.{number}",
        )
        now = NOW + timedelta(minutes=number)
        runner.open_session()
        yield runner.launch(now)
        if number % ONE_STRETCHES_IN == 0:
            yield runner.intent(now, "StartRoutineIntent", echo.choice("routine", "post-run"))
        for intent in ("AMAZON.NextIntent", "HearSettingsIntent", "ShoeDistanceIntent", "AMAZON.HelpIntent"):
            yield runner.intent(now + timedelta(seconds=60), intent)
        yield runner.session_ended(now + timedelta(seconds=90), "USER_INITIATED")


def _resident() -> int:
    """The process's resident memory in bytes (Linux, proc(5))."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
