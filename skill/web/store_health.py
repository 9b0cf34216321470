"""Whether the store answers, asked of it seldom, however often it is asked here."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress

from skill.storage.repository import StorageError

KEPT_SECONDS = 1.0
"""How long what the store said is told again."""


class StoreHealth:
    """The store's health, to share by threads: one of them asks the store, and the others do not wait for it.

    Args:
        ask: raises StorageError when the store does not answer.
        clock: seconds that only go forward.
    """

    def __init__(self, ask: Callable[[], object], clock: Callable[[], float] = time.monotonic) -> None:
        self._ask = ask
        self._clock = clock
        self._asking = threading.Lock()
        self._asked_at: float | None = None
        self._answers = False

    def answers(self) -> bool:
        """Whether the store answered when it was last asked; the first time, that is waited for."""
        if self._is_due() and self._asking.acquire(blocking=self._asked_at is None):
            try:
                # Another has perhaps asked meanwhile.
                if self._is_due():
                    self._ask_now()
            finally:
                self._asking.release()
        return self._answers

    def _is_due(self) -> bool:
        return self._asked_at is None or self._clock() - self._asked_at >= KEPT_SECONDS

    def _ask_now(self) -> None:
        answers = False
        try:
            with suppress(StorageError):
                self._ask()
                answers = True
        finally:
            self._answers = answers
            self._asked_at = self._clock()
