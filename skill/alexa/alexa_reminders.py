"""A runner's reminders at Alexa, for one turn.

Nothing in Python ends a thread that hangs, as in the look-up of a name; so Alexa is asked in another thread,
which is left behind where it is late (see `storage/deadline.py`).
"""

from collections.abc import Callable, Sequence
from concurrent.futures import TimeoutError as TooLateError
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar

from skill.conversation.turn.reminder_service import Moment, Reminder, ReminderError, ReminderTrouble
from skill.storage.deadline import Threads
from skill.storage.repository import StorageError
from skill.value import replace

if TYPE_CHECKING:  # the SDK's client is slow to import, and most turns need none
    from skill.alexa.reminder_client import ReminderClient

TURN_SECONDS: Final = 2.0
"""How long a turn waits for Alexa's reminders, all calls together: two or three, each of some tenths."""
_MOST_AT_ONCE: Final = 32
"""Threads, those that hang included; where all do, nothing is asked until one has ended."""

Result = TypeVar("Result")
_threads: Final = Threads(_MOST_AT_ONCE)


class AlexaReminders:
    """The reminders that this skill has set for a runner.

    Args:
        endpoint: the request's apiEndpoint.
        token: its apiAccessToken.
        locale: in whose language a reminder speaks.
        at: the request's time, aware.
        seconds: how long each call may take, and all of them together.
    """

    def __init__(
        self, endpoint: str, token: str, locale: str, at: datetime, seconds: float = TURN_SECONDS
    ) -> None:
        self._endpoint, self._token, self._locale, self._at = endpoint, token, locale, at
        self._seconds = seconds
        self._late = False
        self._standing: tuple[Reminder, ...] | None = None
        self._done: dict[tuple[object, ...], str] = {}

    def standing(self) -> Sequence[Reminder]:
        """The reminders that are still to come, as they were when the turn asked first.

        Raises:
            ReminderError: they cannot be read.
        """
        if self._standing is None:
            self._standing = self._in_time(self._client.standing)
        return self._standing

    def set(self, text: str, moment: Moment, zone: str | None) -> Reminder:
        """Set a reminder; the same one only once in a turn.

        Raises:
            ReminderError: it is not set.
        """
        token = self._once(("set", text, moment), lambda: self._client.create(text, moment, zone))
        return Reminder(token, text, moment, self._at)

    def move(self, reminder: Reminder, moment: Moment, zone: str | None) -> Reminder:
        """Let a reminder come at another time.

        Raises:
            ReminderError: it is left as it was.
        """
        self._once(
            ("move", reminder.token, moment),
            lambda: self._client.update(reminder.token, reminder.text, moment, zone),
        )
        return replace(reminder, moment=moment, made=self._at)

    def cancel(self, token: str) -> None:
        """Take a reminder away.

        Raises:
            ReminderError: it stands as before.
        """
        self._once(("cancel", token), lambda: self._client.delete(token))

    @cached_property
    def _client(self) -> "ReminderClient":
        from skill.alexa.reminder_client import ReminderClient  # noqa: PLC0415 - see above

        return ReminderClient(self._endpoint, self._token, self._locale, self._at, self._seconds)

    def _once(self, what: tuple[object, ...], work: Callable[[], str]) -> str:
        """Do it; where a turn that others overtook is tried again, it is done already."""
        if what not in self._done:
            self._done[what] = self._in_time(work)
        return self._done[what]

    def _in_time(self, work: Callable[[], Result]) -> Result:
        if self._late:
            raise ReminderError(ReminderTrouble.NOT_ANSWERING)
        try:
            return _threads.begin(work).result(self._seconds)
        except (TooLateError, StorageError):  # the second where all threads hang
            self._late = True
            raise ReminderError(ReminderTrouble.NOT_ANSWERING) from None


def reminders_at_alexa(endpoint: str, token: str, locale: str, at: datetime) -> AlexaReminders | None:
    """The reminders of who sent a request; None where it came without the means to reach them.

    Args:
        endpoint: the request's apiEndpoint.
        token: its apiAccessToken; a speaker on one's own machine has none.
        locale: the request's.
        at: its time, aware.
    """
    return AlexaReminders(endpoint, token, locale, at) if endpoint and token else None
