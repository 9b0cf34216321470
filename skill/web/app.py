"""The skill as a Flask application: POST /alexa and GET /health."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from skill.alexa.log_terms import place_of
from skill.web import LOOPBACK
from skill.web.browser import refuse_web_pages
from skill.web.dispatch import Handle, Verifier, dispatcher
from skill.web.health import StoreHealth
from skill.web.refusal import Reason, RefusedError
from skill.web.verifier import RequestVerifier

BODY_BYTES = 150 * 1000
"""Far over any request of Alexa's (a few KB); a longer body is refused by its declared length, unread."""
JSON = "application/json;charset=UTF-8"
"""The content type Amazon asks for in a skill's answer."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Verification:
    """What every request has to pass.

    Attributes:
        signature: over the raw body.
        others: over the envelope.
    """

    signature: RequestVerifier
    others: Sequence[Verifier]


def create_app(handle: Handle, verification: Verification | None, ask_storage: Callable[[], object]) -> Flask:
    """The application.

    Args:
        handle: the entry point, the same as the Lambda's.
        verification: None lets every request through, and then only requests to this machine's loopback
            name are answered.
        ask_storage: raises StorageError when the store does not answer.
    """
    app = Flask("skill.web", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = BODY_BYTES
    if verification is None:
        # Without it, any web page open in a browser here could reach the service under a name of its own.
        app.config["TRUSTED_HOSTS"] = [LOOPBACK, "localhost"]
    answer = dispatcher(handle, verification.others if verification else ())

    @app.post("/alexa")
    def alexa() -> Response:
        refuse_web_pages(request.headers, request.mimetype, request.host_url.rstrip("/"))
        body = request.get_data(cache=False)
        if verification:
            verification.signature.verify(request.headers, body)
        return Response(answer(request.headers, body), content_type=JSON)

    store = StoreHealth(ask_storage)

    @app.get("/health")
    def health() -> tuple[dict[str, str], int]:
        if store.answers():
            return {"service": "ok", "storage": "ok"}, 200
        return {"service": "ok", "storage": "unreachable"}, 503

    app.register_error_handler(RefusedError, _refused)
    app.register_error_handler(RequestEntityTooLarge, _too_large)
    app.register_error_handler(HTTPException, _not_served)
    app.register_error_handler(Exception, _failed)
    return app


def _refused(error: RefusedError) -> tuple[str, int]:
    _log.warning("request refused: %s", error.reason.value)
    return "", 400


def _too_large(_error: RequestEntityTooLarge) -> tuple[str, int]:
    return _refused(RefusedError(Reason.BODY_TOO_LARGE))


def _not_served(error: HTTPException) -> tuple[str, int, Any]:
    _log.warning("request refused: HTTP %s", error.code)
    return "", error.code or 400, {"Allow": ", ".join(getattr(error, "valid_methods", None) or ())}


def _failed(error: Exception) -> tuple[str, int]:
    """The entry point never raises; should it, the log says where, without the error's own words."""
    _log.error("request failed: %s at %s", type(error).__name__, place_of(error))
    return "", 500
