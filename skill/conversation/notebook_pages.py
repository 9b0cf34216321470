"""Which pages of a notebook a turn reads, and what it changes in them."""

from datetime import timedelta
from typing import Any

from skill.conversation.memory.digest import digested
from skill.conversation.memory.known_request import told_by, with_note
from skill.conversation.memory.profile_pages import changes_page, profile_page, walkthrough_page
from skill.conversation.memory.shoe_pages import SHOES, entry_of, shoes_page
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Turn
from skill.storage.repository import Body, Change, Notebook, Page

PROFILE = "profile"
CHANGES = "changes"
WALKTHROUGH = "walkthrough"
PERSON_DIGITS = 16
"""Of a person's digest: enough for a household."""
WALKTHROUGH_KEPT = timedelta(days=30)
"""A walkthrough is offered for a day; that its pair was done may be noticed weeks later, at the next turn."""


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
    """What differs from the notebook as it was read, with a note of the request."""
    shoes = talk.shoes
    bodies: dict[str, dict[str, Any]] = {PROFILE: profile_page(talk.profile)}
    if talk.profile.changes or CHANGES in notebook.pages:
        bodies[CHANGES] = changes_page(talk.profile)
    if talk.walkthrough:
        bodies[page] = walkthrough_page(talk.walkthrough)
    if shoes.changed or talk.place_settings.changed:
        bodies[SHOES] = shoes_page(shoes.rotation, talk.place_settings.local, shoes.pair_asked_for)
    pages: dict[str, Page] = {}
    for name, body in bodies.items():
        old = notebook.pages.get(name)
        if old is None or told_by(old) != body:
            expires_at = talk.turn.at + WALKTHROUGH_KEPT if name == page else None
            pages[name] = Page(body, old.version if old else 0, expires_at)
    change = Change(
        pages,
        added=[entry_of(run) for run in shoes.added],
        replaced=[entry_of(run) for run in shoes.replaced],
        removed=[entry_of(run) for run in shoes.removed],
    )
    return with_note(change, talk.turn.id, notebook, _to_answer_from(talk, notebook, page, change))


def _to_answer_from(talk: Talk, notebook: Notebook, page: str, change: Change) -> dict[str, Body]:
    """The pages that a request is answered from when it comes again.

    The session mostly brings the walkthrough along; and what a device has answered, it need not be asked for
    again.
    """
    found: dict[str, Body] = {name: told_by(old) for name, old in notebook.pages.items()}
    if found.get(page) == talk.turn.attributes.get("walkthrough"):
        found.pop(page, None)
    if SHOES in change.pages:
        found[SHOES] = {**found.get(SHOES, {}), "places": change.pages[SHOES].body["places"]}
    return found


def was_forgotten(turn: Turn, notebook: Notebook) -> bool:
    """Whether the notebook was removed during the session, as when the skill is disabled meanwhile.

    Every turn leaves a page behind, unless the store did not answer, which the session remembers.
    """
    return not notebook.pages and not turn.attributes.get("noticed")
