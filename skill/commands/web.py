"""`python -m skill web`: the coach as a page in a browser, on one's own machine or a phone in the house."""

import logging
import signal
import ssl
import webbrowser
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import FrameType

import click

from skill.commands.local_skill import access_token, beside
from skill.commands.options import LOCAL_USER, settings_with
from skill.conversation.memory.walkthrough_pages import WALKTHROUGH
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
@click.option(
    "--certificate",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A certificate (PEM) for https: without it a phone's browser gives no microphone.",
)
@click.option(
    "--key", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The certificate's key (PEM)."
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
    certificate: Path | None,
    key: Path | None,
    opens: bool,
) -> None:
    """Open the coach in a browser: it speaks, counts, shows and listens."""
    try:
        from skill.browser.service import Wanted, served  # noqa: PLC0415 - the page is an extra
        from skill.device.backend import on_store  # noqa: PLC0415 - as above
    except ModuleNotFoundError as error:
        if (line := what_is_missing(error, "browser")) is None:
            raise
        raise click.ClickException(line) from error

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    settings = settings_with(db)
    store = settings.repository()
    wanted = Wanted(
        host=host,
        port=port,
        users=tuple(dict.fromkeys(users)) or (LOCAL_USER,),
        locale=locale,
        voice=voice,
        ears=ears,
        secret=beside(db, "page-key"),
        journal=beside(db, "page.json"),
        sounds=settings.data_folder() / "sounds",
        tls=_tls(certificate, key),
    )
    page = served(
        wanted,
        on_store(store, settings),
        on_store(LookedAt(store), settings),
        on_store(LookedAt(store, WALKTHROUGH), settings),
        store,
        access_token=partial(access_token, db),
        clock=partial(datetime.now, UTC),
    )
    for line in page.told():
        click.echo(line)
    if opens:
        webbrowser.open(page.links[0])
    signal.signal(signal.SIGTERM, _stop)
    page.run()


def _tls(certificate: Path | None, key: Path | None) -> ssl.SSLContext | None:
    """What speaks TLS by a certificate and its key, which may be one file."""
    if certificate is None:
        if key:
            raise click.UsageError("--key belongs to a --certificate.")
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(certificate, key)
    except (OSError, ssl.SSLError) as error:
        raise click.UsageError(f"{certificate} and its key cannot be used: {error}") from error
    return context


def _stop(_number: int, _frame: FrameType | None) -> None:
    """As waitress likes to be told; turns under way are finished."""
    raise SystemExit
