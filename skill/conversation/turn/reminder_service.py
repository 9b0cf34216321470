"""What reminds a runner at a time, as a turn may ask it: Alexa's reminders, where there are any."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeAlias

from skill.value import Value


class ReminderTrouble(StrEnum):
    """Why nothing came of it; each is a line `reminders.trouble.<name>`."""

    NOT_ALLOWED = "not-allowed"
    NOT_HERE = "not-here"
    TOO_MANY = "too-many"
    REFUSED = "refused"
    GONE = "gone"
    NOT_ANSWERING = "not-answering"


class ReminderError(Exception):
    """The service did not do it.

    Attributes:
        trouble: why.
    """

    def __init__(self, trouble: ReminderTrouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class Moment(Value):
    """When a reminder comes.

    Attributes:
        at: the first time, in whole minutes, in the runner's time zone but without it.
        days: the days of the week on which it comes again, Monday 0; empty for once.
    """

    at: datetime
    days: tuple[int, ...] = ()


class Reminder(Value):
    """A reminder that stands.

    Attributes:
        token: tells it from the others.
        text: what Alexa says then.
        moment: when it comes.
        made: when it was set or moved last, aware; None where the service does not tell.
    """

    token: str
    text: str
    moment: Moment
    made: datetime | None = None


class ReminderService(Protocol):
    """Keeps the reminders that this skill has set for a runner, and none of anybody else's.

    No call takes longer than a turn can wait. In one turn `standing` gives what it gave before, with what
    the turn itself has changed: a turn that is tried again finds what it has set.
    """

    def standing(self) -> Sequence[Reminder]:
        """The reminders that are still to come.

        Raises:
            ReminderError: they cannot be read.
        """
        ...

    def set(self, text: str, moment: Moment, zone: str | None) -> Reminder:
        """Set a reminder.

        Args:
            text: what is said then; a few words without a name.
            moment: when.
            zone: the IANA name of its time zone; None for the device's own.

        Raises:
            ReminderError: it is not set.
        """
        ...

    def move(self, reminder: Reminder, moment: Moment, zone: str | None) -> Reminder:
        """Let a reminder come at another time.

        Raises:
            ReminderError: it is left as it was.
        """
        ...

    def cancel(self, token: str) -> None:
        """Take a reminder away.

        Raises:
            ReminderError: it stands as before.
        """
        ...


Reminders: TypeAlias = Callable[[str, str, str, datetime], ReminderService | None]
"""Gives a runner's reminders for one turn, by the address of the services that a request names, its token for
them, both perhaps empty, its locale and its time; None where there are none."""


def no_reminders(_endpoint: str, _token: str, _locale: str, _at: datetime) -> ReminderService | None:
    """No reminders, for nobody."""
    return None
