"""Fetching a certificate chain: one host, no redirects, a time-out, a size limit."""

import ssl
import time
from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from http.client import HTTPException, HTTPSConnection

import certifi

from skill.value import Value
from skill.web.chain_url import CHAIN_HOST, CHAIN_PORT
from skill.web.refusal import Reason, RefusedError

FETCH_SECONDS = 3.0
"""For the whole fetch: Alexa waits about 8 s for the answer, and the turn needs its share."""
CHAIN_BYTES = 64 * 1024
"""Amazon's chains of four certificates are about 7 KB."""
_PIECE = 8 * 1024


FetchChain = Callable[[str], bytes]
"""Brings the chain of a path on Amazon's host, as `ChainSource` does."""


class ChainSource(Value):
    """Fetches over HTTPS, without following redirects: `http.client` knows none.

    Attributes:
        host: where chains are kept.
        port: its port.
        trust: the TLS settings; made from certifi's roots at the first fetch when not given.
        seconds: the time allowed for one whole fetch.
    """

    host: str = CHAIN_HOST
    port: int = CHAIN_PORT
    trust: ssl.SSLContext | None = None
    seconds: float = FETCH_SECONDS

    def __call__(self, path: str) -> bytes:
        """The PEM file at the path.

        Args:
            path: normalised by `chain_path`.

        Raises:
            RefusedError: it could not be had within the time and the size.
        """
        deadline = time.monotonic() + self.seconds
        trust = self.trust or _public_trust()
        connection = HTTPSConnection(self.host, self.port, timeout=self.seconds, context=trust)
        try:
            return _get(connection, path, deadline)
        except (OSError, HTTPException) as error:
            raise RefusedError(Reason.CHAIN_UNREACHABLE) from error
        finally:
            connection.close()


@cache
def _public_trust() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certifi.where())


def _get(connection: HTTPSConnection, path: str, deadline: float) -> bytes:
    connection.request("GET", path)
    with connection.getresponse() as response:
        if response.status != HTTPStatus.OK:
            busy = response.status >= HTTPStatus.INTERNAL_SERVER_ERROR
            raise RefusedError(Reason.CHAIN_UNREACHABLE if busy else Reason.CHAIN_MISSING)
        chain = b""
        while piece := response.read1(_PIECE):
            chain += piece
            if len(chain) > CHAIN_BYTES:
                raise RefusedError(Reason.CHAIN_TOO_LARGE)
            # The socket's own time-out is for one read; a server that drips must not hold the turn.
            if time.monotonic() > deadline:
                raise RefusedError(Reason.CHAIN_UNREACHABLE)
        return chain
