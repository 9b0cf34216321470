"""The page's server as a Flask application: who comes in, what is said, what sounds."""

from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

from flask import Flask, Response, jsonify
from werkzeug.exceptions import BadRequest, NotFound

from skill.browser.callers import Callers, heard, number_of, told
from skill.browser.guard import guard
from skill.browser.hearing import register_ears
from skill.browser.page import show_page
from skill.ears.transcript import Ears
from skill.web.refusing import refuse_in_a_word

SECONDS_OF_SPEECH: Final = 20
BODY_BYTES: Final = SECONDS_OF_SPEECH * 16_000 * 2 + 1_000
"""Of one request at most: a sound of 16 kHz and 16 bits with its head."""
LONGEST_WORDS: Final = 4_000
"""Characters of what is said, more than the device hears."""
TOUCHES: Final = ("pause", "resume", "next", "back", "repeat")
"""What can be pressed, as on the screen of an Echo Show."""
KEPT: Final = {"Cache-Control": "private, max-age=86400, immutable"}
"""The sound of a text is always the same; it may tell of shoes and runs."""


class Sounds(Protocol):
    """Where the sounds of texts come from."""

    def wav(self, digest: str) -> bytes | None:
        """The sound of a text that was named; None where none was."""


View = Callable[[str], Mapping[str, Any]]
"""What a user is shown: makes the JSON of a view."""


def create_app(
    callers: Callers,
    sounds: Sounds | None,
    ears: Ears | None,
    views: Mapping[str, View],
    *,
    about: Mapping[str, Any],
    host: str,
) -> Flask:
    """The application.

    Args:
        callers: who may come, and their devices.
        sounds: of what is said; None where there is no voice.
        ears: on this machine; None where there are none.
        views: what is shown beside the coach, by name.
        about: what the page is told when it comes in: "language" of the page, "voice" (a `Speaker`).
        host: the name or address it listens on.
    """
    app = Flask("skill.browser")
    app.config["MAX_CONTENT_LENGTH"] = BODY_BYTES
    guard(app, host)
    refuse_in_a_word(app)
    show_page(app, about["language"])
    _enter(app, callers, about)
    _talk(app, callers)
    _give(app, callers, sounds, views)
    register_ears(app, callers, ears)
    return app


def _enter(app: Flask, callers: Callers, about: Mapping[str, Any]) -> None:
    """A tab comes and goes."""

    @app.post("/enter")
    def enter() -> Response:
        return callers.enter(told(), jsonify(about))

    @app.post("/leave")
    def leave() -> Response:
        gone = told()
        callers.tab().leave(heard(gone))
        return jsonify({})


def _talk(app: Flask, callers: Callers) -> None:
    """What is said and pressed, and what comes by itself."""

    @app.post("/say")
    def say() -> Response:
        turn = told()
        said = turn.get("said")
        if not isinstance(said, str) or len(said) > LONGEST_WORDS:
            raise BadRequest
        return jsonify(callers.tab().say(said, heard(turn), number_of(turn)))

    @app.post("/touch")
    def touch() -> Response:
        turn = told()
        match turn.get("arguments"):
            case [str(word), *_] if word in TOUCHES:
                return jsonify(callers.tab().touch(word, heard(turn), number_of(turn)))
        raise BadRequest

    @app.post("/wait")
    def wait() -> Response:
        turn, tab = told(), callers.tab()
        come = tab.wait(heard(turn))
        return jsonify({"exchange": come, "open": tab.open})


def _give(app: Flask, callers: Callers, sounds: Sounds | None, views: Mapping[str, View]) -> None:
    """What is fetched: sounds and views."""

    @app.get("/sound/<digest>")
    def sound(digest: str) -> Response:
        callers.user()
        wav = sounds.wav(digest) if sounds else None
        if wav is None:
            raise NotFound
        return Response(wav, content_type="audio/wav", headers=KEPT)

    @app.get("/views/<name>")
    def view(name: str) -> Response:
        user = callers.user()
        if name not in views:
            raise NotFound
        return jsonify(views[name](user))
