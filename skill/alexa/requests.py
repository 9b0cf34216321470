"""Turns Alexa's request envelope into a turn."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import uuid4

from ask_sdk_model import RequestEnvelope

from skill.content.loader import languages
from skill.conversation.memory.digest import digest
from skill.conversation.turn.account import RunAccount
from skill.conversation.turn.reminder_service import Reminders, no_reminders
from skill.conversation.turn.turn import Device, DeviceSettings, Turn


def turn_of(
    envelope: RequestEnvelope,
    account: Callable[[str], RunAccount] | None = None,
    reminders: Reminders = no_reminders,
) -> Turn:
    """What the conversation needs of a request.

    Args:
        envelope: made of a reduced one, in which every object is there; a value that it lacks is left empty.
            Of Amazon's ids the user's alone stays as it is, which the store digests; a request without an id
            gets one of its own.
        account: gives the runner's account at Strava by the access token; None where this skill knows none.
        reminders: gives what keeps the runner's reminders.
    """
    request: Any = envelope.request
    session: Any = envelope.session
    context: Any = envelope.context
    system = context.system
    at, locale = _instant(request.timestamp), _locale(request.locale)
    return Turn(
        id=digest(request.request_id or uuid4().hex),
        at=at,
        user=system.user.user_id or (session and session.user.user_id) or "",
        person=digest(system.person.person_id or ""),
        locale=locale,
        device=Device(
            id=digest(system.device.device_id or ""),
            screen=system.device.supported_interfaces.alexa_presentation_apl is not None,
            ask=_settings_reader(system),
        ),
        new_session=session is None or bool(session.new),
        attributes=(session and session.attributes) or {},
        account=account and account(system.user.access_token or ""),
        reminders=reminders(system.api_endpoint or "", system.api_access_token or "", locale, at),
    )


def _locale(locale: str | None) -> str:
    """The request's locale; that of most where it has none, or the coach does not speak its language."""
    return locale if locale and locale.partition("-")[0] in languages() else "en-US"


def _settings_reader(system: Any) -> Callable[[], DeviceSettings] | None:
    """Reads the device's settings when they are wanted; None for a request without the means to."""
    means = (system.api_endpoint, system.device.device_id, system.api_access_token)
    return partial(_read_settings, *means) if all(means) else None


def _read_settings(endpoint: str, device: str, token: str) -> DeviceSettings:
    from skill.alexa.device_settings import read_settings  # noqa: PLC0415 - most turns know them already

    return read_settings(endpoint, device, token)


def _instant(timestamp: datetime | None) -> datetime:
    """The request's time; the machine's where it carries none."""
    if timestamp is None:
        return datetime.now(UTC)
    return timestamp.astimezone(UTC) if timestamp.tzinfo else timestamp.replace(tzinfo=UTC)
