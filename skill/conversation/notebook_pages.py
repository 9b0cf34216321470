"""Which pages of a notebook a turn reads, and what it changes in them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Self, TypeVar

from skill.conversation.memory.digest import digested
from skill.conversation.memory.imports_page import IMPORTS, ImportsTold, imports_of, imports_page
from skill.conversation.memory.known_request import told_by, with_note
from skill.conversation.memory.profile import Profile
from skill.conversation.memory.profile_pages import (
    CHANGES,
    PROFILE,
    changes_of,
    changes_page,
    profile_of,
    profile_page,
)
from skill.conversation.memory.run_entries import DELETED_RUN, entry_of
from skill.conversation.memory.shoe_pages import SHOES, ShoesTold, shoes_of, shoes_page
from skill.conversation.memory.stretch_pages import (
    STRETCHES,
    StretchesTold,
    practice_entry,
    stretches_of,
    stretches_page,
)
from skill.conversation.memory.walkthrough_pages import WALKTHROUGH, walkthrough_page
from skill.conversation.turn.shoes_in_turn import ShoesInTurn
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Turn
from skill.shoes.own_life import settled
from skill.shoes.run import Run
from skill.storage.repository import Body, Change, Notebook, Page, UnreadableError
from skill.value import Value, replace

Told = TypeVar("Told")

PERSON_DIGITS = 16
"""Of a person's digest: enough for a household."""
WALKTHROUGH_KEPT = timedelta(days=30)
"""A walkthrough is offered for a day; that its pair was done may be noticed weeks later, at the next turn."""


class KeptPages(Value):
    """What the pages of a notebook tell; where one cannot be read, what is so of who has told nothing.

    Attributes:
        profile: the runner's, with what was changed last.
        shoes: what their page tells.
        stretches: what the page of the practices' sums tells.
        imports: what the page of the imports tells.
        unreadable: the names of the pages that cannot be read.
    """

    profile: Profile
    shoes: ShoesTold
    stretches: StretchesTold
    imports: ImportsTold
    unreadable: frozenset[str]

    @classmethod
    def of(cls, notebook: Notebook) -> Self:
        """What the pages of this notebook tell."""
        unreadable = {one.page for one in notebook.unreadable if one.page}

        def read(name: str, reader: Callable[[Body], Told], default: Told) -> Told:
            page = notebook.pages.get(name)
            try:
                return reader(page.body) if page else default
            except UnreadableError:
                unreadable.add(name)
                return default

        profile = read(PROFILE, profile_of, Profile())
        if PROFILE in unreadable:
            profile = replace(profile, sessions=1)  # somebody who has been here is not welcomed as a newcomer
        return cls(
            profile=replace(profile, changes=read(CHANGES, changes_of, ())),
            shoes=read(SHOES, shoes_of, ShoesTold()),
            stretches=read(STRETCHES, stretches_of, StretchesTold()),
            imports=read(IMPORTS, imports_of, ImportsTold()),
            unreadable=frozenset(unreadable),
        )


def walker(turn: Turn) -> str:
    """The voice that walks: the one that began the session; empty for the household.

    A voice is not recognised on every turn; a session that began with one stays with it.
    """
    began = None if turn.new_session else turn.attributes.get("walker")
    return digested(began) if isinstance(began, str) else turn.person


def walkthrough_page_name(turn: Turn) -> str:
    """The page of whoever walks."""
    person = walker(turn)
    return f"{WALKTHROUGH}-{person[:PERSON_DIGITS]}" if person else WALKTHROUGH


def pages_changed(talk: Talk, notebook: Notebook, page: str) -> Change:
    """What differs from the notebook as it was read, with a note of the request.

    A page that cannot be read is left as it is; but a walkthrough is replaced. The log never changes without
    the page that has the sums, of the shoes or of the practices: so what another turn did to the page, as
    erasing it, is a race lost. Of a run that came in and is deleted an entry is left, so that it does not
    come in again.
    """
    shoes, stretches = talk.shoes, talk.stretches
    bodies: dict[str, dict[str, Any]] = {PROFILE: profile_page(talk.profile)}
    if talk.profile.changes or CHANGES in notebook.pages:
        bodies[CHANGES] = changes_page(talk.profile)
    if talk.walkthrough:
        bodies[page] = walkthrough_page(talk.walkthrough)
    logs = bool(shoes.added or shoes.replaced or shoes.removed)
    if logs or shoes.changed or talk.place_settings.changed:
        rotation, local = settled(shoes.rotation), talk.place_settings.local
        bodies[SHOES] = shoes_page(
            ShoesTold(rotation, local, shoes.pair_asked_for, shoes.check_up, shoes.taken, shoes.left)
        )
    if talk.imports.changed:
        bodies[IMPORTS] = imports_page(talk.imports.told)
    practised = bool(stretches.added or stretches.replaced)
    if practised or stretches.changed:
        bodies[STRETCHES] = stretches_page(stretches.told)
    pages: dict[str, Page] = {}
    versions = {one.page: one.version for one in notebook.unreadable}
    for name, body in bodies.items():
        old = notebook.pages.get(name)
        version = old.version if old else versions.get(name, 0)
        if name in talk.unreadable and (name != page or version is None):
            continue
        sums_of_the_log = (logs and name == SHOES) or (practised and name == STRETCHES)
        if old is None or told_by(old) != body or sums_of_the_log:
            expires_at = talk.turn.at + WALKTHROUGH_KEPT if name == page else None
            pages[name] = Page(body, version or 0, expires_at)
    runs, practices = SHOES in pages, STRETCHES in pages
    change = Change(
        pages,
        added=[
            *(entry_of(run) for run in shoes.added if runs and not _was_there(shoes, run)),
            *(practice_entry(one) for one in (stretches.added,) if one and practices),
        ],
        replaced=[
            *(entry_of(run) for run in shoes.replaced if runs),
            *(entry_of(run) for run in shoes.added if runs and _was_there(shoes, run)),
            *(entry_of(run, DELETED_RUN) for run in shoes.removed if runs and _was_there(shoes, run)),
            *(practice_entry(one) for one in (stretches.replaced,) if one and practices),
        ],
        removed=[entry_of(run) for run in shoes.removed if runs and not _was_there(shoes, run)],
    )
    return with_note(change, talk.turn.id, notebook, _to_answer_from(talk, notebook, page, change))


def _was_there(shoes: ShoesInTurn, run: Run) -> bool:
    """Whether a run had come in before this turn; of one that is deleted, what is left keeps its place."""
    return bool(run.sources) and run.id not in shoes.came_in


def _to_answer_from(talk: Talk, notebook: Notebook, page: str, change: Change) -> dict[str, Body]:
    """The pages that a request is answered from when it comes again.

    The session mostly brings the walkthrough along; and what a device has answered, it need not be asked for
    again.
    """
    found: dict[str, Body] = {name: told_by(old) for name, old in notebook.pages.items()}
    if found.get(page) == talk.turn.attributes.get("walkthrough"):
        found.pop(page, None)
    if SHOES in change.pages:
        before = found.get(SHOES) or shoes_page(ShoesTold())
        found[SHOES] = {**before, "places": change.pages[SHOES].body["places"]}
    return found


def was_forgotten(turn: Turn, notebook: Notebook) -> bool:
    """Whether the notebook was removed during the session, as when the skill is disabled meanwhile.

    Every turn leaves a page behind, unless the store did not answer, which the session remembers.
    """
    return not notebook.pages and not notebook.unreadable and not turn.attributes.get("noticed")
