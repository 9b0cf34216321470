"""AWS on loopback: MiniStack in a process of its own, and tables in it."""

import os
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import boto3
import urllib3

from skill.storage.dynamodb import DynamoDBRepository
from skill.storage.dynamodb_client import DynamoDBClient

REGION = "eu-west-1"
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}
START_SECONDS = 90.0


@contextmanager
def ministack(folder: Path, services: str = "dynamodb") -> Iterator[str]:
    """Runs the emulator with its files in `folder`; yields its URL."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("AWS_")},
        **CREDENTIALS,
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0",
        "LOG_LEVEL": "WARNING",
        "MINISTACK_REGION": REGION,
        "SERVICES": services,
        "TMPDIR": str(folder),
    }
    url = f"http://127.0.0.1:{port}"
    with (folder / "ministack.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "ministack"], env=environment, stdout=log, stderr=log, cwd=folder
        )
        try:
            _await(process, f"{url}/_ministack/health")
            yield url
        finally:
            process.terminate()
            process.wait(timeout=START_SECONDS)


def create_table(url: str) -> str:
    """Makes an empty table as template.yaml defines it; returns its name."""
    name = f"notebooks-{uuid.uuid4().hex}"
    client(url).create_table(
        TableName=name,
        KeySchema=[
            {"AttributeName": "owner", "KeyType": "HASH"},
            {"AttributeName": "key", "KeyType": "RANGE"},
        ],
        AttributeDefinitions=[
            {"AttributeName": "owner", "AttributeType": "S"},
            {"AttributeName": "key", "AttributeType": "S"},
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    return name


def repository(url: str, table: str) -> DynamoDBRepository:
    """A repository in a table that is reached at `url`."""
    return DynamoDBRepository(dynamodb_client(url), table)


def dynamodb_client(url: str) -> DynamoDBClient:
    """The skill's own client of the DynamoDB at `url`."""
    return DynamoDBClient(_session(), url)


def client(url: str, service: str = "dynamodb") -> Any:
    """AWS's own client of a service in the emulator at `url`."""
    return _session().client(service, endpoint_url=url)


@cache
def _session() -> boto3.Session:
    """One for all: each reads AWS's descriptions of its services anew, which takes longer than most tests."""
    keys = {name.lower(): value for name, value in CREDENTIALS.items()}
    return boto3.Session(region_name=REGION, **keys)


def _await(process: subprocess.Popen[bytes], url: str) -> None:
    ends = time.monotonic() + START_SECONDS
    while time.monotonic() < ends and process.poll() is None:
        try:
            if urllib3.request("GET", url, retries=False, timeout=1).status == 200:
                return
        except urllib3.exceptions.HTTPError:
            time.sleep(0.02)
    raise RuntimeError("MiniStack did not start")
