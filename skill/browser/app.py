"""The page's server as a Flask application: who comes in, what is said, what sounds."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import BadRequest, Gone, NotFound, Unauthorized

from skill.browser.guard import guard
from skill.browser.keys import Keys
from skill.browser.tab import Heard, Tab
from skill.browser.tabs import Tabs
from skill.web.browser import refuse_web_pages
from skill.web.refusing import refuse_in_a_word

TAB: Final = "Foot-Coach-Tab"
"""The header that names the tab: 8 to 64 letters and figures, made by the page."""
COOKIE: Final = "foot-coach-key"
COOKIE_SECONDS: Final = 400 * 24 * 3600
"""The longest that browsers keep a cookie (RFC 6265bis, section 5.5)."""
SOUND: Final = "audio/wav"
SECONDS_OF_SPEECH: Final = 20
SPEECH_BYTES: Final = SECONDS_OF_SPEECH * 16_000 * 2 + 1_000
"""16 kHz, 16 bits, and a head."""
LONGEST_WORDS: Final = 4_000
"""Characters of what is said, more than the device hears."""


class Sounds(Protocol):
    """Where the sounds of texts come from."""

    def wav(self, digest: str) -> bytes | None:
        """The sound of a text that was named; None where none was."""


View = Callable[[str], Mapping[str, Any]]
"""What a user is shown: makes the JSON of a view."""


def create_app(
    keys: Keys, tabs: Tabs, sounds: Sounds | None, views: Mapping[str, View], *, host: str, about: Mapping[str, Any]
) -> Flask:
    """The application.

    Args:
        keys: who may come.
        tabs: their devices.
        sounds: of what is said; None where there is no voice.
        views: what is shown beside the coach, by name, JSON.
        host: the name or address it listens on.
        about: what the page is told of the coach when it comes in: voice, ears.
    """
    app = Flask("skill.browser", static_folder="static", static_url_path="/static")
    app.config["MAX_CONTENT_LENGTH"] = SPEECH_BYTES
    guard(app, host)
    refuse_in_a_word(app)

    def user() -> str:
        found = keys.user_of(request.cookies.get(COOKIE, ""))
        if found is None:
            raise Unauthorized
        return found

    def tab() -> Tab:
        found = tabs.tab(user(), _tab_name())
        if found is None:
            raise Gone
        return found

    @app.get("/")
    def page() -> Response:
        return app.send_static_file("index.html")

    @app.post("/enter")
    def enter() -> Response:
        told = _told()
        key = told.get("key") or request.cookies.get(COOKIE, "")
        found = keys.user_of(key) if isinstance(key, str) else None
        if found is None:
            raise Unauthorized
        tabs.enter(found, _tab_name(), _sounding(told))
        answer = jsonify(about)
        answer.set_cookie(
            COOKIE, keys.key_of(found), COOKIE_SECONDS, httponly=True, samesite="Strict", secure=request.is_secure
        )
        return answer

    @app.post("/say")
    def say() -> Response:
        told = _told()
        said = told.get("said")
        if not isinstance(said, str) or len(said) > LONGEST_WORDS:
            raise BadRequest
        return jsonify(tab().say(said, _heard(told)))

    @app.post("/wait")
    def wait() -> Response:
        told, here = _told(), tab()
        come = here.wait(_heard(told))
        return jsonify({"exchange": come, "open": here.echo.open})

    @app.post("/leave")
    def leave() -> Response:
        told = _told()
        tab().leave(_heard(told))
        return jsonify({})

    @app.get("/sound/<digest>")
    def sound(digest: str) -> Response:
        user()
        wav = sounds.wav(digest) if sounds else None
        if wav is None:
            raise NotFound
        return Response(wav, content_type=SOUND, headers={"Cache-Control": "private, max-age=86400, immutable"})

    @app.get("/views/<name>")
    def view(name: str) -> Response:
        if name not in views:
            raise NotFound
        return jsonify(views[name](user()))

    return app


def _told() -> dict[str, Any]:
    """The JSON of a request that our own page has sent."""
    refuse_web_pages(request.headers, request.mimetype, request.host_url.rstrip("/"))
    told = request.get_json(silent=True)
    if not isinstance(told, dict):
        raise BadRequest
    return told


def _tab_name() -> str:
    name = request.headers.get(TAB, "")
    if not (name.isascii() and name.isalnum() and 8 <= len(name) <= 64):  # noqa: PLR2004 - see TAB
        raise BadRequest
    return name


def _heard(told: Mapping[str, Any]) -> Heard:
    reply = told.get("reply", 0)
    return Heard(reply if type(reply) is int else 0, _number(told.get("heard")), _number(told.get("silent")))


def _sounding(told: Mapping[str, Any]) -> datetime | None:
    """When the device was last heard of by the page: the beginning of its reply, and what has sounded since."""
    try:
        began = datetime.fromisoformat(told["began"])
        return (began + timedelta(seconds=_number(told.get("heard")))) if began.tzinfo else None
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def _number(value: Any) -> float:
    return float(value) if type(value) in (int, float) else 0.0
