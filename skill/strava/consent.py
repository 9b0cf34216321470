"""The runner's consent: Strava's page in a browser, and a server of one use on this machine that hears of it.

The redirect to loopback of RFC 8252, section 7.3; Strava takes any port of 127.0.0.1 and localhost (its
documentation, "Authentication").
"""

import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from skill.importing.found import ImportingError
from skill.strava.faults import StravaError
from skill.strava.tokens import RUNS_SCOPES, SCOPES

PATH: Final = "/strava"
_CLIENT_SECONDS: Final = 5.0
_DONE: Final = "Foot Coach has heard from Strava. You can close this page; the terminal says how it went."
_NOT_OURS: Final = "This page belongs to no question of Foot Coach's that is open."


class ConsentError(ImportingError):
    """There is no consent; the message says what to do."""


class Consent:
    """A consent that is waited for.

    Attributes:
        page: the address of Strava's page, for a browser on this machine.
    """

    def __init__(self, oauth: str, client_id: str, state: str, port: int) -> None:
        self._host = f"127.0.0.1:{port}"
        self._state = state
        self._answers: SimpleQueue[dict[str, str]] = SimpleQueue()
        query = {
            "client_id": client_id,
            "redirect_uri": f"http://{self._host}{PATH}",
            "response_type": "code",
            "approval_prompt": "auto",
            "scope": ",".join(SCOPES),
            "state": state,
        }
        self.page = f"{oauth}/authorize?{urlencode(query)}"

    def wait(self, seconds: float) -> str:
        """The code that Strava gave for the runner's consent.

        Raises:
            ConsentError: the runner said no, or nothing in that time.
            StravaError: the runner does not let the runs be read.
        """
        try:
            answer = self._answers.get(timeout=seconds)
        except Empty:
            raise ConsentError("Nobody answered on Strava's page. Run the command again.") from None
        if "code" not in answer:
            raise ConsentError("You did not let Foot Coach in on Strava's page, so nothing is connected.")
        if not RUNS_SCOPES & set(answer.get("scope", "").split(",")):
            raise StravaError("scope")
        return answer["code"]

    def answer_in(self, host: str, target: str) -> dict[str, str] | None:
        """The answer that is waited for, in what a browser brought; None where it is not that.

        Args:
            host: the header: another name than ours is another page's that leads here.
            target: the path with its query.
        """
        url = urlsplit(target)
        answer = dict(parse_qsl(url.query))
        known = hmac.compare_digest(answer.get("state", "").encode(), self._state.encode())
        if host != self._host or url.path != PATH or not known or not answer.keys() & {"code", "error"}:
            return None
        return answer

    def take(self, answer: dict[str, str]) -> None:
        """Let whoever waits go on with this answer."""
        self._answers.put(answer)


@contextmanager
def consent(oauth: str, client_id: str, state: str) -> Iterator[Consent]:
    """Wait for a consent on a port of this machine that is free.

    Args:
        oauth: where Strava's consent page is.
        client_id: the application's.
        state: what nobody else can know, and what the answer has to bring back.
    """
    server = _Server(("127.0.0.1", 0), _Handler)
    server.consent = Consent(oauth, client_id, state, server.server_port)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server.consent
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    consent: Consent

    def handle_error(self, *_: object) -> None:
        """Say nothing of a browser that went away."""


class _Handler(BaseHTTPRequestHandler):
    timeout = _CLIENT_SECONDS

    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, _Server)  # noqa: S101 - nobody else makes one
        answer = server.consent.answer_in(self.headers.get("Host", ""), self.path)
        try:
            self._say(200 if answer else 404, _DONE if answer else _NOT_OURS)
        finally:
            if answer:  # only now: who waits may end this process, and the browser would hear nothing
                server.consent.take(answer)

    def _say(self, status: int, line: str) -> None:
        text = line.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(text)))
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_: object) -> None:
        """Say nothing: the path holds the code."""
