"""The part of Amazon's Skill Management API that `ask deploy` calls, on loopback.

After Amazon's "Skill Package API Reference" and "Skill Enablement API Reference".
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SKILL_ID = "amzn1.ask.skill.12345678-1234-1234-1234-123456789012"


class SkillManagement(ThreadingHTTPServer):
    """Takes packages and makes a skill of the first.

    Attributes:
        uploads: the packages, as they came.
        called: the calls, as "METHOD path", the skill's id shortened to ID.
    """

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Call)
        self.uploads: list[bytes] = []
        self.called: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Call(BaseHTTPRequestHandler):
    server: SkillManagement

    def _take(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        call = f"{self.command} {self.path.replace(SKILL_ID, 'ID')}"
        self.server.called.append(call)
        match call:
            case "POST /v1/skills/uploads":
                self._answer(
                    200, {"uploadUrl": f"{self.server.url}/upload", "expiresAt": "2099-01-01T00:00:00Z"}
                )
            case "PUT /upload":
                self.server.uploads.append(body)
                self._answer(200)
            case "POST /v1/skills/imports" | "POST /v1/skills/ID/imports":
                self._answer(202, location="/v1/skills/imports/one")
            case "GET /v1/skills/imports/one":
                self._answer(200, {"status": "SUCCEEDED", "skill": {"skillId": SKILL_ID, "resources": []}})
            case "PUT /v1/skills/ID/stages/development/enablement":
                self._answer(204)
            case _:
                self._answer(404, {"message": "not there"})

    do_GET = do_POST = do_PUT = _take  # noqa: N815 - http.server's names

    def _answer(self, status: int, content: Any = None, location: str = "") -> None:
        body = b"" if content is None else json.dumps(content).encode()
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_given: object) -> None:
        pass


@contextmanager
def skill_management() -> Iterator[SkillManagement]:
    server = SkillManagement()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
