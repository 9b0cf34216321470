"""What the skill reads of a request envelope.

Amazon adds values, fields and types without notice, and the SDK refuses a whole envelope for one value of an
enumeration that it does not list. So the SDK is given what the tables below name, and nothing else.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime
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
LARGEST_ATTRIBUTES: Final = 24_000
"""Bytes of JSON in a session's attributes; ours are a tenth of it. More come from nobody we know, and would
go out again with each answer, of which Alexa takes 120 KB."""
EARLIEST, LATEST = (datetime(year, 1, 1, tzinfo=UTC) for year in (2000, 9000))
"""Between them a request's time can be reckoned with, days back and weeks ahead, in any time zone."""


class Attributes:
    """Stands for what a session carries: any JSON, of which nothing is read here."""


_SESSION: Final[Shape] = {"new": bool, "attributes": Attributes, "user": {"userId": str}}
_CONTEXT: Final[Shape] = {
    "System": {
        "application": {"applicationId": str},
        "user": {"userId": str, "accessToken": str},
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
    "Connections.Response": {
        "name": str,
        "token": str,
        "payload": {"status": str, "isCardThrown": bool, "permissionScopes": [{"status": str}]},
    },
    "Alexa.Presentation.APLA.RuntimeError": {},
    "Alexa.Presentation.APL.UserEvent": {"arguments": [str]},
    "AlexaSkillEvent.SkillDisabled": {},
}
"""The types of request that the skill answers, and what it reads of each beside what all have."""


def reduced(event: Any) -> Envelope:
    """The parts of an envelope that are read; of what is no envelope, the same with nothing in them.

    A session is there only when the request has one: many have none, and then nothing is kept in it.
    """
    given = event if isinstance(event, dict) else {}
    session, request = given.get("session"), given.get("request")
    kind = part_of(request, {"type": str}).get("type", "")
    return {
        "version": "1.0",
        **({"session": part_of(session, _SESSION)} if isinstance(session, dict) else {}),
        "context": part_of(given.get("context"), _CONTEXT),
        "request": part_of(request, {**_REQUEST, **REQUESTS.get(kind, {})}),
    }


def part_of(value: Any, shape: Shape) -> Any:
    """The part of a value of JSON that has that shape; None where the value is something else."""
    if isinstance(shape, dict):
        return _read_object(value if isinstance(value, dict) else None, shape)
    if isinstance(shape, list):
        return [part_of(part, shape[0]) for part in value] if isinstance(value, list) else []
    if shape in _READERS:
        return _READERS[shape](value)
    if isinstance(value, shape):
        return value
    return value if issubclass(shape, Enum) and value in [member.value for member in shape] else None


def _read_object(value: Envelope | None, shape: dict[str, Shape]) -> Envelope | None:
    if not shape:
        return None if value is None else {}
    given = value or {}
    shapes = dict.fromkeys(filter(_is_text, given), shape["*"]) if "*" in shape else shape
    parts = {name: part_of(given.get(name), inner) for name, inner in shapes.items()}
    return {name: part for name, part in parts.items() if part is not None}


def _read_time(value: Any) -> str | None:
    """A time of ISO 8601 as the SDK surely reads it."""
    try:
        time = datetime.fromisoformat(value)
        known = time if time.tzinfo else time.replace(tzinfo=UTC)
        return time.isoformat() if EARLIEST <= known <= LATEST else None
    except (TypeError, ValueError):
        return None


def _read_attributes(value: Any) -> Any:
    """The attributes, if they can go out again; what came back broken is left out as a whole."""
    if not isinstance(value, dict):
        return None
    try:
        text = json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return None
    return value if len(text) <= LARGEST_ATTRIBUTES else None


def _read_text(value: Any) -> str | None:
    return value if isinstance(value, str) and _is_text(value) else None


def _is_text(value: str) -> bool:
    """Whether it can be sent: JSON can escape half a character (a lone surrogate), which UTF-8 has not."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


_READERS: Final[dict[type, Callable[[Any], Any]]] = {
    str: _read_text,
    datetime: _read_time,
    Attributes: _read_attributes,
}
