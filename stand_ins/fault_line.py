"""A line of TCP that passes on what it carries, or fails as it is told before any HTTP is spoken."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum, auto


class LineFault(Enum):
    """What can go wrong with a connection."""

    REFUSED = auto()
    """Nobody listens."""
    RESET = auto()
    """It is taken, and broken off at once."""
    SILENT = auto()
    """It is taken, and nothing is ever said; where TLS is spoken, the handshake hangs."""
    DEAD = auto()
    """It is not even taken: connecting hangs."""


class FaultLine:
    """Passes connections on to `target`, a port on loopback.

    Attributes:
        target: where it leads; another may be set.
        port: where it listens on loopback.
        connections: how many were taken.
    """

    def __init__(self, target: int) -> None:
        self.target = target
        self._fault: LineFault | None = None
        self._ends: list[socket.socket] = []
        self._callers: list[socket.socket] = []
        self.connections = 0
        self._listen(0)

    def fail(self, fault: LineFault | None) -> None:
        """Break off what is carried, and fail so from now on; with None, be well again."""
        earlier, self._fault = self._fault, fault
        for each in (*self._ends, *self._callers):
            _break_off(each)
        self._ends.clear()
        self._callers.clear()
        if fault in {LineFault.REFUSED, LineFault.DEAD}:
            self._stop()
        if fault is LineFault.DEAD:
            self._listening = socket.create_server(("127.0.0.1", self.port), backlog=0)
            for _ in range(3):  # as many as fill the queue: nobody takes them from it
                caller = socket.socket()
                caller.settimeout(0)
                caller.connect_ex(("127.0.0.1", self.port))
                self._callers.append(caller)
        if earlier in {LineFault.REFUSED, LineFault.DEAD} and fault not in {
            LineFault.REFUSED,
            LineFault.DEAD,
        }:
            self._listening.close()
            self._listen(self.port)

    def close(self) -> None:
        """Break off everything."""
        self.fail(LineFault.REFUSED)

    def _listen(self, port: int) -> None:
        self._listening = socket.create_server(("127.0.0.1", port))
        self.port: int = self._listening.getsockname()[1]
        self._taking = threading.Thread(target=self._take, args=(self._listening,), daemon=True)
        self._taking.start()

    def _stop(self) -> None:
        _break_off(self._listening)
        self._taking.join()

    def _take(self, listening: socket.socket) -> None:
        with suppress(OSError):  # it was closed
            while True:
                near, _ = listening.accept()
                self.connections += 1
                self._ends.append(near)
                if self._fault is LineFault.RESET:
                    near.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                    near.close()
                elif self._fault is None:
                    far = socket.create_connection(("127.0.0.1", self.target))
                    self._ends.append(far)
                    for one, other in ((near, far), (far, near)):
                        threading.Thread(target=_carry, args=(one, other), daemon=True).start()


def _carry(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while sent := one.recv(65_536):
            other.sendall(sent)
    _break_off(one)
    _break_off(other)


def _break_off(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()


@contextmanager
def fault_line(target: int) -> Iterator[FaultLine]:
    """Runs a line to the port `target` on loopback."""
    line = FaultLine(target)
    try:
        yield line
    finally:
        line.close()
