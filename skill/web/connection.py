"""One connection: a client's one request, in its time, and the answer to it.

Waitress ends a connection that is silent for long, and at its limit accepts no more; so a few hundred clients
that send a byte now and then would keep everybody else out. Here, what the client has to do (sending its
request, taking its answer) has a time as a whole. Nothing goes on after the answer: no connection is ever
idle, and none is closed at the moment when a proxy uses it again.
"""

import logging
import math
import time
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.task import ErrorTask
from waitress.utilities import BadRequest, Error, RequestEntityTooLarge

from skill.storage.deadline import within
from skill.web.refusal import Reason

CLIENT_SECONDS = 4.0
"""For a request, from the connection to its last byte, and again for taking the answer."""
WAIT_SECONDS = 8.0
"""What Alexa waits for an answer (Amazon's documentation: about 8 s)."""
LINES = 100
"""At most, in a head (as `http.client` has it) and in what comes at once of a chunked body. They are
read one by one in the thread that serves all connections, and 150 KB of short ones take it 0.1 s."""

_log = logging.getLogger(__name__)


class _Request(HTTPRequestParser):
    """Reads one request, and none that comes in crumbs."""

    def parse_header(self, header_plus: bytes) -> None:
        if header_plus.count(b"\n") > LINES:
            raise ParsingError("too many headers")
        try:
            super().parse_header(header_plus)
        except ValueError as error:  # an address or a number that is none: waitress would log it, unanswered
            raise ParsingError("a header tells nothing") from error

    def received(self, data: bytes) -> int:
        if self.chunked and data.count(b"\r\n") > LINES:
            self.error = BadRequest("")
            self.completed = True
        read = super().received(data)
        # What follows the request is dropped unread: the connection ends with the answer.
        return len(data) if self.completed else read


class _TooLate(Error):  # noqa: N818 - not raised; named as waitress names its own
    """The request waited for a worker longer than Alexa waits for the answer."""

    code = 503
    reason = "Service Unavailable"

    def __init__(self) -> None:
        super().__init__("")


class _RefusingTask(ErrorTask):
    """The server's own refusals (a body too long, broken HTTP, too late), logged and answered like ours."""

    def execute(self) -> None:
        error = self.request.error  # type: ignore[attr-defined]  # the stub takes it for the error itself
        match error:
            case RequestEntityTooLarge():
                reason = Reason.BODY_TOO_LARGE.value
                self.request.error = BadRequest("")  # type: ignore[attr-defined]  # as above
            case _TooLate():
                reason = Reason.TOO_LATE.value
            case _:
                reason = f"HTTP {error.code}"
        _log.warning("request refused: %s", reason)
        super().execute()


class Connection(HTTPChannel):
    """A channel of waitress's that knows until when its client has time.

    Attributes:
        due: the monotonic time by which the client must have done its part; infinite while it is our turn.
    """

    parser_class = _Request
    error_task_class = _RefusingTask

    def __init__(self, server: Any, *given: Any, **named: Any) -> None:
        self._opened = time.monotonic()
        self._client_seconds: float = server.client_seconds or CLIENT_SECONDS
        self.due = self._opened + self._client_seconds
        super().__init__(server, *given, **named)

    @property
    def is_sending(self) -> bool:
        """Whether a request has begun to come and is not whole."""
        return self.request is not None

    def readable(self) -> bool:
        """Whether to read; ended, its number may already be another connection's."""
        return self.connected and super().readable()

    def writable(self) -> bool:
        """Whether to write; as above."""
        return self.connected and super().writable()

    def taken(self) -> None:
        """The request is whole, and waits for a worker."""
        self.due = math.inf

    def service(self) -> None:
        """Answer the request, in a worker, unless nobody waits for the answer any more."""
        request = self.requests[0]
        request.headers["CONNECTION"] = "close"  # type: ignore[index]  # the stub says Mapping
        seconds_left = self._opened + WAIT_SECONDS - time.monotonic()
        if seconds_left < 0:
            request.error = _TooLate()
        with within(seconds_left):
            super().service()
        self.due = time.monotonic() + self._client_seconds

    def handle_expt(self) -> None:
        """End a connection that sends urgent data: unread, it would wake the server without end."""
        self.handle_close()
