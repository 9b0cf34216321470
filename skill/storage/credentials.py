"""Where AWS credentials come from when the environment holds none."""

from typing import Any

from botocore.exceptions import BotoCoreError
from botocore.session import Session

from skill.storage.repository import StorageError
from skill.storage.signature import Credentials


class FoundCredentials:
    """What AWS's own search finds: a profile, a role, or with SnapStart what Lambda hands out.

    Raises:
        StorageError: it finds nothing, or cannot fetch what it finds.
    """

    def __init__(self) -> None:
        try:
            self._source: Any = Session().get_credentials()
        except (BotoCoreError, ValueError) as error:
            raise StorageError(f"DynamoDB cannot be called without AWS credentials: {error}") from error
        if self._source is None:
            raise StorageError("DynamoDB cannot be called without AWS credentials: none were found")

    def __call__(self) -> Credentials:
        """The credentials that hold now, fetched again before they expire.

        Raises:
            StorageError: they have expired and new ones cannot be fetched.
        """
        try:
            frozen = self._source.get_frozen_credentials()
        except (BotoCoreError, ValueError) as error:
            raise StorageError(f"DynamoDB cannot be called without AWS credentials: {error}") from error
        return Credentials(frozen.access_key, frozen.secret_key, frozen.token)
