"""The log of practices in one turn: its sums, the newest practices, and what the turn changes of them."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final

from skill.coach.stretch_log import Practice
from skill.conversation.memory.stretch_pages import StretchesTold
from skill.value import replace

_NOTHING_TOLD: Final = StretchesTold()


class StretchesInTurn:
    """The runner's practices, as a turn finds and changes them.

    Attributes:
        told: the sums, and what was said of them; assign to change it.
        added: the practice that this turn adds to the log; None for none.
        replaced: the practice of the log of which more sounded; None for none.
    """

    def __init__(
        self, told: StretchesTold = _NOTHING_TOLD, recent: Callable[[], Sequence[Practice]] = lambda: ()
    ) -> None:
        self.told = told
        self.added: Practice | None = None
        self.replaced: Practice | None = None
        self._read_recent = recent
        self._as_read = self.told

    @property
    def changed(self) -> bool:
        """Whether the turn has changed anything of the page."""
        return self.told != self._as_read

    @cached_property
    def _recent(self) -> Sequence[Practice]:
        """The newest practices as they were read; most turns want none of them."""
        return self._read_recent()

    @property
    def recent(self) -> Sequence[Practice]:
        """The newest practices that were more than a beginning, newest first, with what this turn tells."""
        now = self.added or self.replaced
        others = [one for one in self._recent if now is None or one.id != now.id]
        together = sorted([*others, *([now] if now else [])], key=lambda one: one.at, reverse=True)
        return [practice for practice in together if practice.counts]

    def keep(self, practice: Practice, before: Practice | None) -> None:
        """Take a practice into the log and its sums, in the place of what the log has of it."""
        sums = self.told.sums.plus(before, -1) if before else self.told.sums
        self.told = replace(self.told, sums=sums.plus(practice))
        if before:
            self.replaced = practice
        else:
            self.added = practice

    def drop(self) -> None:
        """Leave the log as it was read: nothing has sounded after all."""
        self.told = self._as_read
        self.added = self.replaced = None
