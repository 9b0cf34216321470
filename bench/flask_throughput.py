"""Requests a second through Flask with verification on, ours against the SDK's own.

One thread calls each application as a WSGI server does, with one really signed launch, so what differs is the
work per request. The SDK's verifier runs as it ships, on a system's roots, in spite of its import (see
`stand_ins/sdk_verifier.py`); its certificate comes from memory as ours does, and each has seen it before.
"""

import io
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from ask_sdk_core.serialize import DefaultSerializer
from cryptography.x509.verification import Store
from flask import Flask, Response, jsonify, request

from bench.table import Line
from skill.alexa.entry import answer
from skill.alexa.envelope import reduced
from skill.alexa.skill import build_skill
from skill.storage.sqlite import SQLiteRepository
from skill.web.app import Verification, create_app
from skill.web.dispatch import Handle
from skill.web.signing_keys import SigningKeys
from skill.web.verifier import ApplicationVerifier, RequestVerifier, TimestampVerifier
from stand_ins.authority import SKILL_ID, Authorities, Sent, authorities, good
from stand_ins.sdk_verifier import hello_world, sdk_handler

ROUNDS: Final = 7
REQUESTS: Final = 150
MEMORY: Final = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
"""Where Linux keeps files in memory: what is measured is requests, not a disk that takes a turn's write."""

Application = Callable[[dict[str, Any], Callable[..., Any]], Any]


def lines() -> list[Line]:
    """Both verifiers before a hello world, and before the coach with its SQLite store."""
    given = authorities(datetime.now(UTC))
    sent = good(given)
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        coach = build_skill(SQLiteRepository(Path(folder) / "notebooks.sqlite3"), SKILL_ID)
        coach.serializer = _Reducing()
        hello = hello_world()
        with (
            sdk_handler(given, lambda: sent.chain) as hello_by_sdk,
            sdk_handler(given, lambda: sent.chain, coach) as coach_by_sdk,
        ):
            rates = _rates(
                {
                    "hello world, SDK's verifier": _by_sdk(hello_by_sdk),
                    "hello world, ours": _ours(given, sent, lambda event, _: answer(lambda: hello, event)),
                    "Foot Coach, SDK's verifier": _by_sdk(coach_by_sdk),
                    "Foot Coach, ours": _ours(given, sent, lambda event, _: answer(lambda: coach, event)),
                },
                sent,
            )
    return [line for skill in ("hello world", "Foot Coach") for line in _pair(skill, rates)]


class _Reducing(DefaultSerializer):
    """Reads of an envelope what the coach reads; the SDK's handler knows no entry point that would."""

    def deserialize(self, payload: str | None, obj_type: Any) -> Any:
        return super().deserialize(json.dumps(reduced(json.loads(payload or ""))), obj_type)


def _pair(skill: str, rates: dict[str, float]) -> list[Line]:
    ours, theirs = rates[f"{skill}, ours"], rates[f"{skill}, SDK's verifier"]
    return [
        Line(f"Flask, {skill}, SDK's verifier", f"{theirs:.0f} requests/s"),
        Line(f"Flask, {skill}, ours", f"{ours:.0f} requests/s", ours / theirs, "SDK's verifier", ">= 3"),
    ]


def _ours(given: Authorities, sent: Sent, handle: Handle) -> Flask:
    def clock() -> datetime:
        return datetime.now(UTC)

    keys = SigningKeys(Store([given.root.certificate]), lambda _path: sent.chain)
    verification = Verification(
        RequestVerifier(keys, clock, SKILL_ID), [TimestampVerifier(clock), ApplicationVerifier(SKILL_ID)]
    )
    return create_app(handle, verification, lambda: None)


def _by_sdk(dispatch: Callable[..., Any]) -> Flask:
    """As the SDK's own Flask adapter does it."""
    app = Flask("sdk", static_folder=None)

    @app.post("/alexa")
    def alexa() -> Response:
        return jsonify(dispatch(request.headers, request.data.decode()))

    return app


def _rates(applications: dict[str, Flask], sent: Sent) -> dict[str, float]:
    """Requests a second of each, the best of rounds taken in turns."""
    fastest = dict.fromkeys(applications, float("inf"))
    for _ in range(ROUNDS):
        for name, application in applications.items():
            began = time.perf_counter()
            for _ in range(REQUESTS):
                _call(application, sent)
            fastest[name] = min(fastest[name], time.perf_counter() - began)
    return {name: REQUESTS / seconds for name, seconds in fastest.items()}


def _call(application: Application, sent: Sent) -> None:
    answered: list[str] = []
    environment = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/alexa",
        "SERVER_NAME": "coach.example.com",
        "SERVER_PORT": "443",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_TYPE": "application/json; charset=utf-8",
        "CONTENT_LENGTH": str(len(sent.content)),
        "HTTP_SIGNATURECERTCHAINURL": sent.headers["SignatureCertChainUrl"],
        "HTTP_SIGNATURE_256": sent.headers["Signature-256"],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "https",
        "wsgi.input": io.BytesIO(sent.content),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    said = b"".join(application(environment, lambda status, _headers: answered.append(status)))
    if answered != ["200 OK"] or b"outputSpeech" not in said:
        raise AssertionError(f"not answered: {answered}")
