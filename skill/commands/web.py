"""`python -m skill web`: the coach as a page in a browser, on one's own machine or a phone in the house."""

import logging
import signal
import webbrowser
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import FrameType

import click

from skill.commands.local_skill import access_token, beside
from skill.commands.options import LOCAL_USER, settings_with
from skill.extras import what_is_missing
from skill.storage.looked_at import LookedAt
from skill.web import LOOPBACK


@click.command()
@click.option(
    "--host", default=LOOPBACK, show_default=True, help="The address to listen on; 0.0.0.0 for all."
)
@click.option(
    "--port", default=8750, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one."
)
@click.option(
    "--db", type=click.Path(dir_okay=False, path_type=Path), help="SQLite file to keep everything in."
)
@click.option("--user", "users", multiple=True, help="Whose notebook it is; repeat it for a link each.")
@click.option("--locale", default="en-US", show_default=True)
@click.option(
    "--voice", default="best", show_default=True, help="natural, espeak, or a Piper voice's .onnx file."
)
@click.option(
    "--ears", default="best", show_default=True, help="whisper, none, or the folder of a Whisper model."
)
@click.option("--open", "opens", is_flag=True, help="Open the page in this machine's browser.")
def web(
    *,
    host: str,
    port: int,
    db: Path | None,
    users: tuple[str, ...],
    locale: str,
    voice: str,
    ears: str,
    opens: bool,
) -> None:
    """Open the coach in a browser: it speaks, counts, shows and listens."""
    try:
        from skill.browser.service import Wanted, service  # noqa: PLC0415 - the page is an extra
        from skill.device.backend import on_store  # noqa: PLC0415 - as above
        from skill.web.server import Server  # noqa: PLC0415 - as above
    except ModuleNotFoundError as error:
        if (line := what_is_missing(error, "browser")) is None:
            raise
        raise click.ClickException(line) from error

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    wanted = Wanted(
        users=users or (LOCAL_USER,),
        locale=locale,
        voice=voice,
        ears=ears,
        host=host,
        secret=beside(db, "page-key"),
        journal=beside(db, "page.json"),
        sounds=settings_with(db).data_folder() / "sounds",
    )
    settings = settings_with(db)
    store = settings.repository()
    page = service(
        wanted,
        on_store(store, settings),
        on_store(LookedAt(store), settings),
        store,
        access_token=partial(access_token, db),
        clock=partial(datetime.now, UTC),
    )
    server = Server(page.app, host, port, verified=True)
    links = page.links(server.port)
    for line in page.told(links):
        click.echo(line)
    if opens:
        webbrowser.open(links[0])
    signal.signal(signal.SIGTERM, _stop)
    server.run()


def _stop(_number: int, _frame: FrameType | None) -> None:
    """As waitress likes to be told; turns under way are finished."""
    raise SystemExit
