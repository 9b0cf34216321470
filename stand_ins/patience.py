"""Other limits of time for the store than the product's own.

The emulator of DynamoDB and all who ask it share two processors with other tests, and on a busy machine they
are several times slower than AWS is: turns would give up that lose nothing. So tests have more time than a
runner would wait, but for those about the limits themselves.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from types import ModuleType
from typing import Final
from unittest.mock import patch

from skill.conversation import attempts, turns
from skill.storage import dynamodb_client, dynamodb_session

Limit = tuple[ModuleType, str]
_CALL: Final[Limit] = (dynamodb_client, "CALL_SECONDS")
_READ: Final[Limit] = (dynamodb_client, "READ_SECONDS")
_CONNECT: Final[Limit] = (dynamodb_client, "CONNECT_SECONDS")
_LEAST: Final[Limit] = (dynamodb_client, "_LEAST_SECONDS")
_BACKOFF: Final[Limit] = (dynamodb_client, "_BACKOFF_SECONDS")
_TURN: Final[Limit] = (turns, "TURN_SECONDS")
_LATEST_ATTEMPT: Final[Limit] = (attempts, "LATEST_ATTEMPT_SECONDS")
_LOOK: Final[Limit] = (dynamodb_session, "LOOK_SECONDS")
_SHIPPED: Final = {
    (module.__name__, name): getattr(module, name)
    for module, name in (_CALL, _READ, _CONNECT, _LEAST, _BACKOFF, _TURN, _LATEST_ATTEMPT, _LOOK)
}


@contextmanager
def _limits(factor: float, *limits: Limit) -> Iterator[None]:
    """Meanwhile these limits are the product's own, times `factor`."""
    with ExitStack() as patched:
        for module, name in limits:
            patched.enter_context(patch.object(module, name, factor * _SHIPPED[module.__name__, name]))
        yield


def patience() -> AbstractContextManager[None]:
    """Meanwhile a turn, a call of DynamoDB and all attempts of either may take twenty times as long."""
    return _limits(20, _TURN, _LATEST_ATTEMPT, _CALL, _READ, _CONNECT, _LOOK)


def impatience() -> AbstractContextManager[None]:
    """Meanwhile a call of DynamoDB has a tenth of its time, for calls that are to fail."""
    return _limits(0.1, _CALL, _CONNECT, _READ, _LEAST, _BACKOFF)
