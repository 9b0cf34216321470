"""`python -m skill serve`: the skill as an HTTP service."""

import logging
import signal
from types import FrameType

import click

from skill.settings import Settings
from skill.web import LOOPBACK

_log = logging.getLogger(__name__)


@click.command()
@click.option("--host", default=LOOPBACK, show_default=True, help="The address to listen on.")
@click.option(
    "--port", default=8080, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one."
)
@click.option("--local", is_flag=True, help=f"Verify nothing, for this machine alone ({LOOPBACK}).")
def serve(*, host: str, port: int, local: bool) -> None:
    """Answer Alexa over HTTP: POST /alexa, GET /health.

    TLS is the reverse proxy's work. The store and the skill's id are read from the environment.
    """
    from skill.web.server import Server  # noqa: PLC0415 - the web service is an extra
    from skill.web.service import service  # noqa: PLC0415 - as above

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    server = Server(service(Settings.read(), verified=not local), host, port, verified=not local)
    if local:
        _log.warning("REQUESTS ARE NOT VERIFIED: anyone on this machine is answered as if they were Alexa")
    _log.info("listening on http://%s:%s/alexa", host, server.port)
    signal.signal(signal.SIGTERM, _stop)
    server.run()
    _log.info("stopped")


def _stop(_number: int, _frame: FrameType | None) -> None:
    """As waitress likes to be told; turns under way are finished."""
    raise SystemExit
