"""What the skill reads of a request envelope.

Amazon adds values, fields and types without notice, and the SDK refuses a whole envelope for one value of an
enumeration that it does not list. So the SDK is given what the tables below name, and nothing else.
"""

from datetime import datetime
from enum import Enum
from typing import Any, Final, TypeAlias

from ask_sdk_model import SessionEndedReason
from ask_sdk_model.slu.entityresolution import StatusCode

Envelope = dict[str, Any]
Shape: TypeAlias = type | list["Shape"] | dict[str, "Shape"]
"""How a part of an envelope is read, written as the part itself looks.

A Python type stands for a value of that type; an enumeration of the SDK's for one of its values; a list for
a list of such parts; a table for an object with these parts, or, under "*", with parts of any name. A part
that is something else is left out, but an object with parts and a list are always there, if only empty.
"""
PRESENT: Final[Shape] = {}
"""An object of which only that it is there is read."""

_SESSION: Final[Shape] = {"new": bool, "attributes": dict, "user": {"userId": str}}
_CONTEXT: Final[Shape] = {
    "System": {
        "application": {"applicationId": str},
        "user": {"userId": str},
        "person": {"personId": str},
        "device": {"deviceId": str, "supportedInterfaces": {"Alexa.Presentation.APL": PRESENT}},
        "apiEndpoint": str,
        "apiAccessToken": str,
    },
}
_REQUEST: Final[dict[str, Shape]] = {"type": str, "requestId": str, "timestamp": datetime, "locale": str}
_SLOT: Final[Shape] = {
    "value": str,
    "resolutions": {
        "resolutionsPerAuthority": [
            {
                "authority": str,
                "status": {"code": StatusCode},
                "values": [{"value": {"id": str}}],
            }
        ]
    },
}
REQUESTS: Final[dict[str, dict[str, Shape]]] = {
    "LaunchRequest": {},
    "IntentRequest": {"intent": {"name": str, "slots": {"*": _SLOT}}},
    "SessionEndedRequest": {"reason": SessionEndedReason, "error": PRESENT},
    "System.ExceptionEncountered": {},
    "Alexa.Presentation.APLA.RuntimeError": {},
    "Alexa.Presentation.APL.UserEvent": {"arguments": list},
    "AlexaSkillEvent.SkillDisabled": {},
}
"""The types of request that the skill answers, and what it reads of each beside what all have."""


def reduced(event: Any) -> Envelope:
    """The parts of an envelope that are read; of what is no envelope, the same with nothing in them.

    A session is there only when the request has one: many have none, and then nothing is kept in it.
    """
    given = event if isinstance(event, dict) else {}
    session, request = given.get("session"), given.get("request")
    kind = _read(request, {"type": str}).get("type", "")
    return {
        "version": "1.0",
        **({"session": _read(session, _SESSION)} if isinstance(session, dict) else {}),
        "context": _read(given.get("context"), _CONTEXT),
        "request": _read(request, {**_REQUEST, **REQUESTS.get(kind, {})}),
    }


def _read(value: Any, shape: Shape) -> Any:
    """The part of that shape; None where the value is something else."""
    if isinstance(shape, dict):
        return _read_object(value if isinstance(value, dict) else None, shape)
    if isinstance(shape, list):
        return [_read(part, shape[0]) for part in value] if isinstance(value, list) else []
    if shape is datetime:
        return _read_time(value)
    if isinstance(value, shape):
        return value
    return value if issubclass(shape, Enum) and value in [member.value for member in shape] else None


def _read_object(value: Envelope | None, shape: dict[str, Shape]) -> Envelope | None:
    if not shape:
        return None if value is None else {}
    given = value or {}
    shapes = dict.fromkeys(given, shape["*"]) if "*" in shape else shape
    parts = {name: _read(given.get(name), inner) for name, inner in shapes.items()}
    return {name: part for name, part in parts.items() if part is not None}


def _read_time(value: Any) -> str | None:
    """A time of ISO 8601 as the SDK surely reads it."""
    try:
        return datetime.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        return None
