"""A user's data as a whole: deleted by voice, checked against the runs, and exported as JSON."""

from datetime import UTC, datetime
from typing import Any

from skill.conversation.memory.shoe_pages import SHOES, rotation_of, run_of
from skill.conversation.turn.question import PlainWordsQuestion
from skill.conversation.turn.reply import Outcome, Reply
from skill.conversation.turn.talk import Talk
from skill.shoes.ledger import Difference, differences
from skill.shoes.rotation import Rotation
from skill.storage.repository import Repository


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
        StorageError: the store could not be read.
    """
    page = repository.read(user, now).pages.get(SHOES)
    return rotation_of(page.body) if page else Rotation()


def check_sums(repository: Repository, user: str, now: datetime) -> tuple[int, tuple[Difference, ...]]:
    """How many runs the log has, and every sum that they do not confirm.

    Raises:
        StorageError: the store could not be read.
    """
    runs = [run for entry in repository.log(user) if (run := run_of(entry))]
    return len(runs), differences(stored_rotation(repository, user, now), runs)


def export(repository: Repository, user: str, now: datetime) -> dict[str, Any]:
    """Everything that is kept of a user, JSON-able.

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
    }
