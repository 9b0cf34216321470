"""A turn in a process that has taken turns before, the store's own time left out.

The hello world has no store, so Foot Coach gets a notebook in memory; what a store costs is counted in
`bench.storage_calls` in calls. Everything else is in: JSON in, the SDK's objects, the use case, JSON out.
Times are of the processor, since nothing here waits.
"""

import time
from collections.abc import Callable
from typing import Any, Final

from bench.baselines.sdk_core import lambda_handler as hello_world
from bench.table import Line, milliseconds, ratio
from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from stand_ins import echo
from stand_ins.memory import MemoryRepository

ROUNDS: Final = 41
TURNS: Final = 10


def lines() -> list[Line]:
    """Opening the skill, which both do, and turns that have a routine to deal with, which only one can."""
    opening, starting, resuming = (build_skill(MemoryRepository()) for _ in range(3))
    opened = echo.launch()
    started = echo.intent("StartRoutineIntent", echo.choice("routine", "post-run"))
    takes: dict[str, Callable[[], Any]] = {
        "hello world": lambda: hello_world(opened, None),  # type: ignore[arg-type]  # the SDK says str, gets a dict
        "open": lambda: answer(lambda: opening, opened),
        "open in the middle of a routine": lambda: answer(lambda: resuming, opened),
        "start a routine": lambda: answer(lambda: starting, started),
    }
    answer(lambda: resuming, started)
    times: dict[str, list[float]] = {name: [] for name in takes}
    for number in range(ROUNDS + 1):
        for name, take in takes.items():
            seconds = _time(take)
            if number:  # the first round fills what is kept between turns
                times[name].append(seconds)
    hello = times.pop("hello world")
    return [
        Line("warm turn, hello world, core only", milliseconds(hello)),
        *(
            Line(
                f"warm turn, Foot Coach, {name}",
                milliseconds(each),
                ratio(each, hello),
                "hello world, core only",
                "<= 2" if name == "open" else "",
            )
            for name, each in times.items()
        ),
    ]


def _time(take: Callable[[], Any]) -> float:
    began = time.process_time()
    for _ in range(TURNS):
        take()
    return (time.process_time() - began) / TURNS
