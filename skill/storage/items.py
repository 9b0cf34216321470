"""How a notebook lies in the DynamoDB table.

One partition per user. The sort key puts the pages first and then the log, newest entry first, so that one
Query from the partition's beginning brings all a turn needs at the same cost whatever the log's length:

    owner (partition)   key (sort)                                       attributes
    3f9a...             page#profile                                     body version write schema
    3f9a...             page#walkthrough                                 body version write schema expires_at
    3f9a...             record#0998204... (time, inverted)#<identity>    body write schema

Bodies are JSON text: it keeps floats as they are, where DynamoDB's own numbers do not. `write` names the
change that wrote the item last, by which a write whose answer was lost knows itself again.
"""

from datetime import UTC, datetime
from typing import Any, Final

from skill.storage import record
from skill.storage.repository import Entry, Page, StorageError

Item = dict[str, dict[str, str]]

OWNER: Final = "owner"
KEY: Final = "key"
EXPIRES_AT: Final = "expires_at"
"""The table's TTL attribute: seconds since 1970."""
SCHEMA: Final = 1
_PAGE: Final = "page#"
_RECORD: Final = "record#"
_TIME_LIMIT: Final = 10**18
"""Above any datetime's microseconds since 1970, so that no inverted time is negative."""


def entry_key(owner: str, entry: Entry) -> Item:
    """The key of an entry; the later its time, the earlier it sorts."""
    inverted = _TIME_LIMIT - record.microseconds(entry.at)
    return {OWNER: {"S": owner}, KEY: {"S": f"{_RECORD}{inverted:019d}#{entry.identity}"}}


def page_item(owner: str, name: str, page: Page, write: str) -> Item:
    """The page as it lies in the table after it was written, its version counted up."""
    item = {
        OWNER: {"S": owner},
        KEY: {"S": _PAGE + name},
        "body": {"S": record.dump(page.body)},
        "version": {"N": str(page.version + 1)},
        "write": {"S": write},
        "schema": {"N": str(SCHEMA)},
    }
    if page.expires_at is not None:
        item[EXPIRES_AT] = {"N": str(int(page.expires_at.timestamp()))}
    return item


def entry_item(owner: str, entry: Entry, write: str) -> Item:
    """The entry as it lies in the table."""
    return {
        **entry_key(owner, entry),
        "body": {"S": record.dump(entry.body)},
        "write": {"S": write},
        "schema": {"N": str(SCHEMA)},
    }


def is_page(item: Item) -> bool:
    """Whether the item is a page; else it is an entry."""
    return item[KEY]["S"].startswith(_PAGE)


def parse_page(item: Item) -> tuple[str, Page]:
    """A page's name and the page.

    Raises:
        StorageError: a later version of the skill wrote it.
    """
    _check_schema(item)
    expires_at = item.get(EXPIRES_AT)
    page = Page(
        record.load(item["body"]["S"]),
        int(item["version"]["N"]),
        None if expires_at is None else datetime.fromtimestamp(int(expires_at["N"]), UTC),
    )
    return item[KEY]["S"].removeprefix(_PAGE), page


def parse_entry(item: Item) -> Entry:
    """The entry in an item.

    Raises:
        StorageError: a later version of the skill wrote it.
    """
    _check_schema(item)
    inverted, _, identity = item[KEY]["S"].removeprefix(_RECORD).partition("#")
    return Entry(identity, record.moment(_TIME_LIMIT - int(inverted)), record.load(item["body"]["S"]))


def _check_schema(item: Item) -> None:
    schema: dict[str, Any] = item.get("schema", {})
    if int(schema.get("N", SCHEMA)) > SCHEMA:
        raise StorageError(f"The table holds items of version {schema['N']}; this Foot Coach reads {SCHEMA}")
