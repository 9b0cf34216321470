"""Where Strava is, and that a token goes nowhere else."""

import re
from typing import Final
from urllib.parse import urlsplit

from skill.value import Value

_STRAVA: Final = re.compile(r"([a-z0-9-]+\.)*strava\.com")
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


class Addresses(Value):
    """Where Strava's paths begin.

    Attributes:
        api: of the API v3. Strava moves it to https://api-v3.strava.com, which answers from 4 January 2027 on
            (its changelog, 1 June 2026); when this one ends is not said yet.
        oauth: of the consent page and the tokens, which stay.
    """

    api: str = "https://www.strava.com/api/v3"
    oauth: str = "https://www.strava.com/oauth"


STRAVA: Final = Addresses()


def is_stravas(address: str) -> bool:
    """Whether an address is Strava's by https, or on this machine."""
    try:
        url = urlsplit(address)
        host = url.hostname or ""
    except ValueError:
        return False
    if url.username or url.query or url.fragment:
        return False
    return (url.scheme == "https" and bool(_STRAVA.fullmatch(host))) or (
        url.scheme == "http" and host in _LOOPBACK
    )
