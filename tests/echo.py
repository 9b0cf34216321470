"""Requests as an Echo sends them, after the examples in Amazon's "Request and Response JSON Reference"."""

import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

SKILL = "amzn1.ask.skill.12345678-1234-1234-1234-123456789012"


def launch(user: str = "amzn1.ask.account.RUNNER", device: str = "kitchen", **request: Any) -> dict[str, Any]:
    """Someone opens the skill; `request` replaces or adds parts of the request."""
    return _envelope({"type": "LaunchRequest", "shouldLinkResultBeReturned": False, **request}, user, device)


def choice(slot: str, value: str) -> dict[str, Any]:
    """A slot whose value Alexa has found among those of its type; for `intent`."""
    authority = f"amzn1.er-authority.echo-sdk.{SKILL}.{slot}"
    match = {"value": {"name": value, "id": value}}
    found = {"authority": authority, "status": {"code": "ER_SUCCESS_MATCH"}, "values": [match]}
    return {slot: {"value": value, "resolutions": {"resolutionsPerAuthority": [found]}}}


def intent(
    name: str,
    slots: Mapping[str, Any] | None = None,
    *,
    user: str = "amzn1.ask.account.RUNNER",
    device: str = "kitchen",
    attributes: Mapping[str, Any] | None = None,
    **request: Any,
) -> dict[str, Any]:
    """Someone says something in an open session; a slot is what was heard, or a `choice`."""
    filled = {
        slot: {
            "name": slot,
            "confirmationStatus": "NONE",
            **(heard if isinstance(heard, dict) else {"value": heard}),
        }
        for slot, heard in (slots or {}).items()
    }
    spoken = {"name": name, "confirmationStatus": "NONE", "slots": filled}
    body = {"type": "IntentRequest", "intent": spoken, "dialogState": "STARTED", **request}
    return _envelope(body, user, device, new=False, attributes=attributes)


def _envelope(
    request: dict[str, Any],
    user: str,
    device: str,
    *,
    new: bool = True,
    attributes: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    application = {"applicationId": SKILL}
    return {
        "version": "1.0",
        "session": {
            "new": new,
            "sessionId": f"amzn1.echo-api.session.{device}",
            "application": application,
            "attributes": dict(attributes or {}),
            "user": {"userId": user},
        },
        "context": {
            "System": {
                "application": application,
                "user": {"userId": user},
                "device": {
                    "deviceId": f"amzn1.ask.device.{device}",
                    "supportedInterfaces": {"AudioPlayer": {}},
                },
                "apiEndpoint": "https://api.eu.amazonalexa.com",
                "apiAccessToken": "token",
            },
            "AudioPlayer": {"playerActivity": "IDLE"},
        },
        "request": {
            "requestId": f"amzn1.echo-api.request.{uuid.uuid4()}",
            "timestamp": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "locale": "en-US",
            **request,
        },
    }
