"""Stands in for this machine's resolver: names that end in ".test" are found as they are told to be."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Addresses = list[tuple[str, int]]
LOOPBACK = "127.0.0.1"


class Names:
    """What each name leads to; every name leads to this machine before it is told otherwise."""

    def __init__(self) -> None:
        self.released = threading.Event()
        self._found: dict[str, Callable[[int], Addresses]] = {}

    def leads_to(self, name: str, addresses: Addresses) -> None:
        """It is found at once, at these addresses."""
        self._found[name] = lambda _port: addresses

    def leads_here(self, name: str, *, after: float = 0.0) -> None:
        """It is found on this machine, after so many seconds."""

        def found(port: int) -> Addresses:
            self.released.wait(after)
            return [(LOOPBACK, port)]

        self._found[name] = found

    def is_unknown(self, name: str) -> None:
        """It is not found."""

        def found(_port: int) -> Addresses:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

        self._found[name] = found

    def hangs(self, name: str) -> None:
        """Who asks for it waits until all is over."""

        def found(_port: int) -> Addresses:
            self.released.wait()
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

        self._found[name] = found

    def find(self, name: str, port: int) -> Addresses:
        """Where it leads."""
        told = self._found.get(name)
        return told(port) if told else [(LOOPBACK, port)]


@contextmanager
def names() -> Iterator[Names]:
    """Take the resolver's place in this process; at the end, let go of who still waits."""
    resolver = socket.getaddrinfo
    told = Names()

    def find(host: Any, port: Any, *arguments: Any, **options: Any) -> Any:
        if isinstance(host, str) and host.endswith(".test"):
            stream = socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, ""
            return [(*stream, address) for address in told.find(host, int(port))]
        return resolver(host, port, *arguments, **options)

    socket.getaddrinfo = find
    try:
        yield told
    finally:
        told.released.set()
        socket.getaddrinfo = resolver
