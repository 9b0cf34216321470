"""Hands out AWS credentials on loopback, as Lambda does to a function with SnapStart."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ACCESS_KEY = "FROMSNAPSTART"
SESSION_TOKEN = "from-snapstart"  # noqa: S105 - unlocks nothing
_PASSWORD = "let me in"  # noqa: S105 - as above
GOOD_FOR = timedelta(days=1)


@contextmanager
def credentials_server(good_for: timedelta = GOOD_FOR) -> Iterator[dict[str, str]]:
    """Runs it; yields the environment by which it is found. What it hands out is good for so long."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            keys = {"AccessKeyId": ACCESS_KEY, "SecretAccessKey": "secret", "Token": SESSION_TOKEN}
            body = json.dumps(keys | {"Expiration": (datetime.now(UTC) + good_for).isoformat()}).encode()
            self.send_response(200 if self.headers["Authorization"] == _PASSWORD else 403)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield found_at(f"http://127.0.0.1:{server.server_port}/credentials")
        server.shutdown()
        thread.join()


def found_at(url: str) -> dict[str, str]:
    """The environment by which credentials are found at this address."""
    return {
        "AWS_CONTAINER_CREDENTIALS_FULL_URI": url,
        "AWS_CONTAINER_AUTHORIZATION_TOKEN": _PASSWORD,
    }
