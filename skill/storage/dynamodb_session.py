"""Whose credentials DynamoDB is called with, and in which region."""

import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextlib import suppress
from functools import partial
from threading import Lock
from typing import Any, Final, Self

from boto3 import Session
from botocore.config import Config
from botocore.credentials import RefreshableCredentials, create_credential_resolver
from botocore.exceptions import BotoCoreError, CredentialRetrievalError, NoCredentialsError
from botocore.session import Session as CoreSession

from skill.storage import dynamodb_client
from skill.storage.deadline import seconds_left, threads
from skill.storage.repository import StorageError
from skill.value import Value

AWS_FAULTS: Final = (BotoCoreError, ValueError)
"""What is raised where AWS's own settings do not fit, when a session and its client are made."""
_ATTEMPTS: Final = 2
"""Of a service that hands out credentials, with DynamoDB's time-outs; AWS's own are 5 of a minute each."""
LOOK_SECONDS: Final = 1.2
"""How long a look for credentials is waited for before another is begun beside it: two fit into one call."""
EARLY_SECONDS: Final = 10.0
"""From one look for newer credentials to the next, while those at hand are still good."""


def aws_session(region: str) -> Session:
    """A session that finds credentials where AWS's own tools do, when they are first needed.

    Args:
        region: the AWS region's name, of DynamoDB and of the service that lets a profile take on a role.

    Raises:
        AWS_FAULTS: AWS's configuration cannot be read, or has no profile of the name that is asked for.
    """
    core = CoreSession()
    core.set_default_client_config(
        Config(
            connect_timeout=dynamodb_client.CONNECT_SECONDS,
            read_timeout=dynamodb_client.READ_SECONDS,
            retries={"mode": "legacy", "total_max_attempts": _ATTEMPTS},
        )
    )
    core.register_component(
        "credential_provider",
        LateCredentials(lambda: create_credential_resolver(core, region_name=region)),
    )
    return Session(botocore_session=core, region_name=region)


class _Kept(Value):
    """Credentials as they were found.

    Attributes:
        found: botocore's own, which knows how long they are good.
        frozen: what a request is signed with.
    """

    found: Any
    frozen: Any

    def end_within(self, seconds: float | None) -> bool:
        """Whether they are good no longer than that; with None, whether botocore would look for others."""
        return isinstance(self.found, RefreshableCredentials) and self.found.refresh_needed(seconds)


class LateCredentials:
    """Credentials that are looked for when the first request is signed, and waited for only if none are good.

    boto3 looks for them when it makes a client, which for a Lambda is before its snapshot. So the snapshot
    would hold secrets, and whoever logs in after the start would not be found. And boto3 lets a request wait
    for newer ones while those at hand are good for another ten minutes.

    Args:
        searches: makes what looks for credentials, anew for each look: it remembers the profiles it has seen.
    """

    method = "late"

    def __init__(self, searches: Callable[[], Any]) -> None:
        self._searches = searches
        self._next_search: Any = searches()
        self._lock = Lock()
        self._kept: _Kept | None = None
        self._looking: Future[_Kept] | None = None
        self._began = 0.0

    def load_credentials(self) -> Self:
        """Nothing is looked for yet."""
        return self

    def get_frozen_credentials(self) -> Any:
        """What a request is signed with, in botocore's form.

        Raises:
            BotoCoreError: there are none, or they did not come in time.
        """
        while (kept := self._kept) is None or kept.end_within(0):
            look = self._look()
            wait([look], min(LOOK_SECONDS, seconds_left()))
            if look.done():
                look.result()
            elif seconds_left() <= 0:
                raise CredentialRetrievalError(provider=self.method, error_msg="they did not come in time")
        if kept.end_within(None):
            self._look_early()
        return kept.frozen

    def get_deferred_property(self, _name: str) -> Any:
        """What gives a property of the account."""
        return lambda: None  # the account's id, which only its own endpoint needs

    def _look(self) -> Future[_Kept]:
        """The look that is under way, or a new one.

        That is begun where there is none, and beside one that has hung for `LOOK_SECONDS` where there is time
        for it: who comes next is not to wait for what was begun too late.
        """
        with self._lock:
            under_way = self._looking is not None and not self._looking.done()
            hangs = time.monotonic() - self._began >= LOOK_SECONDS
            if not under_way or (hangs and seconds_left() >= LOOK_SECONDS):
                self._begin()
            assert self._looking is not None  # noqa: S101 - begun, if not by this thread
            return self._looking

    def _look_early(self) -> None:
        with self._lock, suppress(StorageError):
            if time.monotonic() - self._began > EARLY_SECONDS:
                self._begin()

    def _begin(self) -> None:
        search, self._next_search = self._next_search, None
        self._began = time.monotonic()
        self._looking = threads.begin(partial(self._find, search))

    def _find(self, search: Any) -> _Kept:
        found = (search or self._searches()).load_credentials()
        if found is None:
            raise NoCredentialsError
        kept = _Kept(found, found.get_frozen_credentials())
        self._kept = kept
        return kept
