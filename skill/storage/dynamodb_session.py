"""Whose credentials DynamoDB is called with, and in which region."""

from typing import Any, Self

from boto3 import Session
from botocore.exceptions import NoCredentialsError
from botocore.session import Session as CoreSession


def aws_session(region: str) -> Session:
    """A session that finds credentials where AWS's own tools do, when they are first needed.

    Args:
        region: the AWS region's name, of DynamoDB and of the service that lets a profile take on a role.
    """
    core = CoreSession()
    search = core.get_component("credential_provider")
    core.register_component("credential_provider", _LateCredentials(search))
    return Session(botocore_session=core, region_name=region)


class _LateCredentials:
    """Credentials that are looked for when the first request is signed.

    boto3 looks for them when it makes a client, which for a Lambda is before its snapshot. So the snapshot
    would hold secrets, and whoever logs in after the start would not be found.
    """

    method = "late"

    def __init__(self, search: Any) -> None:
        self._search = search
        self._found: Any = None

    def load_credentials(self) -> Self:
        return self

    def get_frozen_credentials(self) -> Any:
        self._found = self._found or self._search.load_credentials()
        if self._found is None:
            raise NoCredentialsError
        return self._found.get_frozen_credentials()

    def get_deferred_property(self, _name: str) -> Any:
        return lambda: None  # the account's id, which only its own endpoint needs
