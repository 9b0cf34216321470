"""The shoes between a notebook and a turn: read from its page and its log, and their names for the device."""

from dataclasses import dataclass
from typing import Final

from skill.conversation.shoes.records import habits_of, rotation_of, run_of
from skill.conversation.talk import Talk
from skill.conversation.turn import Turn
from skill.conversation.wardrobe import Wardrobe
from skill.shoes.rotation import Rotation
from skill.shoes.run import RecentRuns
from skill.storage.repository import LATEST_ENTRIES, Notebook

SHOES: Final = "shoes"
"""The name of the page."""


@dataclass(frozen=True, slots=True)
class PairName:
    """What the runner calls a pair."""

    id: str
    nickname: str


def wardrobe_of(turn: Turn, notebook: Notebook) -> Wardrobe:
    """The shoes and the newest runs in a notebook."""
    page = notebook.pages.get(SHOES)
    body = page.body if page else {}
    return Wardrobe(rotation_of(body), habits_of(body), lambda: _recent(notebook), turn)


def names_to_teach(talk: Talk, notebook: Notebook) -> tuple[PairName, ...] | None:
    """The names of the pairs in use, at a session's beginning and when they have changed; None otherwise."""
    page = notebook.pages.get(SHOES)
    before = _names(rotation_of(page.body)) if page and talk.wardrobe.changed else ()
    now = _names(talk.wardrobe.rotation)
    changed = talk.wardrobe.changed and now != before
    return now if changed or (now and talk.turn.new_session) else None


def _recent(notebook: Notebook) -> RecentRuns:
    runs = [run for entry in notebook.entries if (run := run_of(entry))]
    full = len(notebook.entries) >= LATEST_ENTRIES
    return RecentRuns(runs, notebook.entries[-1].at if full else None)


def _names(rotation: Rotation) -> tuple[PairName, ...]:
    return tuple(PairName(shoe.id, shoe.nickname) for shoe in rotation.active)
