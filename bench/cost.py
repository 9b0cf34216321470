"""What routines cost on AWS, from list prices and from what the skill really asks of DynamoDB.

A runner with 10,000 logged runs, which is the most a read brings, opens the skill and does the post-run
routine to its end. The requests are taken from a proxy in front of the emulator and sized by AWS's rules.
Durations on Lambda cannot be measured here and are assumed, generously.
"""

import json
import math
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bench.storage_calls import USER, fill
from bench.table import Line
from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.device.echo import Echo
from skill.device.envelopes import Envelopes
from skill.hearing.interpreter import Interpreter
from skill.storage.repository import Repository
from stand_ins import emulator
from stand_ins.emulator import create_table, ministack
from stand_ins.fault_proxy import FaultProxy, fault_proxy

NOW: Final = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
ROUTINES: Final = 1000
MEMORY_GB: Final = 0.5
"""As template.yaml has it."""
TURN_SECONDS: Final = 0.1
"""Assumed of a warm turn on half a gigabyte, with its two calls to DynamoDB."""
COLD_SHARE: Final = 0.1
"""Assumed share of routines that begin in a new environment, restored from the snapshot."""
LOG_BYTES: Final = 500
"""Assumed of the three lines that Lambda itself logs a turn."""

# US dollars, US East (N. Virginia), without free tiers, as cited in November 2026. AWS's own pages show them
# by script: https://aws.amazon.com/lambda/pricing, /dynamodb/pricing/on-demand and /cloudwatch/pricing.
GB_SECOND: Final = 13.3334e-6  # Lambda, arm64
REQUEST: Final = 0.20e-6  # Lambda
RESTORED_GB: Final = 139.7998e-6  # SnapStart, each restore
CACHED_GB_SECOND: Final = 1.5046e-6  # SnapStart, as long as the version is there
READ_UNIT: Final = 0.125e-6  # DynamoDB on demand since 1 November 2024: 4 KB read strongly consistent
WRITE_UNIT: Final = 0.625e-6  # as above: 1 KB written, twice in a transaction
LOG_GB: Final = 0.50  # CloudWatch, taken in
MONTH_SECONDS: Final = 30 * 24 * 3600
_READ_BYTES: Final = 4096
_WRITE_BYTES: Final = 1024


def lines() -> list[Line]:
    """The cost of a thousand routines, part by part, and of a month in which nobody comes."""
    with tempfile.TemporaryDirectory() as folder, ministack(Path(folder)) as url, fault_proxy(url) as proxy:
        store = emulator.repository(proxy.url, create_table(url))
        fill(store, 10_000, NOW)
        proxy.plan(lambda _number, _action: None)
        turns = _routine(store)
        reads, writes = _units(proxy)
    lambda_ = turns * (TURN_SECONDS * MEMORY_GB * GB_SECOND + REQUEST) + COLD_SHARE * MEMORY_GB * RESTORED_GB
    dynamodb = reads * READ_UNIT + writes * WRITE_UNIT
    logs = turns * LOG_BYTES / 1e9 * LOG_GB
    parts = {
        f"Lambda, {turns} turns": lambda_,
        f"DynamoDB, {reads} read and {writes} write units": dynamodb,
        "CloudWatch logs": logs,
        "in all": lambda_ + dynamodb + logs,
    }
    return [
        *(Line(f"{ROUTINES:,} routines: {name}", f"$ {ROUTINES * cost:.3f}") for name, cost in parts.items()),
        Line(
            "a month of waiting: SnapStart's cache", f"$ {MONTH_SECONDS * MEMORY_GB * CACHED_GB_SECOND:.2f}"
        ),
    ]


def _routine(store: Repository) -> int:
    """Do the post-run routine; how many turns it took."""
    skill = build_skill(store)
    echo = Echo(
        lambda request: answer(lambda: skill, request), Interpreter.of("en-US"), Envelopes(USER), now=NOW
    )
    echo.hear("open foot coach")
    exchange = echo.hear("start my post run stretches")
    turns = 2
    while exchange.open:
        echo.wait(echo.reply_left)
        exchange = echo.hear("ready")
        turns += 1
    return turns


def _units(proxy: FaultProxy) -> tuple[int, int]:
    reads = sum(math.ceil(size / _READ_BYTES) for action, size in _answers(proxy) if action == "Query")
    writes = 0
    for body in proxy.bodies:
        request = json.loads(body)
        if "Item" in request:
            writes += math.ceil(_size(request["Item"]) / _WRITE_BYTES)
        for operation in request.get("TransactItems", ()):
            (part,) = operation.values()
            writes += 2 * math.ceil(_size(part.get("Item") or part["Key"]) / _WRITE_BYTES)
    return reads, writes


def _answers(proxy: FaultProxy) -> Iterator[tuple[str, int]]:
    return zip(proxy.actions, proxy.answers, strict=True)


def _size(item: dict[str, dict[str, Any]]) -> int:
    """An item's bytes as DynamoDB counts them: names and values."""
    return sum(len(name) + sum(len(value) for value in typed.values()) for name, typed in item.items())
