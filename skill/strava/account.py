"""A runner's Strava in a turn: asked by the token that came with the request, and never waited for too long.

Nothing in Python ends a thread that hangs, as in the look-up of a name; so Strava is asked in another thread,
which is left behind where it is late (see `storage/deadline.py`).
"""

from collections.abc import Callable, Collection
from concurrent.futures import TimeoutError as TooLateError
from datetime import datetime
from typing import Final

from skill.importing.found import Found
from skill.importing.service import ServiceError
from skill.storage.deadline import Threads
from skill.storage.repository import StorageError
from skill.strava.client import Asking, find
from skill.strava.connection import Connection
from skill.strava.faults import StravaError

TURN_SECONDS: Final = 1.5
"""How long an answer waits for Strava, all that it is asked together."""
_MOST_AT_ONCE: Final = 32
"""Threads, those that hang included; where all do, Strava is not asked until one has ended."""

_threads: Final = Threads(_MOST_AT_ONCE)


class StravaAccount:
    """A runner's account at Strava, for one turn.

    Args:
        api: where Strava's API is.
        token: the access token; empty where the runner has linked none.
        seconds: how long it may be waited for.
    """

    def __init__(self, api: str, token: str, seconds: float = TURN_SECONDS) -> None:
        self._api = api
        self._token = token
        self._seconds = seconds
        self._answer: Callable[[], Found] | None = None

    @property
    def linked(self) -> bool:
        """Whether the runner lets Strava be asked."""
        return bool(self._token)

    def new_runs(self, since: datetime, known: Collection[str]) -> Found:
        """The runs that began since then, and their pairs; when a turn is tried again, as they came before.

        Raises:
            ServiceError: Strava gave nothing, or not in time.
        """
        if self._answer is None:
            self._answer = self._asked(Asking(self._token, since, frozenset(known), in_a_hurry=True))
        return self._answer()

    def _asked(self, asking: Asking) -> Callable[[], Found]:
        try:
            found = _threads.begin(lambda: self._find(asking)).result(self._seconds)
        except (TooLateError, StorageError):  # the second where all threads hang
            return _raiser(StravaError("late"))
        except ServiceError as error:
            return _raiser(error)
        return lambda: found

    def _find(self, asking: Asking) -> Found:
        with Connection(self._seconds) as connection:
            return find(connection, self._api, asking)


def _raiser(error: ServiceError) -> Callable[[], Found]:
    def answer() -> Found:
        raise error

    return answer
