"""What a turn asks of DynamoDB, at 10 and at 10,000 logged runs: requests, items read, and bytes of answer.

Counted by a proxy between the repository and the emulator, so retries and further pages would show.
"""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from bench.table import Line
from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.conversation.memory.run_entries import entry_of
from skill.shoes.run import Run
from skill.storage.dynamodb import DynamoDBRepository
from skill.storage.repository import LARGEST_CHANGE, Change
from stand_ins import echo, emulator
from stand_ins.emulator import create_table, ministack
from stand_ins.fault_proxy import FaultProxy, fault_proxy

LOGS: Final = (10, 10_000)
USER: Final = "amzn1.ask.account.RUNNER"


def lines() -> list[Line]:
    """One line a turn and length of log."""
    found: dict[str, dict[int, tuple[list[str], int]]] = {}
    with tempfile.TemporaryDirectory() as folder, ministack(Path(folder)) as url, fault_proxy(url) as proxy:
        for length in LOGS:
            store = emulator.repository(proxy.url, create_table(url))
            fill(store, length, datetime.now(UTC))
            for name, seen in _turns(store, proxy).items():
                found.setdefault(name, {})[length] = seen
    return [_line(name, each) for name, each in found.items()]


def _line(name: str, seen: dict[int, tuple[list[str], int]]) -> Line:
    few, many = (seen[length] for length in LOGS)
    (few_calls, few_bytes), (many_calls, many_bytes) = few, many
    value = (
        f"{_count(few_calls)}, {few_bytes:,} B; at {LOGS[1]:,} runs {_count(many_calls)}, {many_bytes:,} B"
    )
    return Line(
        f"storage, {name}, {LOGS[0]} runs",
        value,
        len(many_calls) / len(few_calls),
        "calls at 10 runs",
        "<= 1",
    )


def _count(calls: list[str]) -> str:
    return " + ".join(calls)


def fill(store: DynamoDBRepository, length: int, now: datetime) -> None:
    """Log a run a day for as many days before `now`."""
    runs = [
        Run(f"run-{number}", at, at.date(), 5000)
        for number, at in ((number, now - timedelta(days=number + 1)) for number in range(length))
    ]
    for start in range(0, length, LARGEST_CHANGE):
        store.write(USER, Change(added=[entry_of(run) for run in runs[start : start + LARGEST_CHANGE]]), now)


def _turns(store: DynamoDBRepository, proxy: FaultProxy) -> dict[str, tuple[list[str], int]]:
    skill = build_skill(store)
    attributes: dict[str, Any] = {}

    def take(event: dict[str, Any]) -> tuple[list[str], int]:
        proxy.plan(lambda _number, _action: None)
        response = answer(lambda: skill, event)
        attributes.clear()
        attributes.update(response.get("sessionAttributes") or {})
        return list(proxy.actions), sum(proxy.answers)

    def say(name: str, **slots: Any) -> tuple[list[str], int]:
        return take(echo.intent(name, slots, attributes=attributes))

    return {
        "open the skill": take(echo.launch()),
        "start the stretches": say("StartRoutineIntent", **echo.choice("routine", "post-run")),
        "how long is left": say("HowLongLeftIntent"),
        "add shoes": say("AddShoesIntent", shoe="Pegasus", distance="200"),
        "log a run": say("LogRunIntent", distance="10", shoe="Pegasus"),
        "which shoes today": say("ChooseShoesIntent"),
    }
