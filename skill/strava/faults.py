"""Each fault of Strava's as a line that says what to do; nothing of a token or an answer is in any of them.

Which answer means what: Strava's documentation ("Authentication", "Rate Limits", "Fault" in its reference);
and for an application without a subscription, which is answered with 403 since 30 June 2026, what those it
hit have reported (stravalib issue 730).
"""

from http import HTTPStatus
from typing import Any, Final

from skill.importing.service import ServiceError, Trouble

THE_EXPORT: Final = "The export needs no such access: docs/importing.md says where to click."
_CONNECT: Final = "Run: python -m skill strava connect"
_LINES: Final = {
    "no-token": f"Strava does not take this permission (any more). {_CONNECT}",
    "never-linked": f"Strava is not connected yet. {_CONNECT}",
    "application": (
        "Strava does not know this client ID with this client secret."
        " Copy both from https://www.strava.com/settings/api and run: python -m skill strava connect"
    ),
    "scope": f"Strava's permission does not cover your runs: leave its boxes ticked. {_CONNECT}",
    "subscription": (
        "Strava answers only applications whose owner has a paid subscription, and this one's has none."
        f" {THE_EXPORT}"
    ),
    "forbidden": f"Strava forbids this application to ask. {THE_EXPORT}",
    "limit": "Strava has been asked as often as it allows. Try again in a quarter of an hour, else tomorrow.",
    "gone": "Strava has no such thing (any more).",
    "broken": "Strava says that something is broken on its side. Try again later.",
    "silent": "Strava does not answer. Is this machine connected? Else see https://status.strava.com",
    "late": "Strava did not answer in time. Try again later.",
    "refused": "Strava refused the question; perhaps this version is too old for it.",
    "elsewhere": "Strava sent the question on to another address, which is not followed.",
    "endless": "Strava's answer did not end, and was not read.",
    "garbage": "What came back is no answer of Strava's. Is there a login page between here and Strava?",
}
_TROUBLES: Final = {
    "no-token": Trouble.NOT_LINKED,
    "never-linked": Trouble.NOT_LINKED,
    "application": Trouble.NO_PAID_ACCESS,
    "scope": Trouble.NOT_LINKED,
    "subscription": Trouble.NO_PAID_ACCESS,
    "forbidden": Trouble.NO_PAID_ACCESS,
    "limit": Trouble.LIMIT_SPENT,
    "broken": Trouble.NOT_ANSWERING,
    "silent": Trouble.NOT_ANSWERING,
    "late": Trouble.NOT_ANSWERING,
}


class StravaError(ServiceError):
    """Strava gave nothing.

    Attributes:
        fault: which of the faults above it is.
    """

    def __init__(self, fault: str) -> None:
        super().__init__(_TROUBLES.get(fault, Trouble.NOT_UNDERSTOOD), _LINES[fault])
        self.fault = fault


def fault_of(status: int, body: Any) -> StravaError:
    """The fault behind an answer that is not 200.

    Args:
        status: of HTTP.
        body: what came as JSON; anything at all.
    """
    errors = _errors(body)
    if status == HTTPStatus.UNAUTHORIZED:
        return StravaError("scope" if any(code == "missing" for *_, code in errors) else "no-token")
    if status == HTTPStatus.FORBIDDEN:
        inactive = ("Application", "Status", "Inactive") in errors
        return StravaError("subscription" if inactive else "forbidden")
    if status == HTTPStatus.NOT_FOUND:
        return StravaError("gone")
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return StravaError("limit")
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return StravaError("broken")
    return StravaError("elsewhere" if status < HTTPStatus.BAD_REQUEST else "refused")


def _errors(body: Any) -> list[tuple[Any, Any, Any]]:
    """Resource, field and code of each error in a `Fault`."""
    errors = body.get("errors") if isinstance(body, dict) else None
    return [
        (error.get("resource"), error.get("field"), error.get("code"))
        for error in (errors if isinstance(errors, list) else [])
        if isinstance(error, dict)
    ]
