"""The records of a store as they lie there, past the skill."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

from skill.storage.items import KEY, OWNER
from skill.storage.record import owner
from stand_ins import emulator


class RawRecords(Protocol):
    """The bodies of a user's records by their keys, in any store."""

    def bodies(self, user: str) -> Mapping[str, str]:
        """All of them."""

    def replace(self, user: str, key: str, body: str) -> None:
        """Put another body in the place of one."""


class SQLiteRecords:
    """Those of the file at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def bodies(self, user: str) -> Mapping[str, str]:
        """See `RawRecords.bodies`."""
        with closing(sqlite3.connect(self._path)) as connection:
            pages = connection.execute(
                "SELECT 'page#' || name, body FROM pages WHERE owner = ?", (owner(user),)
            )
            entries = connection.execute("SELECT identity, body FROM entries WHERE owner = ?", (owner(user),))
            return dict([*pages, *entries])

    def replace(self, user: str, key: str, body: str) -> None:
        """See `RawRecords.replace`."""
        with closing(sqlite3.connect(self._path, isolation_level=None)) as connection:
            connection.execute(
                "UPDATE pages SET body = ? WHERE owner = ? AND 'page#' || name = ?", (body, owner(user), key)
            )
            connection.execute(
                "UPDATE entries SET body = ? WHERE owner = ? AND identity = ?", (body, owner(user), key)
            )


class DynamoDBRecords:
    """Those of a table in the emulator at `url`."""

    def __init__(self, url: str, table: str) -> None:
        self._client: Any = emulator.client(url)
        self._table = table

    def bodies(self, user: str) -> Mapping[str, str]:
        """See `RawRecords.bodies`."""
        answer = self._client.query(
            TableName=self._table,
            ConsistentRead=True,
            KeyConditionExpression="#owner = :owner",
            ExpressionAttributeNames={"#owner": OWNER},
            ExpressionAttributeValues={":owner": {"S": owner(user)}},
        )
        return {item[KEY]["S"]: item["body"]["S"] for item in answer["Items"]}

    def replace(self, user: str, key: str, body: str) -> None:
        """See `RawRecords.replace`."""
        self._client.update_item(
            TableName=self._table,
            Key={OWNER: {"S": owner(user)}, KEY: {"S": key}},
            UpdateExpression="SET body = :body",
            ExpressionAttributeValues={":body": {"S": body}},
        )
