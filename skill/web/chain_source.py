"""Fetching a certificate chain: one host, no redirects, a time-out, a size limit."""

import functools
import ssl
import time
from http import HTTPStatus
from http.client import HTTPException, HTTPSConnection
from typing import Protocol

import certifi

from skill.web.chain_url import CHAIN_HOST, CHAIN_PORT
from skill.web.refusal import Reason, RefusedError

FETCH_SECONDS = 3.0
"""For the whole fetch: Alexa waits about 8 s for the answer, and the turn needs its share."""
CHAIN_BYTES = 64 * 1024
"""Amazon's chains of four certificates are about 7 KB."""
_PIECE = 8 * 1024


class FetchChain(Protocol):
    """Brings the chain of a path on Amazon's host."""

    def __call__(self, path: str) -> bytes:
        """The PEM file at the path.

        Args:
            path: normalised by `chain_path`.

        Raises:
            RefusedError: it could not be had within the time and the size.
        """


class ChainSource:
    """Fetches over HTTPS, without following redirects: `http.client` knows none.

    Args:
        host: where chains are kept.
        port: its port.
        trust: the TLS settings; made from certifi's roots at the first fetch when not given.
        seconds: the time allowed for one whole fetch.
    """

    def __init__(
        self,
        host: str = CHAIN_HOST,
        port: int = CHAIN_PORT,
        trust: ssl.SSLContext | None = None,
        seconds: float = FETCH_SECONDS,
    ) -> None:
        self._host = host
        self._port = port
        self._given_trust = trust
        self._seconds = seconds

    @functools.cached_property
    def _trust(self) -> ssl.SSLContext:
        return self._given_trust or ssl.create_default_context(cafile=certifi.where())

    def __call__(self, path: str) -> bytes:
        """See `FetchChain`."""
        deadline = time.monotonic() + self._seconds
        connection = HTTPSConnection(self._host, self._port, timeout=self._seconds, context=self._trust)
        try:
            return _get(connection, path, deadline)
        except (OSError, HTTPException) as error:
            raise RefusedError(Reason.CHAIN_UNREACHABLE) from error
        finally:
            connection.close()


def _get(connection: HTTPSConnection, path: str, deadline: float) -> bytes:
    connection.request("GET", path)
    with connection.getresponse() as response:
        if response.status != HTTPStatus.OK:
            raise RefusedError(Reason.CHAIN_UNREACHABLE)
        chain = b""
        while piece := response.read1(_PIECE):
            chain += piece
            if len(chain) > CHAIN_BYTES:
                raise RefusedError(Reason.CHAIN_TOO_LARGE)
            # The socket's own time-out is for one read; a server that drips must not hold the turn.
            if time.monotonic() > deadline:
                raise RefusedError(Reason.CHAIN_UNREACHABLE)
        return chain
