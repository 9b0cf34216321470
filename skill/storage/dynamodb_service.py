"""DynamoDB over HTTP, without AWS's client.

Importing botocore and building its client takes more than half of the official SDK's cold start (make
bench); five actions and one signature need none of it. And each call here has a deadline, retries included.
"""

import json
import random
import ssl
import time
import weakref
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any, Final
from urllib.parse import urlsplit

from skill.storage.repository import StorageError
from skill.storage.signature import Credentials, signed

JSON = dict[str, Any]

CALL_SECONDS: Final = 2.6
"""How long one call may take, retries included.

Alexa waits about 8 s. A turn makes two calls, a read and a write; both together end by 5.2 s even when
DynamoDB hangs, and leave the rest to a cold start and the network.
"""
CONNECT_SECONDS: Final = 0.8
READ_SECONDS: Final = 1.2
"""Two attempts that hang while answering fit into one call."""
_LEAST_SECONDS: Final = 0.2
"""No attempt is begun with less time than this; DynamoDB usually answers in a tenth of it."""
_SHORTEST_SECONDS: Final = 0.001
_BACKOFF_SECONDS: Final = 0.05
"""AWS's own first wait for DynamoDB; it doubles from attempt to attempt, with full jitter."""
_IDLE_CONNECTIONS: Final = 16
_OK: Final = 200
_TRY_AGAIN: Final = frozenset(
    {
        "InternalServerError",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "ServiceUnavailable",
        "ThrottlingException",
        "TransactionInProgressException",
    }
)
_REASONS_TO_TRY_AGAIN: Final = frozenset({"ProvisionedThroughputExceeded", "ThrottlingError"})


class _NoAnswerError(Exception):
    """Something answered, but not DynamoDB."""


class RefusedError(Exception):
    """DynamoDB answered, and the answer is no.

    Attributes:
        code: the error's name without its namespace, as `ConditionalCheckFailedException`.
        answer: the whole answer.
    """

    def __init__(self, code: str, answer: Mapping[str, Any]) -> None:
        super().__init__(f"{code}: {answer.get('message') or answer.get('Message') or 'no reason given'}")
        self.code = code
        self.answer = answer

    @property
    def reasons(self) -> list[str]:
        """Why each operation of a transaction was refused, "None" where it was not."""
        return [reason.get("Code", "None") for reason in self.answer.get("CancellationReasons", ())]

    @property
    def passes(self) -> bool:
        """Whether the same call may succeed a moment later."""
        return self.code in _TRY_AGAIN or not _REASONS_TO_TRY_AGAIN.isdisjoint(self.reasons)


class DynamoDBService:
    """Calls DynamoDB's actions; safe to share between threads.

    Args:
        region: the AWS region's name.
        endpoint: the URL to call instead of the region's own, for an emulator or a VPC endpoint.
        credentials: gives who calls, for each request anew.

    Attributes:
        url: where the calls go.
    """

    def __init__(self, region: str, endpoint: str | None, credentials: Callable[[], Credentials]) -> None:
        domain = "amazonaws.com.cn" if region.startswith("cn-") else "amazonaws.com"
        self.url = endpoint or f"https://dynamodb.{region}.{domain}"
        self._region = region
        self._host = urlsplit(self.url).netloc
        self._tls = ssl.create_default_context() if self.url.startswith("https:") else None
        self._idle: deque[HTTPConnection] = deque()
        weakref.finalize(self, _close, self._idle)
        self._credentials = credentials

    def call(self, action: str, request: Mapping[str, Any]) -> JSON:
        """The answer to one action, tried again as long as `CALL_SECONDS` lets it.

        The request must be safe to send twice, since an answer can be lost on its way.

        Raises:
            RefusedError: DynamoDB refused the request for good.
            StorageError: there were no credentials, or no answer in time.
        """
        body = json.dumps(request, separators=(",", ":")).encode()
        ends = time.monotonic() + CALL_SECONDS
        attempt = 0
        while True:
            try:
                return self._try(action, body, ends)
            except (HTTPException, OSError, _NoAnswerError) as error:
                trouble: Exception = error
            except RefusedError as error:
                if not error.passes:
                    raise
                trouble = error
            wait = random.uniform(0, _BACKOFF_SECONDS * 2**attempt)  # noqa: S311 - jitter, no secret
            if ends - time.monotonic() - wait < _LEAST_SECONDS:
                raise StorageError(f"DynamoDB did not carry out {action} in time: {trouble!r}") from trouble
            time.sleep(wait)
            attempt += 1

    def _try(self, action: str, body: bytes, ends: float) -> JSON:
        status, data = self._send(body, self._headers(action, body), ends)
        try:
            answer: Any = json.loads(data)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):  # the page of a proxy or load balancer
            raise _NoAnswerError(f"HTTP {status} without a JSON object")
        if status == _OK:
            return answer
        raise RefusedError(answer.get("__type", f"HTTP {status}").rpartition("#")[2], answer)

    def _send(self, body: bytes, headers: Mapping[str, str], ends: float) -> tuple[int, bytes]:
        """The status and body of the answer; one connection serves many requests."""
        connection = self._connection()
        try:
            if connection.sock is None:
                connection.timeout = _left(ends, CONNECT_SECONDS)
                connection.connect()
            connection.sock.settimeout(_left(ends, READ_SECONDS))
            connection.request("POST", "/", body, headers)
            response = connection.getresponse()
            data = response.read()
        except BaseException:
            connection.close()
            _close(self._idle)  # what idled as long as this one is as likely to be dead
            raise
        if len(self._idle) < _IDLE_CONNECTIONS:
            self._idle.append(connection)
        else:
            connection.close()
        return response.status, data

    def _connection(self) -> HTTPConnection:
        try:
            return self._idle.pop()
        except IndexError:
            return HTTPSConnection(self._host, context=self._tls) if self._tls else HTTPConnection(self._host)

    def _headers(self, action: str, body: bytes) -> dict[str, str]:
        return signed(
            {
                "Host": self._host,
                "Content-Type": "application/x-amz-json-1.0",
                "X-Amz-Target": f"DynamoDB_20120810.{action}",
            },
            body,
            service="dynamodb",
            region=self._region,
            credentials=self._credentials(),
            at=datetime.now(UTC),
        )


def _left(ends: float, limit: float) -> float:
    """The seconds to wait for something; more than none, though a busy machine may have slept too long."""
    return max(min(limit, ends - time.monotonic()), _SHORTEST_SECONDS)


def _close(connections: deque[HTTPConnection]) -> None:
    with suppress(IndexError):  # another thread may take the last one
        while True:
            connections.pop().close()
