"""A notebook with as many runs as are wanted, its sums right, written past the skill."""

from datetime import datetime, timedelta
from typing import Any

from skill.conversation.memory.run_entries import entry_of
from skill.conversation.memory.shoe_pages import SHOES, ShoesTold, shoes_page
from skill.shoes.ledger import log_run
from skill.shoes.rotation import Rotation
from skill.shoes.run import Run
from skill.shoes.shoe import Shoe
from skill.storage import items
from skill.storage.record import owner
from skill.storage.repository import LARGEST_CHANGE, Change, Entry, Page, Repository

OLD = "old-"
"""How the ids of these runs begin."""
_WRITTEN_AT_ONCE = 25
"""Items in one BatchWriteItem (Amazon's quota)."""


def long_log(runs: int, now: datetime) -> tuple[Page, list[Entry]]:
    """The shoes' page and the entries of so many runs in one pair, three hours apart, up to yesterday."""
    rotation = Rotation((Shoe("ghosts", "ghosts", now - timedelta(days=9000)),))
    told = []
    for number in range(runs):
        at = now - timedelta(days=1, hours=3 * (runs - number))
        run = Run(f"{OLD}{number}", at, at.date(), 5000, "ghosts")
        rotation = log_run(rotation, run).rotation
        told.append(entry_of(run))
    return Page(shoes_page(ShoesTold(rotation)), 0), told


def write_long_log(repository: Repository, user: str, runs: int, now: datetime) -> None:
    """Write it through the store, the page last."""
    page, entries = long_log(runs, now)
    for start in range(0, runs, LARGEST_CHANGE):
        repository.write(user, Change(added=entries[start : start + LARGEST_CHANGE]), now)
    repository.write(user, Change({SHOES: page}), now)


def fill_table(client: Any, table: str, user: str, runs: int, now: datetime) -> None:
    """Write it into a DynamoDB table in batches, which is faster; `client` is AWS's own."""
    page, entries = long_log(runs, now)
    lines = [items.page_item(owner(user), SHOES, page, "filled")]
    lines += [items.entry_item(owner(user), entry, "filled") for entry in entries]
    for start in range(0, len(lines), _WRITTEN_AT_ONCE):
        requests = [{"PutRequest": {"Item": item}} for item in lines[start : start + _WRITTEN_AT_ONCE]]
        client.batch_write_item(RequestItems={table: requests})
