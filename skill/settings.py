"""The only reader of the environment; it makes the store that is named there."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from skill.storage.repository import Repository

_STORES = ("sqlite", "dynamodb")


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
    """

    storage: str
    database: Path | None
    data_home: str | None
    table: str | None
    region: str | None
    skill_id: str | None

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """The settings in the environment; an empty variable counts as not set.

        Raises:
            SettingsError: there is no such storage.
        """
        given = {name: value for name, value in environment.items() if value}
        storage = given.get("FOOT_COACH_STORAGE", "sqlite").lower()
        if storage not in _STORES:
            raise SettingsError(f"FOOT_COACH_STORAGE is one of {', '.join(_STORES)}, not {storage!r}")
        database = given.get("FOOT_COACH_DB")
        return cls(
            storage=storage,
            database=Path(database).expanduser() if database else None,
            data_home=given.get("XDG_DATA_HOME"),
            table=given.get("FOOT_COACH_TABLE"),
            region=given.get("AWS_REGION") or given.get("AWS_DEFAULT_REGION"),
            skill_id=given.get("FOOT_COACH_SKILL_ID"),
        )

    def repository(self) -> Repository:
        """A new repository of the chosen kind; only that kind is imported.

        Raises:
            SettingsError: DynamoDB is chosen and its table or region is not named.
        """
        if self.storage == "sqlite":
            from skill.storage.sqlite import SQLiteRepository  # noqa: PLC0415 - a Lambda needs none of it

            return SQLiteRepository(self.database or self.data_folder() / "notebooks.sqlite3")
        if not self.table:
            raise SettingsError("With FOOT_COACH_STORAGE=dynamodb, set FOOT_COACH_TABLE to the table's name")
        if not self.region:
            raise SettingsError("With FOOT_COACH_STORAGE=dynamodb, set AWS_REGION to the table's region")
        from skill.storage.dynamodb import DynamoDBRepository  # noqa: PLC0415 - one machine needs no AWS
        from skill.storage.dynamodb_client import DynamoDBClient  # noqa: PLC0415 - as above
        from skill.storage.dynamodb_session import aws_session  # noqa: PLC0415 - as above

        return DynamoDBRepository(DynamoDBClient(aws_session(self.region)), self.table)

    def data_folder(self) -> Path:
        """Where the user's data lies (XDG Base Directory Specification 0.8); a Lambda has no such place."""
        base = Path(self.data_home or "")
        return (base if base.is_absolute() else Path.home() / ".local" / "share") / "foot-coach"
