"""Hands out AWS credentials on loopback, as Lambda does to a function with SnapStart."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

ACCESS_KEY = "FROMSNAPSTART"
SESSION_TOKEN = "from-snapstart"  # noqa: S105 - unlocks nothing
_PASSWORD = "let me in"  # noqa: S105 - as above


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        keys = {"AccessKeyId": ACCESS_KEY, "SecretAccessKey": "secret", "Token": SESSION_TOKEN}
        body = json.dumps(keys | {"Expiration": "2999-01-01T00:00:00Z"}).encode()
        self.send_response(200 if self.headers["Authorization"] == _PASSWORD else 403)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def credentials_server() -> Iterator[dict[str, str]]:
    """Runs it; yields the environment by which it is found."""
    with HTTPServer(("127.0.0.1", 0), _Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield {
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": f"http://127.0.0.1:{server.server_port}/credentials",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN": _PASSWORD,
        }
        server.shutdown()
        thread.join()
