"""A turn in a process that has taken turns before, the store's own time left out.

The hello world has no store, so Foot Coach gets a notebook in memory; what a store costs is counted in
`bench.storage_calls` in calls. Everything else is in: JSON in, the SDK's objects, the use case, JSON out.
"""

import time
from collections.abc import Callable
from typing import Any, Final

from bench.baselines.sdk_core import lambda_handler as hello_world
from bench.table import Line, milliseconds, ratio
from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from tests import echo
from tests.memory import MemoryRepository

ROUNDS: Final = 31
TURNS: Final = 10


def lines() -> list[Line]:
    """Opening the skill, which both do, and starting a routine of several minutes, which only one can."""
    skill = build_skill(MemoryRepository())
    opened = echo.launch()
    started = echo.intent("StartRoutineIntent", echo.choice("routine", "post-run"))
    takes: dict[str, Callable[[], Any]] = {
        "hello world": lambda: hello_world(opened, None),  # type: ignore[arg-type]  # the SDK says str, gets a dict
        "open": lambda: answer(lambda: skill, opened),
        "start": lambda: answer(lambda: skill, started),
    }
    times: dict[str, list[float]] = {name: [] for name in takes}
    for number in range(ROUNDS + 1):
        for name, take in takes.items():
            seconds = _time(take)
            if number:  # the first round fills what is kept between turns
                times[name].append(seconds)
    hello = times["hello world"]
    return [
        Line("warm turn, hello world, core only", milliseconds(hello)),
        Line(
            "warm turn, Foot Coach, open",
            milliseconds(times["open"]),
            ratio(times["open"], hello),
            "hello world, core only",
            "<= 2",
        ),
        Line(
            "warm turn, Foot Coach, start a routine",
            milliseconds(times["start"]),
            ratio(times["start"], hello),
            "hello world, core only",
        ),
    ]


def _time(take: Callable[[], Any]) -> float:
    began = time.perf_counter()
    for _ in range(TURNS):
        take()
    return (time.perf_counter() - began) / TURNS
