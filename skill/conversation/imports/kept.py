"""What is kept of a runner's runs and pairs, as an import finds it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from skill.conversation.memory.imports_page import IMPORTS, ImportsTold, imports_of
from skill.conversation.memory.run_entries import DELETED_RUN, NO_RUN, RUN, read_run
from skill.conversation.memory.shoe_pages import SHOES, ShoesTold, shoes_of
from skill.shoes.run import Run
from skill.storage.repository import Entry, Notebook, Page, Repository, StorageError, UnreadableError
from skill.value import Value, field


class BeingErasedError(StorageError):
    """Everything of the runner is being deleted, or was meanwhile; the message is one line that says so."""


class State(StrEnum):
    """What a record of the log is; the values mark its entry."""

    RUN = RUN
    DELETED = DELETED_RUN
    """It came in and was deleted by voice: it counts nowhere and does not come again."""
    NO_RUN = NO_RUN
    """The runner was asked and said that it is no run; it counts nowhere and is not asked about again."""


class Record(Value):
    """What the log keeps of a run.

    Attributes:
        run: with its sources.
        state: whether it counts.
    """

    run: Run
    state: State = State.RUN


class Kept(Value):
    """All that an import has to know.

    Attributes:
        shoes: what the page of the shoes tells.
        imports: what the page of the imports tells.
        records: the log's runs by their ids.
        complete_since: every run since then is among them; None when they are all there are.
        pages: the pages as they were read, by name.
    """

    shoes: ShoesTold
    imports: ImportsTold
    records: Mapping[str, Record] = field(default_factory=dict)
    complete_since: datetime | None = None
    pages: Mapping[str, Page] = field(default_factory=dict)


def read_kept(repository: Repository, user: str, now: datetime) -> Kept:
    """All that is kept of a user's runs and pairs.

    Raises:
        BeingErasedError: everything is being deleted.
        UnreadableError: a page or a run cannot be read; see `python -m skill check`.
        StorageError: the store could not be read.
    """
    notebook = repository.read(
        user, now
    )  # before the log: what is written in between shows by the page's version
    return kept_of(notebook, repository.log(user), None)


def kept_of(notebook: Notebook, log: Iterable[Entry], complete_since: datetime | None) -> Kept:
    """What a notebook and the entries of its log tell.

    Args:
        notebook: as it was read.
        log: entries, the newest first.
        complete_since: see `Kept`.

    Raises:
        BeingErasedError: everything is being deleted.
        UnreadableError: a page or a run cannot be read.
    """
    if notebook.being_erased:
        raise BeingErasedError("Everything is being deleted: nothing is imported")
    for one in notebook.unreadable:
        if one.page in (SHOES, IMPORTS):
            raise UnreadableError(f"The page {one.page} cannot be read; see: python -m skill check")
    pages = {name: notebook.pages[name] for name in notebook.pages}
    told = {name: page.body for name, page in pages.items()}
    return Kept(
        shoes_of(told.get(SHOES, {})),
        imports_of(told.get(IMPORTS, {})),
        records_of(log),
        complete_since,
        pages,
    )


def records_of(log: Iterable[Entry]) -> dict[str, Record]:
    """The runs that entries of a log tell of, by their ids, also those that count nowhere.

    Raises:
        UnreadableError: one cannot be read.
    """
    records: dict[str, Record] = {}
    states = {str(state): state for state in State}
    for entry in log:
        state = states.get(str(entry.body.get("is")))
        if state:
            records[entry.identity] = Record(read_run(entry), state)
    return records
