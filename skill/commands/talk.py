"""`python -m skill talk`: the speaker at a terminal or in a pipe."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from skill.commands.options import LOCAL_USER, instant, standard_input
from skill.device.backend import InProcess, OverHttp
from skill.device.echo import Echo
from skill.device.envelopes import Envelopes
from skill.device.journal import Journal
from skill.hearing.interaction_model import LocaleError
from skill.hearing.interpreter import Interpreter
from skill.settings import SettingsError
from skill.sound.errors import INSTALL_VOICE
from skill.terminal import pipe

if TYPE_CHECKING:
    from skill.sound.saying import Saying


@click.command()
@click.option(
    "--db", type=click.Path(dir_okay=False, path_type=Path), help="SQLite file to keep everything in."
)
@click.option("--user", default=LOCAL_USER, help="Whose notebook it is.")
@click.option("--person", default="", help="The voice that is recognised.")
@click.option("--locale", default="en-US", show_default=True)
@click.option("--now", callback=instant, help="The starting clock, ISO 8601; this machine's when not given.")
@click.option("--url", help="Talk to a running service instead of in-process.")
@click.option("--screen", is_flag=True, help="Be a device with a screen.")
@click.option("--say", is_flag=True, help="Speak aloud with an espeak-ng voice (needs the voice extra).")
@click.option("--fast", is_flag=True, help="Print replies at once at a terminal too.")
@click.option("--json", "json_lines", is_flag=True, help="Print one JSON object a turn.")
def talk(
    *,
    db: Path | None,
    user: str,
    person: str,
    locale: str,
    now: datetime | None,
    url: str | None,
    screen: bool,
    say: bool,
    fast: bool,
    json_lines: bool,
) -> None:
    """Talk to the coach: type what you would say to an Echo."""
    try:
        backend = None if url else InProcess(db)
        interpreter = Interpreter.of(locale)
    except (SettingsError, LocaleError) as error:
        raise click.ClickException(str(error)) from error
    journal = Journal(backend.settings.data_folder() / "speaker.json") if backend and not db else None
    if db:
        journal = Journal(db.with_suffix(".speaker.json"))
    device = Echo(
        skill=OverHttp(url) if url else backend or InProcess(db),
        interpreter=interpreter,
        envelopes=Envelopes(user=user, locale=locale, person=person, screen=screen),
        now=now or datetime.now(UTC),
        journal=journal,
    )
    device.switch_on(None if now else device.now)
    if sys.stdin.isatty() and sys.stdout.isatty() and not (fast or json_lines):
        from skill.terminal import terminal  # noqa: PLC0415 - a pipe needs none of it

        terminal.talk(device, _sound() if say else None)
        return
    if not json_lines:
        click.echo("Foot Coach is listening. Say: open foot coach. (/help tells more.)")
    pipe.talk(device, standard_input(), click.echo, json_lines=json_lines)


def _sound() -> "Saying":
    """The voice and the player.

    Raises:
        click.ClickException: one of them is missing; it says how to get it.
    """
    try:
        from skill.sound.playback import NoPlayerError  # noqa: PLC0415 - an optional extra
        from skill.sound.saying import Saying  # noqa: PLC0415 - as above
        from skill.sound.voice import VoiceMissingError  # noqa: PLC0415 - as above
    except ImportError as error:
        raise click.ClickException(f"--say needs the voice extra: {INSTALL_VOICE}") from error
    try:
        return Saying()
    except (NoPlayerError, VoiceMissingError) as error:
        raise click.ClickException(str(error)) from error
