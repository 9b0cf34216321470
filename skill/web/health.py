"""Whether the store answers, asked of it seldom, however often it is asked here."""

import threading
import time
from collections.abc import Callable

from skill.storage.repository import StorageError

KEPT_SECONDS = 1.0
"""How long what the store said is told again."""


class StoreHealth:
    """The store's health, to share by threads: one of them asks the store, and nobody waits for that one.

    Args:
        ask: raises StorageError when the store does not answer.
        clock: seconds that only go forward.
    """

    def __init__(self, ask: Callable[[], object], clock: Callable[[], float] = time.monotonic) -> None:
        self._ask = ask
        self._clock = clock
        self._asking = threading.Lock()
        self._answers = False
        self._asked_at = float("-inf")

    def answers(self) -> bool:
        """Whether the store answered when it was last asked; False as long as it never was."""
        if self._clock() - self._asked_at >= KEPT_SECONDS and self._asking.acquire(blocking=False):
            try:
                self._answers = self._ask_now()
            finally:
                self._asked_at = self._clock()
                self._asking.release()
        return self._answers

    def _ask_now(self) -> bool:
        try:
            self._ask()
        except StorageError:
            return False
        return True
