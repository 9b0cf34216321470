"""A store between the skill and a real one that fails as it is told."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TypeVar

from skill.storage.repository import (
    FORGET_SECONDS,
    Change,
    Entry,
    Notebook,
    Repository,
    StorageError,
    Unreadable,
)

Result = TypeVar("Result")


class FailingRepository:
    """Fails the calls of some numbers, before or after they were carried out."""

    def __init__(self, inner: Repository, fails: Callable[[int], bool], *, after: bool = False) -> None:
        self.inner = inner
        self.fails = fails
        self.after = after
        self.calls = 0

    def read(self, user: str, now: datetime) -> Notebook:
        return self._call(lambda: self.inner.read(user, now))

    def write(self, user: str, change: Change, now: datetime) -> None:
        self._call(lambda: self.inner.write(user, change, now))

    def log(self, user: str) -> Iterator[Entry]:
        return self._call(lambda: self.inner.log(user))

    def unreadable(self, user: str) -> Iterator[Unreadable]:
        return self._call(lambda: self.inner.unreadable(user))

    def forget(self, user: str, seconds: float = FORGET_SECONDS) -> None:
        self._call(lambda: self.inner.forget(user, seconds))

    def _call(self, call: Callable[[], Result]) -> Result:
        fails = self.fails(self.calls)
        self.calls += 1
        if fails and not self.after:
            raise StorageError("the store is away")
        result = call()
        if fails:
            raise StorageError("the answer was lost")
        return result
