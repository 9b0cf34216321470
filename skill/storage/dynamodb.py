"""Notebooks in one DynamoDB table, for any number of users and machines."""

import secrets
import time
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Any, Final

from botocore.exceptions import ClientError

from skill.storage import items, record
from skill.storage.dynamodb_client import DynamoDBClient, cancellation_reasons
from skill.storage.repository import (
    FORGET_SECONDS,
    LARGEST_CHANGE,
    LATEST_ENTRIES,
    AlreadyLoggedError,
    Change,
    Entry,
    LostRaceError,
    Notebook,
    Page,
    StorageError,
    UnfinishedError,
    Unreadable,
)

USUAL_PAGES: Final = 10
"""A user's three pages and a walkthrough for each voice of a household; more cost a second Query."""
_CONFLICT_WAIT_SECONDS: Final = 0.05
"""Between two attempts to erase where another is at the same items."""
_CONFLICTS: Final = frozenset({"ConditionalCheckFailed", "TransactionConflict"})
_NO_ITEM: Final = "attribute_not_exists(#owner)"
_AN_ITEM: Final = "attribute_exists(#owner)"
_NO_PAGE: Final = "attribute_not_exists(#owner) OR #expires_at <= :now"
_THAT_VERSION: Final = "#version = :version"
_THAT_WRITE: Final = "#write = :write"

_ERASED_AT_ONCE: Final = LARGEST_CHANGE - 1
"""Items in one transaction beside the mark that it checks."""
_KEYS_AT_ONCE: Final = 30 * _ERASED_AT_ONCE
"""Keys in one Query of an erasure: about as many as are in DynamoDB's 1 MB, so that erasing begins soon."""

Operation = dict[str, Any]


class _ErasedError(Exception):
    """The mark of an erasure is gone: another has finished it."""


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
        unreadable: list[Unreadable] = []
        being_erased = False
        for item in self._query(record.owner(user), Limit=LATEST_ENTRIES + USUAL_PAGES):
            if items.is_mark(item):
                being_erased = True
                break
            match items.parse(item):
                case Unreadable() as fault:
                    unreadable.append(fault)
                case Entry() as entry:
                    entries.append(entry)
                    if len(entries) == LATEST_ENTRIES:
                        break
                case name, page:
                    if page.expires_at is None or page.expires_at > now:
                        pages[name] = page
        return Notebook(pages, entries, tuple(unreadable), being_erased)

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
            if isinstance(entry := items.parse(item), Entry):
                yield entry

    def unreadable(self, user: str) -> Iterator[Unreadable]:
        """See `Repository.unreadable`."""
        for item in self._query(record.owner(user)):
            if isinstance(fault := items.parse(item), Unreadable):
                yield fault

    def forget(self, user: str, seconds: float = FORGET_SECONDS) -> None:
        """See `Repository.forget`; a mark in the notebook says that it is being erased, until that is done.

        Everything is deleted on condition that this very mark still stands, the mark itself too. So however
        late a delete arrives, what was written after the erasure was finished is not touched.
        """
        ends = time.monotonic() + seconds
        owner = record.owner(user)
        mark = self._mark(owner)
        try:
            while self._erase_what_is_seen(owner, mark, ends):
                pass
            self._transact([{"Delete": mark}], ends)
        except _ErasedError:
            return
        except StorageError as error:
            raise UnfinishedError(f"an erasure is not finished: {error}") from error

    def _mark(self, owner: str) -> Operation:
        """Mark the notebook, unless it is; the mark's key, and the condition that it still stands.

        Raises:
            StorageError: it could not be marked.
        """
        token = secrets.token_urlsafe(12)
        try:
            self._client.call(
                "put_item", self._operation("Put", items.mark_item(owner, token), _NO_ITEM)["Put"]
            )
        except ClientError as error:
            if "Item" not in error.response:
                raise StorageError(f"DynamoDB refused put_item: {error}") from error
            token = error.response["Item"]["write"]["S"]
        values = {":write": {"S": token}}
        return self._operation("Delete", items.mark_key(owner), _THAT_WRITE, values)["Delete"]

    def _erase_what_is_seen(self, owner: str, mark: Operation, ends: float) -> bool:
        """Erase all beside the mark, the log before the pages; whether there was anything.

        A turn that began before the mark was set can write until the pages that it read are gone. So there is
        another look after each that has found something.
        """
        names = {"#owner": items.OWNER, "#key": items.KEY}
        found = self._query(
            owner,
            ScanIndexForward=False,
            ProjectionExpression="#owner, #key",
            ExpressionAttributeNames=names,
            Limit=_KEYS_AT_ONCE,
        )
        keys = (key for key in found if not items.is_mark(key))
        any_seen = False
        while some := list(islice(keys, _ERASED_AT_ONCE)):
            any_seen = True
            deletes: list[Operation] = [{"Delete": {"TableName": self._table, "Key": key}} for key in some]
            self._transact([*deletes, {"ConditionCheck": mark}], ends)
        return any_seen

    def _transact(self, operations: list[Operation], ends: float) -> None:
        """Carry out a part of an erasure, again where another is at the same items.

        Raises:
            _ErasedError: the mark is gone.
            StorageError: DynamoDB did not carry it out, or there is no more time to begin it.
        """
        while time.monotonic() < ends:
            try:
                self._client.call("transact_write_items", {"TransactItems": operations})
            except ClientError as error:
                refused = cancellation_reasons(error.response)
                if "ConditionalCheckFailed" in refused:
                    raise _ErasedError from error
                if "TransactionConflict" not in refused:
                    raise StorageError(f"DynamoDB refused transact_write_items: {error}") from error
                time.sleep(_CONFLICT_WAIT_SECONDS)
            else:
                return
        raise StorageError("its time is up")

    def _query(self, owner: str, **options: Any) -> Iterator[items.Item]:
        """The user's items in order of their keys; the options are the Query's."""
        request: dict[str, Any] = {
            "TableName": self._table,
            "ConsistentRead": True,
            "KeyConditionExpression": "#owner = :owner",
            "ExpressionAttributeNames": {"#owner": items.OWNER},
            "ExpressionAttributeValues": {":owner": {"S": owner}},
            **options,
        }
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
        names = {
            "#owner": items.OWNER,
            "#version": "version",
            "#expires_at": items.EXPIRES_AT,
            "#write": "write",
        }
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
