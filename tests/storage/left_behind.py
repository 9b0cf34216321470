"""What is begun in other threads, whether anybody waits for it or not."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from skill.storage.deadline import Threads


class LeftBehind(Threads):
    """Threads that know what they have begun."""

    def __init__(self) -> None:
        super().__init__(50)
        self.begun: list[Future[Any]] = []

    def begin(self, work: Callable[[], Any]) -> Future[Any]:
        future = super().begin(work)
        self.begun.append(future)
        return future

    def end(self) -> None:
        """Wait until all of it has ended, one way or another; it must."""
        for future in self.begun:
            future.exception(20)
