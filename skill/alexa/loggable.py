"""What the log says of a request: kinds and places, and never anything that somebody said or is called."""

import re
from typing import Any, Final

UNKNOWN: Final = "unknown"
_REQUEST = re.compile(r"[A-Za-z]{1,40}(\.[A-Za-z]{1,40}){0,5}")
_ERROR = re.compile(r"[A-Z]{1,40}(_[A-Z]{1,40}){0,5}")
_RUNTIME_ERRORS = ("Alexa.Presentation.APLA.RuntimeError", "Alexa.Presentation.APL.RuntimeError")


def request_term(kind: str) -> str:
    """The type of a request; "unknown" for what does not look like one, and so may be anything."""
    return kind if _REQUEST.fullmatch(kind) else UNKNOWN


def error_term(event: Any) -> str:
    """The type of the error that a request tells of, as in "INVALID_RESPONSE"; empty when it tells of none.

    Args:
        event: the request envelope as parsed JSON; anything at all is survived.
    """
    match event.get("request") if isinstance(event, dict) else None:
        case {"type": "SessionEndedRequest" | "System.ExceptionEncountered", "error": {"type": kind}}:
            pass
        case {"type": type_, "errors": [{"type": kind}, *_]} if type_ in _RUNTIME_ERRORS:
            pass
        case {"type": "SessionEndedRequest", **told} if told.get("error") or told.get("reason") == "ERROR":
            kind = UNKNOWN
        case {"type": type_} if type_ in ("System.ExceptionEncountered", *_RUNTIME_ERRORS):
            kind = UNKNOWN
        case _:
            return ""
    return kind if isinstance(kind, str) and _ERROR.fullmatch(kind) else UNKNOWN


def place_of(error: BaseException) -> str:
    """File and line of our own code that was last in the error's way, without any of its data."""
    trace, place = error.__traceback__, UNKNOWN
    while trace:
        path = trace.tb_frame.f_code.co_filename
        if "skill" in path:
            place = f"{path.rpartition('/')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
