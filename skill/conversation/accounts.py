"""A user's data outside a conversation: the rotation, its check against the runs, and all of it as JSON."""

from datetime import UTC, datetime
from typing import Any

from skill.conversation.shoes.kept import SHOES
from skill.conversation.shoes.records import rotation_of, run_of
from skill.shoes.ledger import Difference, differences
from skill.shoes.rotation import Rotation
from skill.storage.repository import Repository


def rotation_kept(repository: Repository, user: str, now: datetime) -> Rotation:
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
    return len(runs), differences(rotation_kept(repository, user, now), runs)


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
