"""The only reader of the environment; it makes the store that is named there."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from skill.storage.repository import Repository
from skill.strava.addresses import STRAVA, Addresses, is_stravas

if TYPE_CHECKING:  # it is imported where it is made
    from skill.strava.account import StravaAccount

_STORES: Final = ("sqlite", "dynamodb")
_OURS: Final = "FOOT_COACH_"
_REGIONS: Final = ("AWS_REGION", "AWS_DEFAULT_REGION")
"""As AWS's own tools are told; Lambda itself sets the first."""
_REGION: Final = re.compile("[a-z]{2,}(-[a-z]+)+-[1-9][0-9]?")
"""How AWS names its regions (us-east-1, us-gov-west-1, eusc-de-east-1), those of later years too."""


class SettingsError(Exception):
    """The environment asks for something that cannot be; the message says what to set instead."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says.

    Attributes:
        storage: "sqlite" (the default) or "dynamodb"; from FOOT_COACH_STORAGE.
        database: SQLite's file; from FOOT_COACH_DB, None for the one in the user's data folder.
        data_home: the folder of the user's data; from XDG_DATA_HOME.
        table: DynamoDB's table; from FOOT_COACH_TABLE.
        region: the AWS region, set by Lambda itself; from AWS_REGION or AWS_DEFAULT_REGION.
        skill_id: the one skill whose requests are answered, None for any; from FOOT_COACH_SKILL_ID.
        strava_linked: whether the skill has account linking with Strava, "yes" or "no" (the default); from
            FOOT_COACH_STRAVA_LINKED.
        strava: where Strava is; from FOOT_COACH_STRAVA_API and FOOT_COACH_STRAVA_OAUTH.
        strava_id: the client ID of one's own application at Strava, None where it is asked for; from
            FOOT_COACH_STRAVA_CLIENT_ID.
        strava_secret: its client secret; from FOOT_COACH_STRAVA_CLIENT_SECRET.
    """

    storage: str
    database: Path | None
    data_home: str | None
    table: str | None
    region: str | None
    skill_id: str | None
    strava_linked: bool = False
    strava: Addresses = STRAVA
    strava_id: str | None = None
    strava_secret: str | None = field(default=None, repr=False)

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """The settings in the environment; an empty variable counts as not set.

        Raises:
            SettingsError: there is no such storage, an address of Strava's is nobody's, a variable of ours is
                blank or has spaces around it, or says neither yes nor no.
        """
        given = {name: value for name, value in environment.items() if value}
        for name, value in given.items():
            if name.startswith(_OURS) and value != value.strip():
                shown = "set" if "SECRET" in name else repr(value)
                raise SettingsError(f"{name} is {shown}; set it without spaces around it, or not at all")
        storage = given.get("FOOT_COACH_STORAGE", "sqlite").lower()
        if storage not in _STORES:
            raise SettingsError(f"FOOT_COACH_STORAGE is one of {', '.join(_STORES)}, not {storage!r}")
        database = given.get("FOOT_COACH_DB")
        return cls(
            storage=storage,
            database=Path(database).expanduser() if database else None,
            data_home=given.get("XDG_DATA_HOME"),
            table=given.get("FOOT_COACH_TABLE"),
            region=next((given[name] for name in _REGIONS if name in given), None),
            skill_id=given.get("FOOT_COACH_SKILL_ID"),
            strava_linked=_is_yes(given, "FOOT_COACH_STRAVA_LINKED"),
            strava=Addresses(
                _strava_address(given, "FOOT_COACH_STRAVA_API", STRAVA.api),
                _strava_address(given, "FOOT_COACH_STRAVA_OAUTH", STRAVA.oauth),
            ),
            strava_id=given.get("FOOT_COACH_STRAVA_CLIENT_ID"),
            strava_secret=given.get("FOOT_COACH_STRAVA_CLIENT_SECRET"),
        )

    def repository(self) -> Repository:
        """A new repository of the chosen kind; only that kind is imported.

        Raises:
            SettingsError: DynamoDB is chosen, and its table or region is not named, or AWS's own settings are
                wrong.
        """
        if self.storage == "sqlite":
            from skill.storage.sqlite import SQLiteRepository  # noqa: PLC0415 - a Lambda needs none of it

            return SQLiteRepository(self.database or self.data_folder() / "notebooks.sqlite3")
        if not self.table:
            raise SettingsError("With FOOT_COACH_STORAGE=dynamodb, set FOOT_COACH_TABLE to the table's name")
        if not self.region:
            raise SettingsError("With FOOT_COACH_STORAGE=dynamodb, set AWS_REGION to the table's region")
        if not _REGION.fullmatch(self.region):
            raise SettingsError(
                f"AWS has no region {self.region!r}; set AWS_REGION to the table's, as eu-west-1 or us-east-1"
            )
        from skill.storage.dynamodb import DynamoDBRepository  # noqa: PLC0415 - one machine needs no AWS
        from skill.storage.dynamodb_client import DynamoDBClient  # noqa: PLC0415 - as above
        from skill.storage.dynamodb_session import AWS_FAULTS, aws_session  # noqa: PLC0415 - as above

        try:
            client = DynamoDBClient(aws_session(self.region))
        except AWS_FAULTS as error:
            raise SettingsError(
                "Put right AWS's own settings (AWS_PROFILE, AWS_ENDPOINT_URL_DYNAMODB, their like, and its"
                f" configuration file): {error}"
            ) from error
        return DynamoDBRepository(client, self.table)

    def strava_account(self) -> "Callable[[str], StravaAccount]":
        """What makes a runner's account at Strava from an access token."""
        from skill.strava.account import StravaAccount  # noqa: PLC0415 - most skills need no client of Strava's

        return partial(StravaAccount, self.strava.api)

    def data_folder(self) -> Path:
        """Where the user's data lies (XDG Base Directory Specification 0.8); a Lambda has no such place."""
        base = Path(self.data_home or "")
        return (base if base.is_absolute() else Path.home() / ".local" / "share") / "foot-coach"


def starts_from_a_snapshot(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether AWS is about to take a snapshot of this process, from which others start (SnapStart)."""
    return environment.get("AWS_LAMBDA_INITIALIZATION_TYPE") == "snap-start"


def _is_yes(given: Mapping[str, str], name: str) -> bool:
    """Whether a setting says yes; it is no where it is not set.

    Raises:
        SettingsError: it says neither.
    """
    answer = given.get(name, "no").lower()
    if answer not in ("yes", "no"):
        raise SettingsError(f"{name} is yes or no, not {answer!r}")
    return answer == "yes"


def _strava_address(given: Mapping[str, str], name: str, usual: str) -> str:
    """An address that Strava's paths begin with: a runner's token is sent there.

    Raises:
        SettingsError: it is neither Strava's nor this machine's.
    """
    address = given.get(name, usual).rstrip("/")
    if not is_stravas(address):
        raise SettingsError(
            f"{name} is {address!r}; set it to an address of Strava's, as {usual}, or not at all"
        )
    return address
