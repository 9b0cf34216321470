"""Work that ends in time for who waits for it, though nothing in Python ends a thread that hangs.

So work that may hang is done in a thread of its own: who began it waits as long as there is time, and leaves
it behind. What is left behind holds up nothing: no later work waits for it, and no interpreter at its end.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from math import inf
from threading import Semaphore, Thread
from typing import Final, TypeVar

from skill.storage.repository import StorageError

MOST_AT_ONCE: Final = 128
"""How much may be under way, what hangs included.

What hangs longest is a resolver, half a minute with glibc's defaults (two attempts of 5 s with each of three
servers, resolv.conf(5)). A service with 8 threads leaves three calls a second behind, each after 2.6 s. Where
even this many are reached, work is refused at once until some of it has ended.
"""
_places = Semaphore(MOST_AT_ONCE)
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


def begin(work: Callable[[], Result]) -> Future[Result]:
    """Begin the work in a thread of its own, for which the same deadline holds.

    Raises:
        StorageError: `MOST_AT_ONCE` are under way, or there can be no other thread.
    """
    future: Future[Result] = Future()
    places = _places

    def carry_out() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is told to who waits
            future.set_exception(error)
        finally:
            places.release()

    if not places.acquire(blocking=False):
        raise StorageError(f"{MOST_AT_ONCE} calls hang, and no other is begun")
    try:
        Thread(target=copy_context().run, args=(carry_out,), name="deadline", daemon=True).start()
    except RuntimeError as error:
        places.release()
        raise StorageError(f"No call can be begun: {error}") from error
    return future
