"""Alexa's Reminders API of our own making, over HTTP, as Amazon's reference has it.

Each request is checked against the reference ("Reminders REST API Reference", developer.amazon.com): path,
method, token, content type, and each field of the body. What is not as described is answered with 400 and
kept in `violations`. Answers carry more than is asked for, and a value that no SDK lists, as Amazon's may any
day.
"""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from uuid import uuid4

PATH: Final = "/v1/alerts/reminders"
TOKEN: Final = "a-token-of-the-request"  # noqa: S105 - opens nothing but this
HANG: Final = "hang"
GARBAGE: Final = "garbage"
ENDLESS: Final = "endless"
_TIME: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}")
_CLOCK: Final = r"BYHOUR=(2[0-3]|1?\d);BYMINUTE=[1-5]?\d;BYSECOND=0;INTERVAL=1;"
_RULE: Final = re.compile(rf"FREQ=(DAILY|WEEKLY;BYDAY=(MO|TU|WE|TH|FR|SA|SU));{_CLOCK}")


@dataclass
class RemindersApi:
    """What stands, and how it answers.

    Attributes:
        url: where it is.
        alerts: the reminders by token, as their bodies were sent.
        granted: whether the runner gave the skill leave.
        supported: whether the device takes reminders.
        most: how many it keeps.
        fails: a status, or one of the failures above, in place of every answer.
        asked: method and path of each request.
        violations: what was not as the reference has it.
    """

    url: str = ""
    alerts: dict[str, dict[str, Any]] = field(default_factory=dict)
    granted: bool = True
    supported: bool = True
    most: int = 250
    fails: int | str | None = None
    asked: list[tuple[str, str]] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)

    def is_over(self, token: str) -> None:
        """Let a reminder have come: it is shown for three days more."""
        self.alerts[token]["status"] = "COMPLETED"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    api: RemindersApi

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_PUT(self) -> None:
        self._serve()

    def do_DELETE(self) -> None:
        self._serve()

    def log_message(self, *_: object) -> None:
        pass

    def _serve(self) -> None:
        api = self.api
        sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        api.asked.append((self.command, self.path))
        if api.fails is not None:
            self._fail(api.fails)
        elif self.headers.get("Authorization") != f"Bearer {TOKEN}":
            self._send(HTTPStatus.UNAUTHORIZED, {"code": "INVALID_BEARER_TOKEN", "message": "x"})
        elif not api.granted:
            self._send(HTTPStatus.UNAUTHORIZED, {"code": "UNAUTHORIZED", "message": "x"})
        elif not api.supported:
            self._send(HTTPStatus.FORBIDDEN, {"code": "DEVICE_NOT_SUPPORTED", "message": "x"})
        else:
            self._answer(sent)

    def _answer(self, sent: bytes) -> None:
        api, token = self.api, self.path.removeprefix(f"{PATH}/")
        if self.command == "GET" and self.path == PATH:
            alerts = [self._alert(token) for token in api.alerts]
            self._send(HTTPStatus.OK, {"totalCount": str(len(alerts)), "alerts": alerts, "links": None})
        elif self.command == "POST" and self.path == PATH:
            if len(api.alerts) >= api.most:
                self._send(HTTPStatus.FORBIDDEN, {"code": "MAX_REMINDERS_EXCEEDED", "message": "x"})
            elif body := self._checked(sent):
                self._keep(str(uuid4()), body)
        elif token not in api.alerts:
            self._send(HTTPStatus.NOT_FOUND, {"code": "ALERT_NOT_FOUND", "message": "x"})
        elif self.command == "DELETE":
            del api.alerts[token]
            self._send(HTTPStatus.OK, None)
        elif self.command == "PUT" and (body := self._checked(sent)):
            self._keep(token, body)

    def _keep(self, token: str, body: dict[str, Any]) -> None:
        self.api.alerts[token] = {**body, "status": "ON"}
        self._send(
            HTTPStatus.OK, {"alertToken": token, "status": "ON", "version": "1", "href": f"{PATH}/{token}"}
        )

    def _alert(self, token: str) -> dict[str, Any]:
        body = self.api.alerts[token]
        return {
            **body,
            "alertToken": token,
            "createdTime": "2026-11-22T18:30:00.000Z",
            "updatedTime": "2026-11-22T18:30:00.000Z",
            "pushNotification": {"status": "NOBODY_LISTS_THIS"},
            "version": "1",
            "addedByAmazon": {"deep": [1, 2]},
        }

    def _checked(self, sent: bytes) -> dict[str, Any] | None:
        """The body; None, with the answer sent, where it is not as the reference has it."""
        wrong = []
        if self.headers.get_content_type() != "application/json":
            wrong.append("no content type of JSON")
        body: dict[str, Any] = json.loads(sent)
        trigger = body["trigger"]
        if set(body) != {"requestTime", "trigger", "alertInfo", "pushNotification"}:
            wrong.append(f"fields {sorted(body)}")
        if trigger["type"] != "SCHEDULED_ABSOLUTE" or not _is_time(trigger["scheduledTime"]):
            wrong.append(f"trigger {trigger}")
        if not _is_time(body["requestTime"]):
            wrong.append(f"requestTime {body['requestTime']}")
        if "recurrence" in trigger:
            rules = trigger["recurrence"]["recurrenceRules"]
            wrong += [f"rule {rule}" for rule in rules if not _RULE.fullmatch(rule)]
        content = body["alertInfo"]["spokenInfo"]["content"]
        wrong += [f"content {one}" for one in content if not (one["locale"] and one["text"])]
        self.api.violations += wrong
        if not wrong and trigger["scheduledTime"] <= body["requestTime"]:
            wrong.append("a time gone by")
        if wrong:
            self._send(HTTPStatus.BAD_REQUEST, {"code": "INVALID", "message": "x"})
        return None if wrong else body

    def _fail(self, how: int | str) -> None:
        if how == HANG:
            self.api.released.wait(30)
            self.close_connection = True
        elif how == GARBAGE:
            self._send_text(HTTPStatus.OK, b"<html>Sign in</html>")
        elif how == ENDLESS:
            self._send_text(HTTPStatus.OK, b" " * 3_000_000)
        else:
            self._send(int(how), {"message": "x"})

    def _send(self, status: int, body: Any) -> None:
        self._send_text(status, b"" if body is None else json.dumps(body).encode())

    def _send_text(self, status: int, text: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)


def _is_time(text: str) -> bool:
    return bool(_TIME.fullmatch(text)) and datetime.fromisoformat(text).tzinfo is None


@contextmanager
def reminders_api() -> Iterator[RemindersApi]:
    """One that answers on loopback until the end."""
    api = RemindersApi()
    handler = type("Handler", (_Handler,), {"api": api})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    api.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield api
    finally:
        api.released.set()
        server.shutdown()
        thread.join()
        server.server_close()
