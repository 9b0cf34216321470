"""Work that ends in time for who waits for it, though nothing in Python ends a thread that hangs.

So work that may hang is done in another thread: who began it waits as long as there is time, and leaves it
behind. What is left behind holds up nothing: no later work waits for it, and no interpreter at its end.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from functools import partial
from math import inf
from queue import SimpleQueue
from threading import Semaphore, Thread
from typing import Final, TypeVar

from skill.storage.repository import StorageError

MOST_AT_ONCE: Final = 128
"""How many threads there may be, those that hang included.

What hangs longest is a resolver, half a minute with glibc's defaults (two attempts of 5 s with each of three
servers, resolv.conf(5)). A service with 8 threads leaves three calls a second behind, each after 2.6 s. Where
even this many are reached, work is refused at once until some of it has ended.
"""
_ends: ContextVar[float] = ContextVar("ends", default=inf)

Result = TypeVar("Result")


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Let all that is asked of a store meanwhile, from here, be over so many seconds from now."""
    earlier = _ends.set(min(_ends.get(), time.monotonic() + seconds))
    try:
        yield
    finally:
        _ends.reset(earlier)


def seconds_left() -> float:
    """How long a store may be waited for here; negative when it is too late, infinity when nothing says."""
    return _ends.get() - time.monotonic()


class Threads:
    """Threads that work when they are asked to; in the place of one that hangs there is soon another.

    Args:
        most: how many there are at once.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._places = Semaphore(most)
        self._idle = Semaphore(0)
        self._work: SimpleQueue[Callable[[], None]] = SimpleQueue()

    def begin(self, work: Callable[[], Result]) -> Future[Result]:
        """Begin the work beside the caller's; the caller's deadline holds for it too.

        Raises:
            StorageError: all threads hang, or there can be no other.
        """
        future: Future[Result] = Future()
        if not self._idle.acquire(blocking=False):
            self._add()
        self._work.put(partial(copy_context().run, self._carry_out, work, future))
        return future

    def _add(self) -> None:
        if not self._places.acquire(blocking=False):
            raise StorageError(f"{self._most} calls hang, and no other is begun")
        try:
            Thread(target=self._serve, name="deadline", daemon=True).start()
        except RuntimeError as error:
            self._places.release()
            raise StorageError(f"No call can be begun: {error}") from error

    def _serve(self) -> None:
        while True:
            self._work.get()()

    def _carry_out(self, work: Callable[[], Result], future: Future[Result]) -> None:
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is told to who waits
            self._idle.release()
            future.set_exception(error)
        else:
            self._idle.release()
            future.set_result(result)


threads = Threads(MOST_AT_ONCE)
