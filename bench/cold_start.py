"""From the start of the runtime's process to the first answered turn.

Each function is started anew under the real runtime client, with a Runtime API and a DynamoDB on loopback,
and asked to open the skill. The real Lambda adds to each the fetching of its package and a machine's boot.
"""

import compileall
import shutil
import tempfile
import time
from pathlib import Path
from py_compile import PycInvalidationMode
from typing import Final

from bench.table import Line, milliseconds, ratio
from stand_ins.credentials_server import credentials_server
from stand_ins.echo import launch
from stand_ins.emulator import CREDENTIALS, REGION, client, create_table, ministack
from stand_ins.runtime_api import ROOT, SNAPSTART, function

ROUNDS: Final = 15
RESTORED: Final = "first turn after SnapStart's restore, Foot Coach"
HANDLERS: Final = {
    "hello world + DynamoDB adapter": "bench.baselines.sdk_dynamodb.lambda_handler",
    "hello world, core only": "bench.baselines.sdk_core.lambda_handler",
    "bare Python": "bench.baselines.bare.lambda_handler",
    "Foot Coach": "lambda/handler.lambda_handler",
}


def lines() -> list[Line]:
    """Foot Coach's cold start against the three others'."""
    times = _measure()
    ours, restored = times.pop("Foot Coach"), times.pop(RESTORED)
    targets = {"hello world + DynamoDB adapter": "<= 0.7"}
    return [
        *(Line(f"cold start, {name}", milliseconds(each)) for name, each in times.items()),
        *(
            Line("cold start, Foot Coach", milliseconds(ours), ratio(ours, each), name, targets.get(name, ""))
            for name, each in times.items()
        ),
        Line(RESTORED, milliseconds(restored), ratio(restored, ours), "Foot Coach's cold start"),
    ]


def _measure() -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in (*HANDLERS, RESTORED)}
    with tempfile.TemporaryDirectory() as scratch, ministack(Path(scratch)) as url:
        package = _package(Path(scratch) / "package")
        environment = {
            **CREDENTIALS,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ENDPOINT_URL_DYNAMODB": url,
            "FOOT_COACH_STORAGE": "dynamodb",
            "FOOT_COACH_TABLE": create_table(url),
            "HELLO_TABLE": _hello_table(url),
        }
        for number in range(ROUNDS + 1):
            for name, handler in HANDLERS.items():
                seconds = _start(environment, handler, package)
                if number:  # the first round warms the disk's cache
                    times[name].append(seconds)
            times[RESTORED] += [_restore(environment, package)] if number else []
    return times


def _package(folder: Path) -> Path:
    """Everything that is started, compiled as it is when it is deployed."""
    for part in ("skill", "lambda", "bench/baselines"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    compileall.compile_dir(folder, quiet=1, invalidation_mode=PycInvalidationMode.UNCHECKED_HASH)
    return folder


def _start(environment: dict[str, str], handler: str, package: Path) -> float:
    began = time.monotonic()
    with function(environment, handler=handler, folder=package) as api:
        outcome = api.invoke(launch())
        if outcome.kind != "response" or "outputSpeech" not in outcome.body["response"]:
            raise RuntimeError(f"{handler} did not answer: {outcome}")
        return outcome.at - began


def _restore(environment: dict[str, str], package: Path) -> float:
    """Seconds from SnapStart's going on from the snapshot to the first answered turn."""
    without_keys = {name: value for name, value in environment.items() if name not in CREDENTIALS}
    with (
        credentials_server() as handed_out,
        function({**without_keys, **handed_out, **SNAPSTART}, folder=package) as api,
    ):
        api.snapshot.wait()
        began = time.monotonic()
        api.restored.set()
        return api.invoke(launch()).at - began


def _hello_table(url: str) -> str:
    name = "hello"
    client(url).create_table(
        TableName=name,
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    return name
