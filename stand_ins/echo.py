"""Requests of any user and device, beside the usual: the speaker's envelopes with parts replaced."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from skill.device.envelopes import Envelopes
from skill.hearing.interpretation import FilledSlot
from skill.hearing.slot_spans import Match

SKILL = "amzn1.ask.skill.12345678-1234-1234-1234-123456789012"
USER = "amzn1.ask.account.RUNNER"


def launch(user: str = USER, device: str = "kitchen", **request: Any) -> dict[str, Any]:
    """Someone opens the skill; `request` replaces or adds parts of the request."""
    return _with(_envelopes(user, device).launch(datetime.now(UTC)), request)


def choice(slot: str, value: str) -> dict[str, FilledSlot]:
    """A slot whose value Alexa has found among those of its type; for `intent`."""
    return {slot: FilledSlot(value, slot, static=(Match(value, value),))}


def intent(
    name: str,
    slots: Mapping[str, str | FilledSlot] | None = None,
    *,
    user: str = USER,
    device: str = "kitchen",
    attributes: Mapping[str, Any] | None = None,
    **request: Any,
) -> dict[str, Any]:
    """Someone says something in an open session; a slot is what was heard, or a `choice`."""
    envelopes = _envelopes(user, device)
    envelopes.session |= {"new": False, "attributes": dict(attributes or {})}
    filled = {
        slot: FilledSlot(heard, "AMAZON.SearchQuery") if isinstance(heard, str) else heard
        for slot, heard in (slots or {}).items()
    }
    return _with(envelopes.intent(datetime.now(UTC), name, filled), request)


def _envelopes(user: str, device: str) -> Envelopes:
    made = Envelopes(user, device=f"amzn1.ask.device.{device}", application=SKILL)
    made.open_session()
    return made


def _with(envelope: dict[str, Any], request: Mapping[str, Any]) -> dict[str, Any]:
    envelope["request"] |= request
    return envelope
