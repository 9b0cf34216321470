"""More time for the store than a runner would wait, where it is not the time that is tested.

The emulator of DynamoDB and all who ask it share two processors with other tests, and on a busy machine they
are several times slower than AWS is: turns would give up that lose nothing.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from skill.conversation import attempts, turns
from skill.storage import dynamodb_client

_PATIENCE = 20


@contextmanager
def patience() -> Iterator[None]:
    """Meanwhile a turn, a call of DynamoDB and all attempts of a turn may take twenty times as long."""
    limits = (
        (turns, "TURN_SECONDS"),
        (dynamodb_client, "CALL_SECONDS"),
        (attempts, "LATEST_ATTEMPT_SECONDS"),
    )
    with ExitStack() as patched:
        for module, name in limits:
            patched.enter_context(patch.object(module, name, _PATIENCE * getattr(module, name)))
        yield
