"""DynamoDB over HTTP: AWS's own signer and credentials, without AWS's client.

Importing `botocore.session` and building its client takes three quarters of the official SDK's whole cold
start (make bench); signing one JSON request needs a small part of that. In exchange each call has a deadline
of its own, which botocore's client has not.
"""

import json
import random
import time
from collections.abc import Mapping
from typing import Any, Final

import urllib3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import ContainerProvider, CredentialResolver, Credentials, EnvProvider
from botocore.exceptions import BotoCoreError

from skill.storage.repository import StorageError

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
_BACKOFF_SECONDS: Final = 0.05
"""AWS's own first wait for DynamoDB; it doubles from attempt to attempt, with full jitter."""
_OK = 200

_TRY_AGAIN = frozenset(
    {
        "InternalServerError",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "ServiceUnavailable",
        "ThrottlingException",
        "TransactionInProgressException",
    }
)
_REASONS_TO_TRY_AGAIN = frozenset({"ProvisionedThroughputExceeded", "ThrottlingError"})


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

    Attributes:
        url: where the calls go.
    """

    def __init__(self, region: str, endpoint: str | None = None) -> None:
        domain = "amazonaws.com.cn" if region.startswith("cn-") else "amazonaws.com"
        self.url = (endpoint or f"https://dynamodb.{region}.{domain}").rstrip("/") + "/"
        self._region = region
        self._pool = urllib3.PoolManager(maxsize=16)
        self._credentials: Credentials | None = None

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
                return self._send(action, body, ends - time.monotonic())
            except (urllib3.exceptions.HTTPError, OSError, _NoAnswerError) as error:
                trouble: Exception = error
            except RefusedError as error:
                if not error.passes:
                    raise
                trouble = error
            wait = random.uniform(0, _BACKOFF_SECONDS * 2**attempt)  # noqa: S311 - jitter, no secret
            if ends - time.monotonic() - wait < _LEAST_SECONDS:
                raise StorageError(f"DynamoDB did not carry out {action} in time: {trouble}") from trouble
            time.sleep(wait)
            attempt += 1

    def _send(self, action: str, body: bytes, seconds: float) -> JSON:
        timeout = urllib3.Timeout(total=seconds, connect=CONNECT_SECONDS, read=READ_SECONDS)
        headers = self._headers(action, body)
        response = self._pool.request(
            "POST", self.url, body=body, headers=headers, timeout=timeout, retries=False
        )
        try:
            answer: JSON = response.json()
        except ValueError as error:  # the page of a proxy or load balancer
            raise _NoAnswerError(f"HTTP {response.status} without JSON") from error
        if response.status == _OK:
            return answer
        raise RefusedError(answer.get("__type", f"HTTP {response.status}").rpartition("#")[2], answer)

    def _headers(self, action: str, body: bytes) -> dict[str, str]:
        """The headers of a request, signed with AWS's Signature Version 4."""
        headers = {
            "Content-Type": "application/x-amz-json-1.0",
            "X-Amz-Target": f"DynamoDB_20120810.{action}",
            "Accept-Encoding": "identity",
        }
        request = AWSRequest("POST", self.url, headers, body)
        try:
            if self._credentials is None:
                self._credentials = _find_credentials()
            SigV4Auth(self._credentials, "dynamodb", self._region).add_auth(request)
        except (BotoCoreError, ValueError) as error:
            raise StorageError(f"DynamoDB cannot be called without AWS credentials: {error}") from error
        return dict(request.headers.items())


def _find_credentials() -> Credentials:
    """What Lambda and containers are given; elsewhere whatever AWS's own search finds.

    Lambda passes keys in the environment, and with SnapStart a local address to fetch them from. Neither
    needs the import of `botocore.session`, which takes as long as all else in a cold start.

    Raises:
        StorageError: there are none.
        BotoCoreError, ValueError: there are some, but they cannot be fetched from where they are said to be.
    """
    found = CredentialResolver([EnvProvider(), ContainerProvider()]).load_credentials()
    if found is None:
        from botocore.session import Session  # noqa: PLC0415 - see above

        found = Session().get_credentials()
    if found is None:
        raise StorageError("DynamoDB cannot be called without AWS credentials: none were found")
    return found
