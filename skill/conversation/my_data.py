"""A user's data as a whole: deleted by voice, checked against the runs, and exported as JSON."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from skill.coach.stretch_log import StretchSums, recounted
from skill.content.loader import exercises
from skill.conversation.memory.imports_page import IMPORTS, imports_of
from skill.conversation.memory.profile_pages import CHANGES, PROFILE, changes_of, profile_of
from skill.conversation.memory.run_entries import DELETED_RUN, NO_RUN, runs_of
from skill.conversation.memory.shoe_pages import SHOES, rotation_of, shoes_of
from skill.conversation.memory.stretch_pages import STRETCHES, practices_of, stretches_of
from skill.conversation.memory.walkthrough_pages import WALKTHROUGH, read_walkthrough
from skill.conversation.turn.question import PlainWordsQuestion
from skill.conversation.turn.reply import Outcome, Reply
from skill.conversation.turn.talk import Talk
from skill.shoes.ledger import Difference, differences
from skill.shoes.rotation import Rotation
from skill.storage.repository import Body, Repository, Unreadable, UnreadableError

_READERS: Final[Mapping[str, Callable[[Body], object]]] = {
    PROFILE: profile_of,
    CHANGES: changes_of,
    SHOES: shoes_of,
    STRETCHES: stretches_of,
    IMPORTS: imports_of,
}


class DeleteEverything(PlainWordsQuestion, name="delete-everything"):
    """Whether everything is to be deleted, which takes the words for it a second time."""

    def no(self, talk: Talk) -> Outcome:
        """Delete nothing."""
        return talk.say(talk.line("data.kept"))

    def confirmed(self, talk: Talk) -> Reply:
        """Remove everything of the user, the household's other voices too."""
        talk.forget = True
        return talk.end(talk.line("data.deleted"))

    def words(self, talk: Talk) -> str:
        """The question with everything that would go."""
        return talk.line("data.sure")


def delete_my_data(talk: Talk) -> Reply:
    """Ask before everything is removed."""
    return talk.ask(DeleteEverything())


def disabled(talk: Talk) -> Reply:
    """The skill was disabled: remove everything; nothing will be heard."""
    talk.forget = True
    return talk.end("")


def stored_rotation(repository: Repository, user: str, now: datetime) -> Rotation:
    """The user's shoes; an empty rotation for a user who has none.

    Raises:
        StorageError: the store, or the shoes' page, could not be read.
    """
    notebook = repository.read(user, now)
    if SHOES in {one.page for one in notebook.unreadable}:
        raise UnreadableError("The shoes' page cannot be read; see: python -m skill check")
    page = notebook.pages.get(SHOES)
    return rotation_of(page.body) if page else Rotation()


def check_sums(repository: Repository, user: str, now: datetime) -> tuple[int, tuple[Difference, ...]]:
    """How many runs the log has that can be read, and every sum that they do not confirm.

    Raises:
        StorageError: the store, or the shoes' page, could not be read.
    """
    runs, _ = runs_of(repository.log(user))
    return len(runs), differences(stored_rotation(repository, user, now), runs)


def check_stretch_sums(repository: Repository, user: str, now: datetime) -> tuple[int, bool]:
    """How many practices the log has that can be read, and whether their sums confirm them.

    Raises:
        StorageError: the store, or the page of the sums, could not be read.
    """
    practices, _ = practices_of(repository.log(user))
    notebook = repository.read(user, now)
    if STRETCHES in {one.page for one in notebook.unreadable}:
        raise UnreadableError("The stretches' page cannot be read; see: python -m skill check")
    page = notebook.pages.get(STRETCHES)
    kept = stretches_of(page.body).sums if page else StretchSums()
    return len(practices), kept == recounted(sorted(practices, key=lambda one: one.month))


def unreadable_records(repository: Repository, user: str, now: datetime) -> tuple[Unreadable, ...]:
    """Every page and every entry of the log that cannot be read, the store's faults before the contents'.

    Raises:
        StorageError: the store could not be read.
    """
    pages = repository.read(user, now).pages
    log = list(repository.log(user))
    _, runs = runs_of(log, also=(DELETED_RUN, NO_RUN))
    _, practices = practices_of(log)
    faults = ((name, _fault_of(name, page.body)) for name, page in sorted(pages.items()))
    told = [Unreadable(f"page {name}", fault, page=name) for name, fault in faults if fault]
    return (*repository.unreadable(user), *told, *runs, *practices)


def export(repository: Repository, user: str, now: datetime) -> dict[str, Any]:
    """Everything that is kept of a user, JSON-able; of what the store cannot read, where it is and why.

    Raises:
        StorageError: the store could not be read.
    """
    notebook = repository.read(user, now)
    return {
        "user": user,
        "exported_at": now.astimezone(UTC).isoformat(),
        "pages": {name: dict(page.body) for name, page in sorted(notebook.pages.items())},
        "log": [
            {"identity": entry.identity, "at": entry.at.isoformat(), **entry.body}
            for entry in repository.log(user)
        ],
        "unreadable": [{"where": one.where, "fault": one.fault} for one in repository.unreadable(user)],
    }


def _fault_of(name: str, body: Body) -> str:
    """What is wrong with a page of this name; empty where nothing is."""
    try:
        if name.startswith(WALKTHROUGH):
            read_walkthrough(body, exercises())
        elif name in _READERS:
            _READERS[name](body)
    except UnreadableError as error:
        return str(error)
    return ""
