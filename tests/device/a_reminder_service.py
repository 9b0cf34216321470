"""What keeps reminders, in memory: for conversations in which they are set."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from skill.conversation.turn.reminder_service import Moment, Reminder, ReminderError, ReminderTrouble
from skill.value import replace


@dataclass
class KeptReminders:
    """The reminders of one runner.

    Attributes:
        kept: by token.
        trouble: why nothing is done; None where all is.
        locale: of the last request.
    """

    kept: dict[str, Reminder] = field(default_factory=dict)
    trouble: ReminderTrouble | None = None
    locale: str = ""
    _next: int = 0

    def for_turn(self, _endpoint: str, _token: str, locale: str, at: datetime) -> "TurnsReminders":
        """As one turn has them."""
        self.locale = locale
        return TurnsReminders(self, at)

    def new_token(self) -> str:
        """One that none has had."""
        self._next += 1
        return f"reminder-{self._next}"


class TurnsReminders:
    """The reminders in one turn."""

    def __init__(self, all_of_them: KeptReminders, at: datetime) -> None:
        self._all, self._at = all_of_them, at
        self._standing: tuple[Reminder, ...] | None = None
        self._set: dict[tuple[str, Moment], Reminder] = {}
        self._cancelled: set[str] = set()

    def standing(self) -> Sequence[Reminder]:
        """Those to come, as they were when the turn asked first."""
        self._fail()
        if self._standing is None:
            self._standing = tuple(self._all.kept.values())
        return self._standing

    def set(self, text: str, moment: Moment, zone: str | None) -> Reminder:  # noqa: ARG002 - one zone
        """Set one."""
        self._fail()
        if (text, moment) not in self._set:
            made = Reminder(self._all.new_token(), text, moment, self._at)
            self._set[text, moment] = self._all.kept[made.token] = made
        return self._set[text, moment]

    def move(self, reminder: Reminder, moment: Moment, zone: str | None) -> Reminder:  # noqa: ARG002 - as above
        """Move one."""
        self._fail(reminder.token)
        moved = replace(reminder, moment=moment, made=self._at)
        self._all.kept[reminder.token] = moved
        return moved

    def cancel(self, token: str) -> None:
        """Take one away."""
        if token not in self._cancelled:
            self._fail(token)
            del self._all.kept[token]
            self._cancelled.add(token)

    def _fail(self, token: str | None = None) -> None:
        if self._all.trouble:
            raise ReminderError(self._all.trouble)
        if token is not None and token not in self._all.kept:
            raise ReminderError(ReminderTrouble.GONE)


def in_a_line(reminder: Reminder) -> str:
    """A reminder as a short line: "remind 2026-11-23 08:00 on 0,3: Stretch"."""
    days = ",".join(map(str, reminder.moment.days))
    again = f" on {days}" if days else ""
    return f"remind {reminder.moment.at:%Y-%m-%d %H:%M}{again}: {reminder.text}"
