"""A request that is delivered twice is known by a note on a page that it wrote.

The note names the request and tells what the pages and the log were before. So the second delivery is
answered anew, from what the first one found, and in the same words.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from skill.conversation.memory.difference import difference, restored
from skill.storage.repository import LATEST_ENTRIES, Body, Change, Entry, Notebook, Page
from skill.value import Value, replace

NOTE: Final = "request"
"""Where the note stands in the body of a page."""
REQUESTS_KNOWN: Final = 4
"""The requests that wrote a page last: the newest can be answered anew, and none is carried out twice."""


class KnownRequest(Value):
    """A request that has been carried out.

    Attributes:
        found: the notebook as the request found it; None where another request has written since.
    """

    found: Notebook | None


def told_by(page: Page) -> dict[str, Any]:
    """The body of a page without the note."""
    return {name: part for name, part in page.body.items() if name != NOTE}


def with_note(change: Change, request: str, notebook: Notebook, found: Mapping[str, Body]) -> Change:
    """The change, with a note of its request on one of its pages; one without pages gets none.

    Args:
        change: what the request changes.
        request: its id.
        notebook: what the request has read.
        found: the pages from which it is to be answered again, by name; the others it does without.
    """
    if not change.pages:
        return change
    carrier = next(iter(change.pages))
    old = notebook.pages.get(carrier)
    note = {
        "ids": [request, *(_ids(old) if old else ())][:REQUESTS_KNOWN],
        "pages": {
            name: [page.version + 1, difference(page.body, found[name]) if name in found else None]
            for name, page in change.pages.items()
        },
        "added": [entry.identity for entry in change.added],
        "entries": [
            [entry.identity, entry.at.isoformat(), dict(entry.body)]
            for entry in _no_longer_read(notebook.entries, change)
        ],
    }
    page = change.pages[carrier]
    noted = replace(page, body={**page.body, NOTE: note})
    return replace(change, pages={**change.pages, carrier: noted})


def find_request(notebook: Notebook, request: str) -> KnownRequest | None:
    """The request, if it has been carried out, as far back as the pages know; None otherwise."""
    for page in notebook.pages.values():
        ids = _ids(page)
        if request in ids:
            return KnownRequest(_found(notebook, page.body[NOTE]) if request == ids[0] else None)
    return None


def _ids(page: Page) -> Sequence[str]:
    note = page.body.get(NOTE)
    ids = note.get("ids") if isinstance(note, Mapping) else None
    return ids if isinstance(ids, list) else ()


def _found(notebook: Notebook, note: Mapping[str, Any]) -> Notebook | None:
    """The notebook before the request, by its note; None where that does not tell any more."""
    try:
        pages = dict(notebook.pages)
        for name, (version, told) in note["pages"].items():
            page = pages.pop(name)
            if page.version != version:
                return None
            if told is not None:
                pages[name] = replace(page, body=restored(told_by(page), told))
        missing = [Entry(id_, datetime.fromisoformat(at), body) for id_, at, body in note["entries"]]
        others = {*note["added"], *(entry.identity for entry in missing)}
        entries = [*missing, *(entry for entry in notebook.entries if entry.identity not in others)]
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        return None
    return replace(notebook, pages=pages, entries=_newest(entries))


def _no_longer_read(entries: Sequence[Entry], change: Change) -> list[Entry]:
    """The entries that the next reading does not bring, or not as they were."""
    gone = {entry.identity for entry in (*change.removed, *change.replaced)}
    after = [entry for entry in entries if entry.identity not in gone]
    kept = {entry.identity for entry in _newest([*after, *change.added])}
    return [entry for entry in entries if entry.identity in gone or entry.identity not in kept]


def _newest(entries: Iterable[Entry]) -> list[Entry]:
    """The entries in the order in which they are read, as many as are."""
    by_id = sorted(entries, key=lambda entry: entry.identity)
    return sorted(by_id, key=lambda entry: entry.at, reverse=True)[:LATEST_ENTRIES]
