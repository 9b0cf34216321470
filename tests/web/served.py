"""An application behind the real server, in a thread of the test's own process."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask

from skill.web.server import Server


@contextmanager
def served(app: Flask) -> Iterator[int]:
    """The port on which the application, which verifies nothing, is served."""
    server = Server(app, "127.0.0.1", 0, verified=False)
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    yield server.port
    server.close()
    running.join(timeout=20)
    assert not running.is_alive()
