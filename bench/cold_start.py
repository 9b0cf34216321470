"""From a process's start, or from the end of SnapStart's restore, to the first answered turn.

Each function is started anew under the real runtime client, with a Runtime API and a DynamoDB on loopback,
and asked to open the skill. With SnapStart, which template.yaml switches on, what a function does before its
snapshot is not counted, and credentials come from an endpoint; without, they come from the environment. The
real Lambda adds to each the fetching of its package, a machine's boot or restore, and TLS.
"""

import compileall
import shutil
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from py_compile import PycInvalidationMode
from typing import Final

import botocore

from bench.table import Line, milliseconds, ratio
from stand_ins.credentials_server import credentials_server
from stand_ins.echo import launch
from stand_ins.emulator import CREDENTIALS, REGION, client, create_table, ministack
from stand_ins.runtime_api import ROOT, SNAPSTART, function
from tools.lambda_package import lighten

ROUNDS: Final = 15
OURS: Final = "Foot Coach"
HANDLERS: Final = {
    "hello world + DynamoDB adapter": "bench.baselines.sdk_dynamodb.lambda_handler",
    "hello world, core only": "bench.baselines.sdk_core.lambda_handler",
    "bare Python": "bench.baselines.bare.lambda_handler",
    OURS: "lambda/handler.lambda_handler",
}
SNAPSHOT: Final = "first turn after a restore"
START: Final = "first turn without SnapStart"
TARGETS: Final = {(START, "hello world + DynamoDB adapter"): "<= 1.1"}

Times = dict[tuple[str, str], list[float]]


def lines() -> list[Line]:
    """Foot Coach's first turn against the three others', with SnapStart and without."""
    times = _measure()
    return [line for way in (SNAPSHOT, START) for line in _lines(way, times)]


def _lines(way: str, times: Times) -> list[Line]:
    ours = times[way, OURS]
    others = [name for name in HANDLERS if name != OURS]
    return [
        *(Line(f"{way}, {name}", milliseconds(times[way, name])) for name in others),
        *(
            Line(
                f"{way}, {OURS}",
                milliseconds(ours),
                ratio(ours, times[way, name]),
                name,
                TARGETS.get((way, name), ""),
            )
            for name in others
        ),
    ]


def _measure() -> Times:
    times: Times = {(way, name): [] for way in (SNAPSHOT, START) for name in HANDLERS}
    with tempfile.TemporaryDirectory() as scratch, ministack(Path(scratch)) as url:
        packages = _packages(Path(scratch) / "packages")
        environment = {
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ENDPOINT_URL_DYNAMODB": url,
            "FOOT_COACH_STORAGE": "dynamodb",
            "FOOT_COACH_TABLE": create_table(url),
            "HELLO_TABLE": _hello_table(url),
        }
        for number in range(ROUNDS + 1):
            for way, name in times:
                seconds = _first_turn(environment, HANDLERS[name], packages[name], restored=way == SNAPSHOT)
                if number:  # the first round warms the disk's cache
                    times[way, name].append(seconds)
    return times


def _packages(folder: Path) -> dict[str, Path]:
    """What is started, compiled; Foot Coach with as little of boto3's data as it is deployed with."""
    ours, others = folder / "ours", folder / "others"
    for part in ("skill", "lambda"):
        _copy(ROOT / part, ours / part)
    _copy(Path(botocore.__file__).parent, ours / "botocore")
    lighten(ours)
    _copy(ROOT / "bench" / "baselines", others / "bench" / "baselines")
    for package in (ours, others):
        # Installed here for the tests; no package that is deployed has it, and msgspec takes it where it is.
        package.joinpath("typing_extensions.py").write_text("raise ImportError", encoding="utf-8")
    compileall.compile_dir(folder, quiet=1, invalidation_mode=PycInvalidationMode.UNCHECKED_HASH)
    return {name: ours if name == OURS else others for name in HANDLERS}


def _copy(source: Path, target: Path) -> None:
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))


def _first_turn(environment: dict[str, str], handler: str, package: Path, *, restored: bool) -> float:
    """Seconds to the first answer, from the process's start or from the end of the restore."""
    with ExitStack() as stack:
        began = time.monotonic()
        if restored:
            handed_out = stack.enter_context(credentials_server())
            where = {**environment, **handed_out, **SNAPSTART}
        else:
            where = {**environment, **CREDENTIALS}
        api = stack.enter_context(function(where, handler=handler, folder=package))
        if restored:
            api.snapshot.wait()
            began = time.monotonic()
            api.restored.set()
        outcome = api.invoke(launch())
        if outcome.kind != "response" or "outputSpeech" not in outcome.body["response"]:
            raise RuntimeError(f"{handler} did not answer: {outcome}")
        return outcome.at - began


def _hello_table(url: str) -> str:
    name = "hello"
    client(url).create_table(
        TableName=name,
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    return name
