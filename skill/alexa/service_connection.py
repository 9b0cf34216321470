"""A connection to Alexa's services, at the address that came with a request: Amazon's, or this machine."""

import re
from http.client import HTTPConnection, HTTPSConnection
from typing import Final
from urllib.parse import urlsplit

HTTPS_PORT: Final = 443
_AMAZON: Final = re.compile(r"([a-z0-9-]+\.)+amazonalexa\.com")
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


def connection_to(endpoint: str, seconds: float) -> HTTPConnection | None:
    """To the service; None where the endpoint is not Amazon's or only looks like it.

    Args:
        endpoint: the request's apiEndpoint; a runner's token goes to Amazon's hosts, or this machine, alone.
        seconds: for each step of a call.
    """
    try:
        url = urlsplit(endpoint)
        host, port = url.hostname or "", url.port
    except ValueError:
        return None
    if url.scheme == "https" and _AMAZON.fullmatch(host) and port in (None, HTTPS_PORT):
        return HTTPSConnection(host, timeout=seconds)
    if url.scheme == "http" and host in _LOOPBACK:
        return HTTPConnection(host, port, timeout=seconds)
    return None
