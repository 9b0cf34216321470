"""How a notebook lies in the DynamoDB table.

One partition per user. The sort key puts the pages first and then the log, newest entry first, so that one
Query from the partition's beginning brings all a turn needs at the same cost whatever the log's length:

    owner (partition)   key (sort)                                       attributes
    3f9a...             page#profile                                     body version write schema
    3f9a...             page#walkthrough                                 body version write schema expires_at
    3f9a...             record#0998204... (time, inverted)#<identity>    body write schema

Bodies are JSON text: it keeps floats as they are, where DynamoDB's own numbers do not. `write` names the
change that wrote the item last, by which a write whose answer was lost knows itself again.

While a notebook is being erased, a page of a reserved name says so: the *mark*.
"""

from datetime import UTC, datetime
from typing import Final

from skill.storage import record
from skill.storage.repository import Entry, Page, Unreadable, UnreadableError

Item = dict[str, dict[str, str]]

OWNER: Final = "owner"
KEY: Final = "key"
EXPIRES_AT: Final = "expires_at"
"""The table's TTL attribute: seconds since 1970."""
SCHEMA: Final = 1
_PAGE: Final = "page#"
_RECORD: Final = "record#"
_MARK: Final = "!being-erased"
"""The name of the mark; it stands before every other page."""
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


def mark_key(owner: str) -> Item:
    """The key of the mark."""
    return {OWNER: {"S": owner}, KEY: {"S": _PAGE + _MARK}}


def mark_item(owner: str, write: str) -> Item:
    """The mark; an earlier version of the skill takes it for a page that it does not know."""
    return page_item(owner, _MARK, Page({}, 0), write)


def is_mark(item: Item) -> bool:
    """Whether the item is the mark."""
    return item[KEY]["S"] == _PAGE + _MARK


def parse(item: Item) -> tuple[str, Page] | Entry | Unreadable:
    """The page with its name, or the entry; or what is known of an item that is neither."""
    key = item[KEY]["S"]
    is_page = key.startswith(_PAGE)
    try:
        return _page(item) if is_page else _entry(item)
    except UnreadableError as error:
        fault = str(error)
    except (LookupError, ValueError, TypeError, AttributeError, OverflowError):
        fault = "an attribute is missing or is not what it should be"
    return Unreadable(key, fault, key.removeprefix(_PAGE) if is_page else None, _version(item))


def _page(item: Item) -> tuple[str, Page]:
    _check_schema(item)
    expires_at = item.get(EXPIRES_AT)
    page = Page(
        record.load(item["body"]["S"]),
        record.version(int(item["version"]["N"])),
        None if expires_at is None else datetime.fromtimestamp(int(expires_at["N"]), UTC),
    )
    return item[KEY]["S"].removeprefix(_PAGE), page


def _entry(item: Item) -> Entry:
    _check_schema(item)
    kind, inverted, identity = item[KEY]["S"].split("#", 2)
    if f"{kind}#" != _RECORD:
        raise UnreadableError("it is neither a page nor an entry of the log")
    return Entry(identity, record.moment(_TIME_LIMIT - int(inverted)), record.load(item["body"]["S"]))


def _check_schema(item: Item) -> None:
    schema = item.get("schema", {"N": str(SCHEMA)})
    if int(schema["N"]) > SCHEMA:
        raise UnreadableError("a later version of the skill wrote it")


def _version(item: Item) -> int | None:
    """The version by which an unreadable page can be replaced."""
    try:
        return int(item["version"]["N"])
    except (LookupError, ValueError, TypeError):
        return None
