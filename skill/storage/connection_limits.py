"""Limits for the connections to AWS that botocore does not know.

Its time-out of reading is for the time from one byte to the next, so that an answer that drips is read for
ever, and it keeps whatever comes, however much that is. And where a connection is long in coming (a name that
is not resolved, addresses that are dead), it sends its request whenever that is. Here the time-out is for the
whole answer, head and body, and no request goes out after the deadline that holds for it: a write that was
given up is not made behind the runner's back. It holds for DynamoDB and for whatever hands out credentials.
"""

import io
import socket
import time
from http.client import HTTPResponse
from typing import Any, Final

from botocore.awsrequest import AWSConnection

from skill.storage.deadline import seconds_left

LARGEST_ANSWER: Final = 16_000_000
"""Bytes. A Query brings 1 MB of items at most, a transaction that was cancelled 4 MB (Amazon's quotas); as
JSON their bodies are up to twice as long."""


def limit_connections() -> None:
    """Let the limits hold for whatever botocore asks from now on, in the whole process."""
    AWSConnection.response_class = _LimitedAnswer
    AWSConnection.connect = _connect


def _connect(connection: Any) -> None:
    super(AWSConnection, connection).connect()
    if seconds_left() <= 0:
        raise TimeoutError("The connection came too late")


class _LimitedAnswer(HTTPResponse):
    def __init__(self, sock: socket.socket, *arguments: Any, **options: Any) -> None:
        super().__init__(sock, *arguments, **options)
        seconds = sock.gettimeout()
        if seconds is not None:
            self.fp = io.BufferedReader(_LimitedReader(self.fp.detach(), sock, seconds))


class _LimitedReader(io.RawIOBase):
    """Reads an answer from its socket until it has come too long, or too much of it."""

    def __init__(self, answer: io.RawIOBase, connection: socket.socket, seconds: float) -> None:
        self._answer = answer
        self._connection = connection
        self._ends = time.monotonic() + seconds
        self._bytes_left = LARGEST_ANSWER

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left = self._ends - time.monotonic()
        if left <= 0:
            raise TimeoutError("The answer did not end in time")
        if self._bytes_left <= 0:
            raise OSError(f"The answer has more than {LARGEST_ANSWER} bytes")
        self._connection.settimeout(left)
        count = self._answer.readinto(buffer)
        self._bytes_left -= count or 0
        return count

    def close(self) -> None:
        self._answer.close()
        super().close()
