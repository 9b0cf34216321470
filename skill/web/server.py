"""Running the application behind waitress, a production WSGI server."""

import logging
import socket
from typing import TYPE_CHECKING, Any, cast

from flask import Flask
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.server import create_server
from waitress.task import ErrorTask
from waitress.utilities import BadRequest, RequestEntityTooLarge

from skill.web import LOOPBACK, BindError
from skill.web.app import BODY_BYTES
from skill.web.refusal import Reason

if TYPE_CHECKING:
    from waitress.server import BaseWSGIServer

THREADS = 8
"""A turn waits for the store, not for the processor."""

_log = logging.getLogger(__name__)


class Server:
    """A server that listens from the start, and answers while it runs.

    Args:
        app: from `create_app`.
        host: an address or a name of this machine.
        port: 0 takes any free one.
        verified: whether the application verifies what it gets.

    Attributes:
        port: the one it listens on.

    Raises:
        BindError: the address is not free, not of this machine, or reachable by others while
            nothing is verified.
    """

    def __init__(self, app: Flask, host: str, port: int, *, verified: bool) -> None:
        if not verified and host != LOOPBACK:
            raise BindError(f"without verification the service listens on {LOOPBACK} only, not on {host}")
        try:
            family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
            listening = socket.create_server((host, port), family=family)
        except OSError as error:
            raise BindError(f"cannot listen on {host} port {port}: {error.strerror}") from error
        self.port: int = listening.getsockname()[1]
        self._open: dict[int, Any] = {}
        made = create_server(
            app,
            map=self._open,
            sockets=[listening],
            threads=THREADS,
            # Waitress refuses a body of this many bytes, the application one of more than BODY_BYTES.
            max_request_body_size=BODY_BYTES + 1,
            ident=None,
            clear_untrusted_proxy_headers=True,
        )
        self._server = cast("BaseWSGIServer", made)  # one socket, so one server
        self._server.channel_class = _Channel
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
            self._server.trigger.pull_trigger(self._close_all)  # type: ignore[attr-defined]  # the stub says int
        else:
            self._close_all()

    def _close_all(self) -> None:
        wasyncore.close_all(self._open)


class _RefusingTask(ErrorTask):
    """Waitress's own refusals (a body too long, broken HTTP), logged and answered like ours."""

    def execute(self) -> None:
        error = self.request.error  # type: ignore[attr-defined]  # the stub takes it for the error itself
        too_large = isinstance(error, RequestEntityTooLarge)
        _log.warning("request refused: %s", Reason.BODY_TOO_LARGE if too_large else f"HTTP {error.code}")
        if too_large:
            self.request.error = BadRequest("")  # type: ignore[attr-defined]  # as above
        super().execute()


class _Channel(HTTPChannel):
    error_task_class = _RefusingTask
