"""A client of the page's server without a browser, with a key or without."""

import http.client
import json
import ssl
from collections.abc import Mapping
from contextlib import closing, suppress
from random import Random
from typing import Any

from skill.browser.callers import COOKIE, TAB
from skill.browser.service import Page

UPLOAD = 50_000_000
PIECE = bytes(0x20000)
CHUNK = b"20000\r\n" + PIECE + b"\r\n"
LETTERS = [
    *(letter for letter in map(chr, range(1, 400)) if not letter.isnumeric()),
    "🦶",
    "\ud800",
    "'",
    '"',
    "<",
    "${",
    "}",
    "\x00",
]


class Stranger:
    def __init__(self, service: Page, key: str = "", tls: ssl.SSLContext | None = None) -> None:
        self._port = service.server.port
        self._tls = tls
        self._headers = {TAB: "stranger1", "Cookie": f"{COOKIE}={key}"}

    def connection(self) -> http.client.HTTPConnection:
        if self._tls:
            return http.client.HTTPSConnection("127.0.0.1", self._port, timeout=20, context=self._tls)
        return http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)

    def post(self, path: str, told: Mapping[str, Any]) -> tuple[int, Any]:
        with closing(self.connection()) as connection:
            headers = {**self._headers, "Content-Type": "application/json"}
            connection.request("POST", path, json.dumps(told), headers)
            answer = connection.getresponse()
            body = answer.read()
            return answer.status, json.loads(body) if answer.status == 200 else None

    def uploads(self, **headers: str) -> int:
        """Send 50 MB as a sound; the status, or 0 where the line was cut in the middle."""
        with closing(self.connection()) as connection, suppress(OSError, http.client.HTTPException):
            connection.putrequest("POST", "/hear?reply=1&heard=1")
            for name, value in {**self._headers, "Content-Type": "audio/wav", **headers}.items():
                connection.putheader(name, value)
            connection.endheaders()
            with suppress(OSError):
                for _ in range(UPLOAD // len(PIECE)):
                    connection.send(CHUNK if "Transfer-Encoding" in headers else PIECE)
            return connection.getresponse().status
        return 0


def key_of(service: Page) -> str:
    return service.links[0].partition("#key=")[2]


def garbage(random: Random) -> dict[str, Any]:
    """What nobody says, of a reply that perhaps was; without figures, for one alone answers a question."""
    said = "".join(random.choices(LETTERS, k=random.randint(0, 300)))
    return {"said": said, "reply": random.randint(-5, 9), "heard": random.random()}
