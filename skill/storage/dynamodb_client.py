"""AWS's own client of DynamoDB, with a deadline for each call.

boto3 limits how long it waits for a connection and for an answer, but not how long a name takes to be
resolved, nor all addresses behind it to be tried, nor credentials to be found. So each call is made in
another thread and waited for until its deadline.
"""

from collections.abc import Mapping
from functools import partial
from types import SimpleNamespace
from typing import Any, Final

from boto3 import Session
from botocore import UNSIGNED
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from skill.storage.connection_limits import limit_connections
from skill.storage.deadline import seconds_left, threads, within
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
_ATTEMPTS: Final = 6
_BACKOFF_SECONDS: Final = 0.05
"""AWS's own first wait for DynamoDB; it doubles from attempt to attempt."""
_LEAST_SECONDS: Final = 0.2
"""No attempt is begun with less time than this; DynamoDB usually answers in a tenth of it."""
_CONNECTIONS_KEPT: Final = 16
_REQUEST_TIMEOUT: Final = 408
_MISREAD: Final = (AttributeError, LookupError, TypeError)
"""What boto3 raises over an answer that is JSON and not DynamoDB's."""
_PASSING_CODES: Final = frozenset(
    {
        "BandwidthLimitExceeded",
        "PriorRequestNotComplete",
        "RequestLimitExceeded",
        "RequestThrottled",
        "RequestTimeout",
        "RequestTimeoutException",
        "SlowDown",
        "TooManyRequestsException",
        # These two are reasons to cancel a transaction.
        "ProvisionedThroughputExceeded",
        "ThrottlingError",
    }
)
"""What is tried again besides what boto3's mode "legacy" does: its mode "standard" has most of them.

"standard" itself waits half a second on average before the second attempt; "legacy" waits 0.05 s.
"""


class DynamoDBClient:
    """Calls DynamoDB's actions; safe to share between threads.

    Args:
        session: whose credentials, and which region.
        endpoint: the URL to call instead of the region's own; None for what AWS's own settings say.

    Raises:
        AWS_FAULTS: AWS's own settings do not fit (see `dynamodb_session`).
    """

    def __init__(self, session: Session, endpoint: str | None = None) -> None:
        limit_connections()
        self._client = session.client(
            "dynamodb",
            endpoint_url=endpoint,
            config=Config(
                connect_timeout=CONNECT_SECONDS,
                read_timeout=READ_SECONDS,
                retries={"mode": "legacy", "total_max_attempts": _ATTEMPTS},
                max_pool_connections=_CONNECTIONS_KEPT,
                parameter_validation=False,
                account_id_endpoint_mode="disabled",
            ),
        )
        self._client.meta.events.register_first("needs-retry.dynamodb", _try_again)
        self._warm_up()

    def call(self, action: str, request: Mapping[str, Any]) -> JSON:
        """The answer to one action, tried again as long as `CALL_SECONDS` and `deadline.within` let it.

        The request must be safe to send twice, since an answer can be lost on its way.

        Args:
            action: the name of the client's method, as "put_item".
            request: its arguments.

        Raises:
            ClientError: DynamoDB refused the request, though it was tried again where that may help.
            StorageError: there were no credentials, or no answer of DynamoDB's in time.
        """
        with within(CALL_SECONDS):
            if seconds_left() < _LEAST_SECONDS:
                raise StorageError(f"There is no time left for {action}")
            answering = threads.begin(partial(getattr(self._client, action), **request))
            try:
                answer: JSON = answering.result(seconds_left())
            except TimeoutError as error:
                raise StorageError(f"DynamoDB did not carry out {action} in time") from error
            except ClientError as error:
                if error.operation_name == self._client.meta.method_to_api_mapping[action]:
                    _check_source(action, error.response)
                raise
            except (BotoCoreError, OSError, RuntimeError, ValueError, *_MISREAD) as error:
                raise StorageError(f"DynamoDB did not carry out {action}: {error}") from error
        _check_source(action, answer)
        return answer

    def _warm_up(self) -> None:
        """Do now what boto3 does at its first call, all but looking for credentials and connecting."""
        events = self._client.meta.events
        events.register("choose-signer.dynamodb", _no_signer)
        events.register("before-send.dynamodb", _no_answer)
        try:
            for action in ("query", "put_item", "transact_write_items"):
                threads.begin(getattr(self._client, action)).result()
        finally:
            events.unregister("choose-signer.dynamodb", _no_signer)
            events.unregister("before-send.dynamodb", _no_answer)


def _check_source(action: str, answer: JSON) -> None:
    """Refuse a proxy's or load balancer's page; what it says is not told: it may repeat what was asked."""
    metadata = answer["ResponseMetadata"]
    if "RequestId" not in metadata:
        raise StorageError(f"What answered {action} was not DynamoDB (HTTP {metadata['HTTPStatusCode']})")


def _no_signer(**_: Any) -> Any:
    return UNSIGNED


def _no_answer(request: AWSPreparedRequest, **_: Any) -> AWSResponse:
    return AWSResponse(request.url, 200, {}, SimpleNamespace(stream=lambda: [b"{}"]))


def _try_again(response: tuple[Any, JSON] | None, attempts: int, **_: Any) -> float | bool | None:
    """Seconds until the next attempt, False for no other, None for what boto3 itself thinks."""
    wait = _BACKOFF_SECONDS * 2 ** (attempts - 1)
    if attempts == _ATTEMPTS or seconds_left() < wait + _LEAST_SECONDS:
        return False
    if response is None:
        return None
    http, answer = response
    codes = {answer.get("Error", {}).get("Code"), *cancellation_reasons(answer)}
    return wait if http.status_code == _REQUEST_TIMEOUT or codes & _PASSING_CODES else None


def cancellation_reasons(answer: JSON) -> list[str]:
    """Why each operation of a transaction was refused, "None" where it was not; of other answers nothing."""
    return [reason.get("Code", "None") for reason in answer.get("CancellationReasons", ())]
