"""What came in from elsewhere, as a turn finds and changes it."""

from collections.abc import Sequence
from datetime import datetime

from skill.conversation.memory.imports_page import ImportsTold
from skill.storage.repository import Entry


class ImportsInTurn:
    """What is remembered of imports, and the log in which they are.

    Attributes:
        told: what is remembered; assign to change it.
        entries: the newest entries of the log, newest first.
        complete_since: every entry since then is among them; None when they are all there are.
    """

    def __init__(
        self,
        told: ImportsTold | None = None,
        entries: Sequence[Entry] = (),
        complete_since: datetime | None = None,
    ) -> None:
        self.told = told or ImportsTold()
        self.entries = entries
        self.complete_since = complete_since
        self._as_read = self.told

    @property
    def changed(self) -> bool:
        """Whether the turn has changed what is remembered."""
        return self.told != self._as_read
