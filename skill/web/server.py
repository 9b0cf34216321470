"""Running the application behind waitress, a production WSGI server."""

import logging
import math
import socket
import ssl
import time
from collections.abc import Collection
from contextlib import suppress
from typing import Any

from flask import Flask
from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer

from skill.web import BODY_BYTES, LOOPBACK, BindError
from skill.web.connection import Connection
from skill.web.refusal import Reason
from skill.web.secure_connection import SecureConnection

THREADS = 8
"""A turn waits for the store, not for the processor."""
CONNECTIONS = 400
"""At most, each with one request of `HEAD_BYTES` and `BODY_BYTES`: 70 MB, or 260 MB where it is speech. Well
under the 1,024 files that a process may open where nobody has said otherwise."""
AT_ONCE = 8
"""Connections accepted at a time, for which there is always a place."""
HEAD_BYTES = 16 * 1024
"""Of a request before its body; Alexa's is under 2 KB."""

_log = logging.getLogger(__name__)


class Server:
    """A server that listens from the start, and answers while it runs.

    Args:
        app: from `create_app`.
        host: an address or a name of this machine.
        port: 0 takes any free one.
        verified: whether the application verifies what it gets.
        body_bytes: of one request, at most.
        client_seconds: for a client's part, None for `CLIENT_SECONDS`.
        tls: its certificate, where it speaks TLS itself; None where a proxy does, or nobody.

    Attributes:
        port: the one it listens on.

    Raises:
        BindError: the address is not free, not of this machine, or reachable by others while
            nothing is verified.
    """

    def __init__(
        self,
        app: Flask,
        host: str,
        port: int,
        *,
        verified: bool,
        body_bytes: int = BODY_BYTES,
        client_seconds: float | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        if not verified and host != LOOPBACK:
            raise BindError(f"without verification the service listens on {LOOPBACK} only, not on {host}")
        try:
            family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
            listening = socket.create_server((host, port), family=family)
        except OSError as error:
            raise BindError(f"cannot listen on {host} port {port}: {error.strerror}") from error
        self.port: int = listening.getsockname()[1]
        self._open: dict[int, Any] = {}
        self._server = _Listener(app, listening, self._open, body_bytes, tls)
        self._server.client_seconds = client_seconds
        self._running = False

    def run(self) -> None:
        """Answer requests until the process is interrupted, or another thread closes the server.

        Turns under way are finished.
        """
        self._running = True
        try:
            self._server.run()
        finally:
            self._running = False
            self._server.task_dispatcher.shutdown()

    def close(self) -> None:
        """Stop listening; what runs the server is told to end, for it still looks at the sockets."""
        if self._running:
            # What runs the server may be awake already, and have closed the trigger before it is pulled.
            with suppress(OSError):
                self._server.trigger.pull_trigger(self._close_all)  # type: ignore[attr-defined]  # the stub says int
        else:
            self._close_all()

    def _close_all(self) -> None:
        wasyncore.close_all(self._open)


class _Listener(TcpWSGIServer):
    """Waitress's server, which makes room for who knocks instead of keeping them out."""

    channel_class = Connection
    client_seconds: float | None = None

    def __init__(
        self,
        app: Flask,
        listening: socket.socket,
        opened: dict[int, Any],
        body_bytes: int,
        tls: ssl.SSLContext | None,
    ) -> None:
        settings = Adjustments(
            sockets=[listening],
            threads=THREADS,
            # It counts the listening socket and the trigger too.
            connection_limit=CONNECTIONS + 2,
            cleanup_interval=1,
            max_request_header_size=HEAD_BYTES,
            # Waitress refuses a body of this many bytes, the application one of more than `body_bytes`.
            max_request_body_size=body_bytes + 1,
            url_scheme="https" if tls else "http",
            ident=None,
            # Unlike select, it knows files beyond the first 1,024.
            asyncore_use_poll=True,
            clear_untrusted_proxy_headers=True,
        )
        self._tls = tls
        if tls:
            self.channel_class = SecureConnection
        bound = (listening.family, listening.type, listening.proto, listening.getsockname())
        super().__init__(app, opened, _sock=listening, adj=settings, bind_socket=False, sockinfo=bound)

    def readable(self) -> bool:
        """Whether to accept; asked before each look at the sockets."""
        too_many = len(self._connections) - CONNECTIONS + AT_ONCE
        if too_many > 0:
            # In the order in which they came, so the last ones have perhaps just come: they are left.
            waited_for = [each for each in self._connections if each.due < math.inf][:-AT_ONCE]
            # If all others wait for us, who knocks waits too.
            for slow in sorted(waited_for, key=lambda connection: connection.due)[:too_many]:
                slow.handle_close()
        return super().readable()

    def accept(self) -> tuple[Any, Any] | None:
        """Accept a connection; what it says first is waited for later, as all else."""
        accepted: tuple[Any, Any] | None = super().accept()
        if not (self._tls and accepted):
            return accepted
        plain, address = accepted
        try:
            return self._tls.wrap_socket(plain, server_side=True, do_handshake_on_connect=False), address
        except OSError:  # gone already
            plain.close()
            return None

    def handle_accept(self) -> None:
        """Accept who has come: a look at all connections for each would take longer than the rest."""
        for _ in range(AT_ONCE):
            super().handle_accept()

    def maintenance(self, _time_of_day: float) -> None:
        """End what takes too long, once a second."""
        now = time.monotonic()
        late = [connection for connection in self._connections if connection.due < now]
        unsent = sum(connection.is_sending for connection in late)
        for connection in late:
            connection.handle_close()
        if unsent:
            _log.warning("requests refused: %d: %s", unsent, Reason.TOO_SLOW.value)

    def add_task(self, task: Any) -> None:
        """Let a worker answer a connection's request."""
        task.taken()
        super().add_task(task)

    @property
    def _connections(self) -> Collection[Connection]:
        return self.active_channels.values()  # type: ignore[attr-defined, no-any-return]  # the stub says one channel
