"""Where AWS credentials come from when the environment holds none."""

from typing import Any

from botocore.exceptions import BotoCoreError, ClientError
from botocore.session import Session

from skill.storage.repository import StorageError
from skill.storage.signature import Credentials


class FoundCredentials:
    """What AWS's own search finds: a profile, a role, or with SnapStart what Lambda hands out."""

    def __init__(self) -> None:
        self._search: Any = Session().get_component("credential_provider")
        self._source: Any = None

    def __call__(self) -> Credentials:
        """The credentials that hold now, looked for on the first call and fetched again before they expire.

        Raises:
            StorageError: there are none, or they cannot be fetched.
        """
        try:
            self._source = self._source or self._search.load_credentials()
            if self._source is None:
                raise StorageError("DynamoDB cannot be called without AWS credentials: none were found")
            frozen = self._source.get_frozen_credentials()
        except (BotoCoreError, ClientError, ValueError) as error:
            raise StorageError(f"DynamoDB cannot be called without AWS credentials: {error}") from error
        return Credentials(frozen.access_key, frozen.secret_key, frozen.token)
