"""Turns Alexa's request envelope into a turn."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from ask_sdk_model import RequestEnvelope

from skill.conversation.turn import Device, DeviceSettings, Turn


def turn_of(envelope: RequestEnvelope) -> Turn:
    """What the conversation needs of a request; whatever the envelope lacks is left empty."""
    request: Any = envelope.request
    session = envelope.session
    system = envelope.context and envelope.context.system
    user = (system and system.user) or (session and session.user)
    person = system and system.person
    device = system and system.device
    interfaces = device and device.supported_interfaces
    return Turn(
        id=str(request.request_id or ""),
        at=_instant(request.timestamp),
        user=str((user and user.user_id) or "anonymous"),
        person=str((person and person.person_id) or ""),
        locale=str(request.locale or "en-US"),
        device=Device(
            id=str((device and device.device_id) or ""),
            screen=bool(interfaces and interfaces.alexa_presentation_apl),
            ask=_settings_reader(system),
        ),
        new_session=bool(session is None or session.new),
        attributes=(session and session.attributes) or {},
    )


def _settings_reader(system: Any) -> Callable[[], DeviceSettings] | None:
    """Reads the device's settings when they are wanted; None for a request without the means to."""
    device = system and system.device
    if not (device and device.device_id and system.api_endpoint and system.api_access_token):
        return None
    return partial(_read_settings, system.api_endpoint, device.device_id, system.api_access_token)


def _read_settings(endpoint: str, device: str, token: str) -> DeviceSettings:
    from skill.alexa.device_settings import read_settings  # noqa: PLC0415 - most turns know them already

    return read_settings(endpoint, device, token)


def _instant(timestamp: Any) -> datetime:
    """The request's time; the machine's where it carries none."""
    if not isinstance(timestamp, datetime):
        return datetime.now(UTC)
    return timestamp.astimezone(UTC) if timestamp.tzinfo else timestamp.replace(tzinfo=UTC)
