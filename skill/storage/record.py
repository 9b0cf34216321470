"""How bodies, times and users are spelled in every store."""

import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from skill.storage.repository import Body

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def dump(body: Body) -> str:
    """The body as one line of JSON in ASCII, so that any string comes back as it went in.

    Raises:
        ValueError: it holds NaN or an infinity.
        TypeError: it holds something that is no JSON.
    """
    return json.dumps(body, allow_nan=False, separators=(",", ":"))


def load(text: str) -> Body:
    """The body that `dump` wrote."""
    body: Body = json.loads(text)
    return body


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
