"""`python -m skill strava`: this machine's own link to Strava."""

import secrets
import sys
import webbrowser
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import click

from skill.commands.bringing_in import Bringing
from skill.commands.options import LOCAL_USER, settings_with
from skill.importing.found import Found
from skill.settings import Settings
from skill.strava.client import Asking, find
from skill.strava.connection import Connection
from skill.strava.faults import StravaError
from skill.strava.linked_account import LinkedAccount
from skill.strava.token_file import Link, TokenFile
from skill.strava.tokens import Application, give_back, tokens_for_code

CONSENT_SECONDS: Final = 300
"""How long Strava's page may stay open before it is answered."""
TOKEN_SECONDS: Final = 20
SYNC_SECONDS: Final = 600
"""For fifty pages and some pairs, ten thousand runs, over a slow line."""
REGISTER: Final = "https://www.strava.com/settings/api"


@click.group()
def strava() -> None:
    """Bring in runs from Strava by its API (see docs/importing.md)."""


def _of_a_runner(command: Any) -> Any:
    """Say whose link it is, and beside which notebooks it is kept."""
    database = click.option(
        "--db", type=click.Path(dir_okay=False, path_type=Path), help="SQLite file of the notebooks."
    )
    return database(click.option("--user", default=LOCAL_USER, help="Whose notebook it is.")(command))


@strava.command()
@_of_a_runner
@click.option("--no-browser", is_flag=True, help="Only print the address of Strava's page.")
def connect(db: Path | None, user: str, *, no_browser: bool) -> None:
    """Let Foot Coach read your runs at Strava."""
    from skill.strava.consent import consent  # noqa: PLC0415 - the other commands need no server

    settings = settings_with(db)
    application = _application(settings)
    with consent(settings.strava.oauth, application.id, secrets.token_urlsafe(32)) as asked:
        click.echo(f"Open this page, in a browser on this machine, and say yes:\n\n  {asked.page}\n")
        if not no_browser:
            webbrowser.open(asked.page)
        code = asked.wait(CONSENT_SECONDS)
    with Connection(TOKEN_SECONDS) as connection:
        tokens = tokens_for_code(connection, settings.strava.oauth, application, code)
    file = token_file(settings)
    file.keep(user, Link(application, tokens))
    click.echo(f"Connected. The permission is kept in {file.path}, which only you can read.")
    click.echo("Bring your runs in: python -m skill strava sync")


@strava.command()
@_of_a_runner
def disconnect(db: Path | None, user: str) -> None:
    """Give the permission back and delete it here; runs that came in stay."""
    settings = settings_with(db)
    file = token_file(settings)
    link = file.link_of(user)
    if link is None:
        click.echo("Strava is not connected.")
        return
    file.keep(user, None)
    try:
        with Connection(TOKEN_SECONDS) as connection:
            give_back(connection, settings.strava.oauth, link.application, link.tokens)
    except StravaError as error:
        click.echo(
            "The permission is deleted here, but Strava was not told of it."
            " Take it away there too, under https://www.strava.com/settings/apps",
            err=True,
        )
        raise click.ClickException(str(error)) from error
    click.echo("Strava is not connected any more. Runs that came in stay.")


@strava.command()
@_of_a_runner
@click.option("--yes", is_flag=True, help="Ask nothing: what is in doubt is left out.")
@click.option("--dry-run", is_flag=True, help="Show what would come in, and write nothing.")
def sync(db: Path | None, user: str, *, yes: bool, dry_run: bool) -> None:
    """Bring in what is new or changed at Strava."""
    settings = settings_with(db)
    found = _found(settings, user)
    bringing = Bringing(settings.repository(), user, datetime.now(UTC), ask=not yes, write=not dry_run)
    bringing.bring(found)


def _found(settings: Settings, user: str) -> Found:
    """All the runs and pairs that Strava has of the runner.

    Raises:
        StravaError: Strava gave nothing.
    """
    account = linked_account(settings, user)
    with Connection(SYNC_SECONDS) as connection:
        return account.ask(
            connection,
            datetime.now(UTC),
            lambda asked, token: find(asked, settings.strava.api, Asking(token), _note_progress),
        )


def _note_progress(activities: int) -> None:
    """Strava does not tell how many there are, so the number that has come is all that can be shown."""
    if sys.stderr.isatty():
        click.echo(f"\rReading from Strava: {activities} activities", nl=False, err=True)


def linked_account(settings: Settings, user: str) -> LinkedAccount:
    """A runner's link to Strava on this machine."""
    return LinkedAccount(token_file(settings), user, settings.strava)


def token_file(settings: Settings) -> TokenFile:
    """Where the links are kept: beside the file of the notebooks."""
    if settings.database:
        return TokenFile(settings.database.with_suffix(".strava.json"))
    return TokenFile(settings.data_folder() / "strava.json")


def _application(settings: Settings) -> Application:
    """The application of the settings; asked for where they have none.

    Raises:
        ClickException: nobody is there to be asked, or the id is no number.
    """
    id_, secret = settings.strava_id, settings.strava_secret
    if not (id_ and secret):
        if not sys.stdin.isatty():
            raise click.ClickException(
                f"Set FOOT_COACH_STRAVA_CLIENT_ID and FOOT_COACH_STRAVA_CLIENT_SECRET, from {REGISTER}"
            )
        click.echo(f"Strava wants to know who asks: make an application on {REGISTER}, then copy from there")
        id_ = id_ or click.prompt("Client ID").strip()
        secret = secret or click.prompt("Client Secret", hide_input=True).strip()
    if not (id_.isascii() and id_.isdecimal()):
        raise click.ClickException("A client ID is a number; copy it from " + REGISTER)
    return Application(id_, secret)
