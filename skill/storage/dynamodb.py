"""Notebooks in one DynamoDB table, for any number of users and machines."""

import secrets
import time
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any, Final

from botocore.exceptions import ClientError

from skill.storage import items, record
from skill.storage.dynamodb_client import DynamoDBClient, cancellation_reasons
from skill.storage.repository import (
    LATEST_ENTRIES,
    AlreadyLoggedError,
    Change,
    Entry,
    LostRaceError,
    Notebook,
    Page,
    StorageError,
)

USUAL_PAGES: Final = 10
"""A user's three pages and a walkthrough for each voice of a household; more cost a second Query."""
_BATCH: Final = 25
"""Items in one BatchWriteItem (Amazon's quota)."""
_FORGET_SECONDS: Final = 60.0
_FORGET_WAIT_SECONDS: Final = 0.1
_CONFLICTS: Final = frozenset({"ConditionalCheckFailed", "TransactionConflict"})
_NO_ITEM: Final = "attribute_not_exists(#owner)"
_AN_ITEM: Final = "attribute_exists(#owner)"
_NO_PAGE: Final = "attribute_not_exists(#owner) OR #expires_at <= :now"
_THAT_VERSION: Final = "#version = :version"

Operation = dict[str, Any]


class DynamoDBRepository:
    """A repository in the table `table`, which has the keys and the TTL attribute that `items` names.

    A write of one page or one new entry is one conditional PutItem, anything larger one transaction at
    twice the price per item. Both may be sent twice: a transaction has a token for it, and a PutItem that is
    refused by an item it has written itself has succeeded.
    """

    def __init__(self, client: DynamoDBClient, table: str) -> None:
        self._client = client
        self._table = table

    def read(self, user: str, now: datetime) -> Notebook:
        """See `Repository.read`; one Query, unless the user has more than `USUAL_PAGES` pages."""
        pages: dict[str, Page] = {}
        entries: list[Entry] = []
        for item in self._query(record.owner(user), LATEST_ENTRIES + USUAL_PAGES):
            if not items.is_page(item):
                entries.append(items.parse_entry(item))
                if len(entries) == LATEST_ENTRIES:
                    break
                continue
            name, page = items.parse_page(item)
            if page.expires_at is None or page.expires_at > now:
                pages[name] = page
        return Notebook(pages, entries)

    def write(self, user: str, change: Change, now: datetime) -> None:
        """See `Repository.write`."""
        token = secrets.token_urlsafe(12)
        operations = self._operations(record.owner(user), change, now, token)
        try:
            if len(operations) == 1 and "Put" in operations[0]:
                self._put(operations[0]["Put"], token)
            elif operations:
                self._client.call(
                    "transact_write_items", {"TransactItems": operations, "ClientRequestToken": token}
                )
        except ClientError as error:
            raise _explain(error, change) from error

    def log(self, user: str) -> Iterator[Entry]:
        """See `Repository.log`."""
        for item in self._query(record.owner(user)):
            if not items.is_page(item):
                yield items.parse_entry(item)

    def forget(self, user: str) -> None:
        """See `Repository.forget`."""
        keys = [
            {items.OWNER: item[items.OWNER], items.KEY: item[items.KEY]}
            for item in self._query(record.owner(user))
        ]
        ends = time.monotonic() + _FORGET_SECONDS
        for start in range(0, len(keys), _BATCH):
            left = {
                self._table: [{"DeleteRequest": {"Key": key}} for key in keys[start : start + _BATCH]],
            }
            while left:
                answer = self._call("batch_write_item", {"RequestItems": left})
                left = answer.get("UnprocessedItems", {})
                if left:
                    if time.monotonic() > ends:
                        raise StorageError("DynamoDB is too busy to forget a user")
                    time.sleep(_FORGET_WAIT_SECONDS)

    def _query(self, owner: str, limit: int | None = None) -> Iterator[items.Item]:
        """The user's items in order of their keys, `limit` to a call."""
        request: dict[str, Any] = {
            "TableName": self._table,
            "ConsistentRead": True,
            "KeyConditionExpression": "#owner = :owner",
            "ExpressionAttributeNames": {"#owner": items.OWNER},
            "ExpressionAttributeValues": {":owner": {"S": owner}},
        }
        if limit is not None:
            request["Limit"] = limit
        while True:
            answer = self._call("query", request)
            yield from answer["Items"]
            if "LastEvaluatedKey" not in answer:
                return
            request["ExclusiveStartKey"] = answer["LastEvaluatedKey"]

    def _call(self, action: str, request: dict[str, Any]) -> dict[str, Any]:
        try:
            return self._client.call(action, request)
        except ClientError as error:
            raise StorageError(f"DynamoDB refused {action}: {error}") from error

    def _put(self, request: Operation, token: str) -> None:
        try:
            self._client.call("put_item", request)
        except ClientError as error:
            if error.response.get("Item", {}).get("write") != {"S": token}:
                raise

    def _operations(self, owner: str, change: Change, now: datetime, token: str) -> list[Operation]:
        """One operation per page and entry of the change, the added entries first."""
        put, delete = partial(self._operation, "Put"), partial(self._operation, "Delete")
        return [
            *(put(items.entry_item(owner, entry, token), _NO_ITEM) for entry in change.added),
            *(
                put(items.page_item(owner, name, page, token), *_as_read(page.version, now))
                for name, page in change.pages.items()
            ),
            *(put(items.entry_item(owner, entry, token), _AN_ITEM) for entry in change.replaced),
            *(delete(items.entry_key(owner, entry), _AN_ITEM) for entry in change.removed),
        ]

    def _operation(
        self, kind: str, item: items.Item, condition: str, values: dict[str, Any] | None = None
    ) -> dict[str, Operation]:
        names = {"#owner": items.OWNER, "#version": "version", "#expires_at": items.EXPIRES_AT}
        operation: Operation = {
            "TableName": self._table,
            "Item" if kind == "Put" else "Key": item,
            "ConditionExpression": condition,
            "ExpressionAttributeNames": {name: names[name] for name in names if name in condition},
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
        }
        if values:
            operation["ExpressionAttributeValues"] = values
        return {kind: operation}


def _as_read(version: int, now: datetime) -> tuple[str, dict[str, Any]]:
    """The condition that a page still is as it was read."""
    if version == 0:
        return _NO_PAGE, {":now": {"N": str(int(now.timestamp()))}}
    return _THAT_VERSION, {":version": {"N": str(version)}}


def _explain(error: ClientError, change: Change) -> StorageError:
    """The domain's error for a refused write."""
    code = error.response["Error"]["Code"]
    alone = code == "ConditionalCheckFailedException"
    refused = ["ConditionalCheckFailed"] if alone else cancellation_reasons(error.response)
    if "ConditionalCheckFailed" in refused[: len(change.added)]:
        return AlreadyLoggedError("The log has such an entry already")
    if code == "TransactionConflictException" or not _CONFLICTS.isdisjoint(refused):
        return LostRaceError("A page or an entry was not as the change expects")
    return StorageError(f"DynamoDB refused a write: {error}")
