"""Calls of Alexa's Reminders API through the SDK's service client, and what its faults mean.

Sources: the SDK's own list of answers (`ReminderManagementServiceClient`), Amazon's "Reminders REST API
Reference", and Amazon's sample `skill-demo-reminders` (401 where leave is missing, 403 where the device takes
no reminders). No page at hand lists the codes in the body; that of too many is told by a word in it.
"""

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import Any, Final, TypeVar

from ask_sdk_model.services import ServiceException
from ask_sdk_model.services.api_configuration import ApiConfiguration
from ask_sdk_model.services.reminder_management import ReminderManagementServiceClient

from skill.alexa.reminder_bodies import READ, body_of, reminder_of
from skill.alexa.service_calls import PlainJson, TimedApiClient
from skill.conversation.turn.reminder_service import Moment, Reminder, ReminderError, ReminderTrouble

_MOST_IN_CODE: Final = "MAX"
_TROUBLES: Final = {
    HTTPStatus.UNAUTHORIZED: ReminderTrouble.NOT_ALLOWED,
    HTTPStatus.CONFLICT: ReminderTrouble.NOT_ALLOWED,  # so the SDK lists it, for an update
    HTTPStatus.FORBIDDEN: ReminderTrouble.NOT_HERE,
    HTTPStatus.NOT_FOUND: ReminderTrouble.GONE,
    HTTPStatus.TOO_MANY_REQUESTS: ReminderTrouble.NOT_ANSWERING,
}

Result = TypeVar("Result")


class ReminderClient:
    """Alexa's Reminders API with the token of one request.

    Every method raises `ReminderError` where the answer is no success, or none.

    Args:
        endpoint: the request's apiEndpoint.
        token: its apiAccessToken.
        locale: in whose language a reminder speaks.
        at: the request's time, aware.
        seconds: how long all calls may take together, from now.
    """

    def __init__(self, endpoint: str, token: str, locale: str, at: datetime, seconds: float) -> None:
        self._locale, self._at = locale, at
        configuration = ApiConfiguration(
            serializer=PlainJson(READ),
            api_client=TimedApiClient(endpoint, seconds),
            authorization_value=token,
            api_endpoint=endpoint,
        )
        self._service: Any = ReminderManagementServiceClient(configuration)

    def standing(self) -> tuple[Reminder, ...]:
        """The reminders of this skill that are still to come."""
        return _answered(
            lambda: tuple(one for one in map(reminder_of, self._service.get_reminders()["alerts"]) if one)
        )

    def create(self, text: str, moment: Moment, zone: str | None) -> str:
        """Set a reminder; its token."""
        body = self._body(text, moment, zone)
        return _answered(lambda: str(self._service.create_reminder(body)["alertToken"]))

    def update(self, token: str, text: str, moment: Moment, zone: str | None) -> str:
        """Change a reminder; its token."""
        body = self._body(text, moment, zone)
        _answered(lambda: self._service.update_reminder(token, body))
        return token

    def delete(self, token: str) -> str:
        """Take a reminder away; the token it had."""
        _answered(lambda: self._service.delete_reminder(token))
        return token

    def _body(self, text: str, moment: Moment, zone: str | None) -> dict[str, Any]:
        return body_of(text, moment, zone, locale=self._locale, at=self._at)


def _answered(call: Callable[[], Result]) -> Result:
    try:
        return call()
    except ServiceException as error:
        raise ReminderError(_trouble(error)) from None
    except (ValueError, KeyError):  # the second for a zone that nobody knows, too
        raise ReminderError(ReminderTrouble.NOT_ANSWERING) from None


def _trouble(error: ServiceException) -> ReminderTrouble:
    """What an answer that is no success means: by its status, and for a 403 by the code in it."""
    status: Any = error.status_code
    body: Any = error.body
    code = str(body.get("code") if isinstance(body, dict) else body)
    if status == HTTPStatus.FORBIDDEN and _MOST_IN_CODE in code:
        return ReminderTrouble.TOO_MANY
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return ReminderTrouble.NOT_ANSWERING
    return _TROUBLES.get(status, ReminderTrouble.REFUSED)
