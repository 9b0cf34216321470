"""Alexa asks the runner's leave for reminders: the question that goes out, and the answer that comes back.

Sources, on developer.amazon.com/docs/alexa: "Set Up Voice Permissions for Reminders" (the directive, version
2 of its request, and `Connections.Response`) and "Permissions card for requesting customer consent". The
reference shows the answer's status in the payload, and by its layout it may stand with the scope: both are
read.
"""

from collections.abc import Mapping
from typing import Any, Final

from ask_sdk_model.ui import AskForPermissionsConsentCard

REMINDERS: Final = "alexa::alerts:reminders:skill:readwrite"
"""The permission; it stands in the skill's manifest too."""
ACCEPTED: Final = "ACCEPTED"


def ask_for_leave(token: str) -> dict[str, Any]:
    """The directive, as JSON.

    Args:
        token: comes back with the answer.
    """
    return {
        "type": "Connections.SendRequest",
        "name": "AskFor",
        "payload": {
            "@type": "AskForPermissionsConsentRequest",
            "@version": "2",
            "permissionScopes": [{"permissionScope": REMINDERS, "consentLevel": "ACCOUNT"}],
        },
        "token": token,
    }


def is_given(payload: Mapping[str, Any]) -> bool:
    """Whether the runner gave leave, by the payload of the answer as `envelope.py` reads it."""
    statuses = [
        payload.get("status"),
        *(scope.get("status") for scope in payload.get("permissionScopes", ())),
    ]
    return ACCEPTED in statuses


def leave_card() -> AskForPermissionsConsentCard:
    """The card that leads to where leave is given."""
    return AskForPermissionsConsentCard(permissions=[REMINDERS])
