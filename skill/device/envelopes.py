"""Builds request envelopes exactly as an Echo sends them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from skill.device.screen_clock import ScreenEvent
from skill.hearing.interpretation import FilledSlot
from skill.hearing.slot_spans import Match

APPLICATION = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"
API_ENDPOINT = "https://api.amazonalexa.com"
STATIC_AUTHORITY = f"amzn1.er-authority.echo-sdk.{APPLICATION}."
DYNAMIC_AUTHORITY = f"amzn1.er-authority.echo-sdk.dynamic.{APPLICATION}."


@dataclass(slots=True)
class Envelopes:
    """Builds the requests of one device, each at a time that is aware, UTC.

    Attributes:
        user: whose account the device belongs to.
        locale: as in "en-US".
        person: the recognised voice; empty for none.
        device: the device's id.
        screen: whether it has one.
        application: the skill's id.
        access_token: gives the access token of the account that the user has linked; empty where none is. An
            Echo has it from Alexa, which keeps it fresh.
    """

    user: str
    locale: str = "en-US"
    person: str = ""
    device: str = "amzn1.ask.device.speaker"
    screen: bool = False
    application: str = APPLICATION
    access_token: Callable[[], str] = field(default=lambda: "", repr=False)
    session: dict[str, Any] = field(default_factory=dict)

    def open_session(self) -> None:
        """Begin a new session; the next request carries it as new."""
        self.session = {
            "new": True,
            "sessionId": f"amzn1.echo-api.session.{uuid4()}",
            "application": {"applicationId": self.application},
            "attributes": {},
            "user": {"userId": self.user},
        }

    def launch(self, at: datetime) -> dict[str, Any]:
        """The request of "open foot coach"."""
        return self._envelope(at, {"type": "LaunchRequest", "shouldLinkResultBeReturned": False})

    def intent(
        self,
        at: datetime,
        name: str,
        slots: Mapping[str, FilledSlot] | None = None,
        declared: Mapping[str, str] | None = None,
        *,
        dialog: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """The request of an intent.

        Args:
            at: when it is made, aware, UTC.
            name: the intent.
            slots: the filled slots.
            declared: the type of every slot that the model declares for the intent; the others come empty.
            dialog: the intent as it stood when one of its slots was asked for, of which this is an answer;
                what is not filled now stays. None for an intent that begins a dialog.
        """
        filled = slots or {}
        body = {slot: {"name": slot, "confirmationStatus": "NONE"} for slot in (declared or filled)}
        body |= (dialog or {}).get("slots") or {}
        for slot, value in filled.items():
            body[slot] = self._slot(slot, value)
        intent = {"name": name, "confirmationStatus": (dialog or {}).get("confirmationStatus") or "NONE"}
        return self._envelope(
            at,
            {
                "type": "IntentRequest",
                "intent": {**intent, "slots": body} if body else intent,
                "dialogState": "STARTED" if dialog is None else "IN_PROGRESS",
            },
        )

    def session_ended(self, at: datetime, reason: str) -> dict[str, Any]:
        """The request that tells of a session's end: USER_INITIATED, EXCEEDED_MAX_REPROMPTS or ERROR."""
        return self._envelope(at, {"type": "SessionEndedRequest", "reason": reason})

    def screen_event(self, at: datetime, event: ScreenEvent) -> dict[str, Any]:
        """The request that a screen's document sends."""
        kind, handler = ("TouchWrapper", "Press") if event.touched else ("Document", "Mount")
        return self.event(
            at,
            "Alexa.Presentation.APL.UserEvent",
            token=event.token,
            arguments=event.arguments,
            source={"type": kind, "handler": handler, "id": ""},
            components={},
        )

    def event(self, at: datetime, kind: str, **body: Any) -> dict[str, Any]:
        """A request of any other type, with these properties."""
        return self._envelope(at, {"type": kind, **body})

    def _slot(self, name: str, filled: FilledSlot) -> dict[str, Any]:
        slot = {"name": name, "value": filled.value, "confirmationStatus": "NONE", "source": "USER"}
        if not filled.is_custom:
            return slot
        authorities = [(STATIC_AUTHORITY, filled.static)]
        if filled.dynamic:
            authorities.insert(0, (DYNAMIC_AUTHORITY, filled.dynamic))
        return slot | {
            "resolutions": {
                "resolutionsPerAuthority": [
                    _resolution(f"{authority}{filled.slot_type}", matches)
                    for authority, matches in authorities
                ]
            }
        }

    def _envelope(self, at: datetime, request: dict[str, Any]) -> dict[str, Any]:
        interfaces: dict[str, Any] = {"AudioPlayer": {}}
        if self.screen:
            interfaces["Alexa.Presentation.APL"] = {"runtime": {"maxVersion": "2024.3"}}
        token = self.access_token()
        system: dict[str, Any] = {
            "application": {"applicationId": self.application},
            "user": {"userId": self.user, **({"accessToken": token} if token else {})},
            "device": {"deviceId": self.device, "supportedInterfaces": interfaces},
            "apiEndpoint": API_ENDPOINT,
            "apiAccessToken": "",
        }
        if self.person:
            system["person"] = {"personId": self.person}
        envelope = {
            "version": "1.0",
            "session": {**self.session},
            "context": {"System": system, "AudioPlayer": {"playerActivity": "IDLE"}},
            "request": {
                "requestId": f"amzn1.echo-api.request.{uuid4()}",
                "timestamp": at.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z",
                "locale": self.locale,
                **request,
            },
        }
        self.session["new"] = False
        return envelope


def _resolution(authority: str, matches: tuple[Match, ...]) -> dict[str, Any]:
    resolution = {
        "authority": authority,
        "status": {"code": "ER_SUCCESS_MATCH" if matches else "ER_SUCCESS_NO_MATCH"},
    }
    values = [{"value": {"name": match.name, "id": match.id}} for match in matches]
    return {**resolution, "values": values} if values else resolution
