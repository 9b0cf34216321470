"""How bodies, times and users are spelled in every store."""

import json
import math
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from skill.storage.repository import Body, UnreadableError

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LARGEST_VERSION = 2**53
"""No page is written so often; SQLite and DynamoDB count on from it."""


def dump(body: Body) -> str:
    """The body as one line of JSON in ASCII, so that any string comes back as it went in.

    Raises:
        ValueError: it holds NaN or an infinity.
        TypeError: it holds something that is no JSON.
    """
    return json.dumps(body, allow_nan=False, separators=(",", ":"))


def load(text: object) -> Body:
    """The body that `dump` wrote.

    Raises:
        UnreadableError: it is no text, no JSON, or JSON that is no object; NaN and infinities are no JSON.
    """
    if not isinstance(text, str):
        raise UnreadableError("its body is no text")
    try:
        text.encode()  # bytes that are no UTF-8 come as surrogates, which JSON's reader would let pass
        body = json.loads(text, parse_constant=_finite, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("its body is no JSON") from error
    if not isinstance(body, dict):
        raise UnreadableError("its body is no JSON object")
    return body


def version(number: int) -> int:
    """A page's version, as it was read.

    Raises:
        UnreadableError: no page can have this version.
    """
    if not 0 < number <= _LARGEST_VERSION:
        raise UnreadableError("its version is none")
    return number


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("no number of JSON's")
    return number


def microseconds(at: datetime) -> int:
    """Whole microseconds since 1970, negative before."""
    return (at - _EPOCH) // timedelta(microseconds=1)


def moment(microseconds: int) -> datetime:
    """The UTC time that `microseconds` counted."""
    return _EPOCH + timedelta(microseconds=microseconds)


def owner(user: str) -> str:
    """The key under which a user's notebook is kept: 64 hexadecimal digits.

    A digest, so that a copy of the store names nobody, and any user id has the same length.
    """
    return sha256(user.encode("utf-8", "surrogatepass")).hexdigest()
