from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from cryptography.x509.verification import Store
from flask import Flask

from skill.web.app import Verification, create_app
from skill.web.chain_source import FetchChain
from skill.web.dispatch import Handle, Verifier
from skill.web.signing_keys import SigningKeys
from skill.web.verifier import ApplicationVerifier, RequestVerifier, TimestampVerifier
from stand_ins.authority import SKILL_ID, Authorities, authorities


@pytest.fixture
def given() -> Authorities:
    """Made for the real time of the run: the SDK's verifier, which is compared, takes no other clock."""
    return authorities(datetime.now(UTC))


def hello(_envelope: dict[str, Any], _context: object) -> dict[str, Any]:
    return {"version": "1.0", "response": {"outputSpeech": {"type": "PlainText", "text": "Hello."}}}


@pytest.fixture
def make_app(given: Authorities) -> Callable[..., Flask]:
    def make(fetch: FetchChain, handle: Handle = hello, now: datetime | None = None) -> Flask:
        def clock() -> datetime:
            return now or given.now

        keys = SigningKeys(Store([given.root.certificate]), fetch)
        others: list[Verifier] = [TimestampVerifier(clock), ApplicationVerifier(SKILL_ID)]
        return create_app(handle, Verification(RequestVerifier(keys, clock, SKILL_ID), others), lambda: None)

    return make
