"""Who asks, from which tab, and what they tell: read from a request that our own page has sent."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from flask import Response, request
from werkzeug.exceptions import BadRequest, Gone, Unauthorized

from skill.browser.keys import Keys
from skill.browser.tab import Heard, Tab
from skill.browser.tabs import Tabs
from skill.web.browser import JSON, refuse_web_pages

TAB: Final = "Foot-Coach-Tab"
"""The header that names the tab: 8 to 64 letters and figures, made by the page."""
COOKIE: Final = "foot-coach-key"
COOKIE_SECONDS: Final = 400 * 24 * 3600
"""The longest that browsers keep a cookie (RFC 6265bis, section 5.5)."""


class Callers:
    """Finds the user by the cookie and the device by the tab.

    Args:
        keys: who may come.
        tabs: their devices.
    """

    def __init__(self, keys: Keys, tabs: Tabs) -> None:
        self._keys = keys
        self._tabs = tabs

    def user(self) -> str:
        """Whose browser it is.

        Raises:
            Unauthorized: nobody's who may come.
        """
        found = self._keys.user_of(request.cookies.get(COOKIE, ""))
        if found is None:
            raise Unauthorized
        return found

    def tab(self) -> Tab:
        """The device of the tab.

        Raises:
            Unauthorized: as in `user`.
            Gone: it has not entered since the server was started.
        """
        found = self._tabs.tab(self.user(), _tab_name())
        if found is None:
            raise Gone
        return found

    def enter(self, told: Mapping[str, Any], answer: Response) -> Response:
        """Make a device for the tab, by the key of a link or by the cookie, and give the browser its cookie.

        Raises:
            Unauthorized: neither is a key.
        """
        given = told.get("key")
        user = self._keys.user_of(given) if isinstance(given, str) else self.user()
        if user is None:
            raise Unauthorized
        self._tabs.enter(user, _tab_name(), _sounding(told))
        key = self._keys.key_of(user)
        answer.set_cookie(
            COOKIE, key, COOKIE_SECONDS, httponly=True, samesite="Strict", secure=request.is_secure
        )
        return answer


def refuse_other_pages(wanted: str = JSON) -> None:
    """Return when our own page has sent the request, or a program that has its key.

    Raises:
        RefusedError: another page has, or could have.
    """
    refuse_web_pages(request.headers, request.mimetype, request.host_url.rstrip("/"), wanted)


def told() -> dict[str, Any]:
    """The JSON object of a request that our own page has sent.

    Raises:
        RefusedError: as `refuse_other_pages`.
        BadRequest: it is none.
    """
    refuse_other_pages()
    try:
        body = request.get_json(silent=True)
    except RecursionError as error:  # objects in objects, thousands deep
        raise BadRequest from error
    if not isinstance(body, dict):
        raise BadRequest
    return body


def heard(told_: Mapping[str, Any]) -> Heard:
    """How much had sounded; what is no number is none."""
    reply = told_.get("reply", 0)
    seconds, silent = _number(told_.get("heard")), _number(told_.get("silent"))
    return Heard(reply if type(reply) is int else 0, seconds, silent)


def number_of(told_: Mapping[str, Any]) -> int:
    """The number of a turn, by which it is known when it comes again; 0 where it has none."""
    number = told_.get("turn", 0)
    return number if type(number) is int else 0


def _tab_name() -> str:
    name = request.headers.get(TAB, "")
    if not (name.isascii() and name.isalnum() and 8 <= len(name) <= 64):  # noqa: PLR2004 - see TAB
        raise BadRequest
    return name


def _sounding(told_: Mapping[str, Any]) -> datetime | None:
    """When the page last heard of its device: as its reply began, and what has sounded since."""
    try:
        began = datetime.fromisoformat(told_["began"])
        sounding = began + timedelta(seconds=_number(told_.get("heard")))
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    return sounding if began.tzinfo else None


def _number(value: Any) -> float:
    try:
        return float(value) if type(value) in (int, float) else 0.0
    except OverflowError:
        return 0.0
