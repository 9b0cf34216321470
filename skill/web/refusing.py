"""What an application answers where it refuses or fails: a status, and one log line without personal data."""

import logging
from typing import Any

from flask import Flask
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from skill.alexa.loggable import place_of
from skill.web.refusal import Reason, RefusedError

_log = logging.getLogger(__name__)


def refuse_in_a_word(app: Flask) -> None:
    """Let an application answer so."""
    app.register_error_handler(RefusedError, _refused)
    app.register_error_handler(RequestEntityTooLarge, _too_large)
    app.register_error_handler(HTTPException, _not_served)
    app.register_error_handler(Exception, _failed)


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
