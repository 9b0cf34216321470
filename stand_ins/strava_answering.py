"""How the Strava of our own making answers, and how it fails to."""

import json
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler
from typing import Any

from stand_ins.strava_state import CUT, DAY, ENDLESS, FIFTEEN_MINUTES, GARBAGE, HANG, REDIRECT, SLOW, Strava


class Answering(BaseHTTPRequestHandler):
    """Sends answers as Strava does.

    Attributes:
        strava: whose answers they are.
    """

    protocol_version = "HTTP/1.1"
    strava: Strava

    def violation(self, what: str) -> None:
        self.strava.violations.append(what)
        self.fault(400)

    def fault(self, status: int, error: dict[str, str] | None = None) -> None:
        messages = {
            401: "Authorization Error",
            403: "Forbidden",
            404: "Record Not Found",
            429: "Rate Limit Exceeded",
        }
        if status == 403:
            error = error or self.strava.forbids
        if status == 401:
            error = error or {"resource": "Athlete", "field": "access_token", "code": "invalid"}
        self.json(status, {"message": messages.get(status, "error"), "errors": [error] if error else []})

    def fail(self, how: str) -> None:
        if how == HANG:
            self.strava.released.wait(30)
            self.close_connection = True
        elif how == SLOW:
            self.strava.released.wait(1)
            self.json(200, [])
        elif how == REDIRECT:
            self.send(302, b"", {"Location": f"{self.strava.address}/elsewhere"})
        elif how == GARBAGE:
            self.send(200, b"<html>Sign in to the hotel's network</html>", {"Content-Type": "text/html"})
        elif how == CUT:
            self.send(200, b"[{", {}, length=1000)
            self.close_connection = True
        else:
            self._stream(b" " * 65_536 if how == ENDLESS else b" ", 0 if how == ENDLESS else 0.02)

    def _stream(self, piece: bytes, pause: float) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        while not self.strava.released.wait(pause):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))

    def json(self, status: int, body: Any) -> None:
        spent = f"{self.strava.used},{self.strava.used}"
        limits = f"{FIFTEEN_MINUTES},{DAY}"
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            **{f"X-{kind}RateLimit-Limit": limits for kind in ("", "Read")},
            **{f"X-{kind}RateLimit-Usage": spent for kind in ("", "Read")},
        }
        self.send(status, json.dumps(body).encode(), headers)

    def send(self, status: int, body: bytes, headers: Mapping[str, str], length: int | None = None) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
