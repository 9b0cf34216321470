"""Tokens of Strava's: had for a code, refreshed, given back.

https://developers.strava.com/docs/authentication/: an access token is good for six hours; a refresh token may
be replaced whenever it is used, and the one before it is worth nothing then. POST /oauth/revoke is instead of
/oauth/deauthorize, which ends on 1 June 2027 (Strava's changelog, 1 June 2026).
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import isfinite
from typing import Any, Final

from skill.strava.connection import Connection
from skill.strava.faults import StravaError

SCOPES: Final = ("read", "activity:read_all", "profile:read_all")
"""What is asked for: the runs, those that only their runner may see among them, and the list of pairs."""
RUNS_SCOPES: Final = frozenset({"activity:read", "activity:read_all"})
"""Either lets the runs be read."""
EARLY: Final = timedelta(minutes=5)
"""So long before its end an access token is replaced: it has to last for all that is asked."""


@dataclass(frozen=True, slots=True)
class Application:
    """Who asks Strava, as registered on https://www.strava.com/settings/api.

    Attributes:
        id: the client ID, a number.
        secret: the client secret.
    """

    id: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Tokens:
    """What Strava gives for a runner's consent.

    Attributes:
        access: for the API.
        refresh: for the next tokens.
        ends: when `access` is over, aware, UTC.
    """

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    ends: datetime

    def over(self, now: datetime) -> bool:
        """Whether the access token is over, or soon; by a slow clock it seems not to be when it is."""
        return now >= self.ends - EARLY


def tokens_for_code(connection: Connection, oauth: str, application: Application, code: str) -> Tokens:
    """The first tokens, for the code that the consent page gave.

    Raises:
        StravaError: there are none; "application" where the id or the secret is wrong.
    """
    return _tokens(connection, oauth, application, {"grant_type": "authorization_code", "code": code})


def refreshed(connection: Connection, oauth: str, application: Application, tokens: Tokens) -> Tokens:
    """The next tokens; the refresh token among them has to be kept, for the one before may be worth nothing.

    Raises:
        StravaError: there are none; "no-token" where the permission was taken back.
    """
    form = {"grant_type": "refresh_token", "refresh_token": tokens.refresh}
    return _tokens(connection, oauth, application, form)


def give_back(connection: Connection, oauth: str, application: Application, tokens: Tokens) -> None:
    """Let Strava forget the permission; both tokens are worth nothing then.

    Raises:
        StravaError: it did not.
    """
    known = base64.b64encode(f"{application.id}:{application.secret}".encode()).decode()
    form = {"token": tokens.refresh, "token_type_hint": "refresh_token"}
    connection.post(f"{oauth}/revoke", form, {"Authorization": f"Basic {known}"})


def _tokens(connection: Connection, oauth: str, application: Application, form: Mapping[str, str]) -> Tokens:
    sent = {"client_id": application.id, "client_secret": application.secret, **form}
    try:
        answer = connection.post(f"{oauth}/token", sent)
    except StravaError as error:
        if error.fault == "no-token":
            raise StravaError("application") from None
        if error.fault == "refused":  # what a code or a refresh token that is worth nothing is answered with
            raise StravaError("no-token") from None
        raise
    tokens = _read(answer)
    if tokens is None:
        raise StravaError("garbage")
    return tokens


def _read(answer: Any) -> Tokens | None:
    if not isinstance(answer, dict):
        return None
    access, refresh, ends = (answer.get(name) for name in ("access_token", "refresh_token", "expires_at"))
    if not (isinstance(access, str) and access and isinstance(refresh, str) and refresh):
        return None
    if isinstance(ends, bool) or not isinstance(ends, int | float) or not isfinite(ends):
        return None
    try:
        return Tokens(access, refresh, datetime.fromtimestamp(ends, UTC))
    except (OverflowError, OSError, ValueError):
        return None
