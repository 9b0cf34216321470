"""`python -m skill talk`: the speaker at a terminal or in a pipe."""

import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import click

from skill.commands.local_skill import access_token, beside, skill_here
from skill.commands.options import LOCAL_USER, VOICES, instant, standard_input
from skill.device.backend import OverHttp, Skill
from skill.device.journal import Journal

JOURNAL: Final = "speaker.json"
"""The speaker's own memory, beside the notebooks."""


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
@click.option("--say", is_flag=True, help="Speak aloud (needs the voice extra, or the natural one).")
@click.option("--voice", default="espeak", show_default=True, help=f"What speaks with --say: {VOICES}")
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
    voice: str,
    fast: bool,
    json_lines: bool,
) -> None:
    """Talk to the coach: type what you would say to an Echo."""
    from skill.device.echo import Echo  # noqa: PLC0415 - the speaker is an extra
    from skill.device.envelopes import Envelopes  # noqa: PLC0415 - as above
    from skill.hearing.interpreter import Interpreter  # noqa: PLC0415 - as above
    from skill.terminal import pipe  # noqa: PLC0415 - as above

    skill, journal = _skill(db, url)
    echo = Echo(
        skill=skill,
        interpreter=Interpreter.of(locale),
        envelopes=Envelopes(
            user=user,
            locale=locale,
            person=person,
            screen=screen,
            access_token=_no_token if url else partial(access_token, db, user),
        ),
        now=now or datetime.now(UTC),
        journal=Journal(journal) if journal else None,
    )
    echo.switch_on(None if now else echo.now)
    if sys.stdin.isatty() and sys.stdout.isatty() and not (fast or json_lines):
        from skill.terminal import terminal  # noqa: PLC0415 - a pipe needs none of it

        sound = None
        if say:
            from skill.sound.spoken_replies import SpokenReplies  # noqa: PLC0415 - the voice is an extra
            from skill.sound.voices import voice_of  # noqa: PLC0415 - as above

            sound = SpokenReplies(voice_of(voice, locale.partition("-")[0]))
        terminal.talk(echo, sound)
        return
    if not json_lines:
        click.echo("Foot Coach is listening. Say: open foot coach. (/help tells more.)")
    pipe.talk(echo, standard_input(), click.echo, json_lines=json_lines)


def _skill(db: Path | None, url: str | None) -> tuple[Skill, Path | None]:
    """What answers, and where the speaker keeps what it knows; a service's speaker keeps nothing by itself.

    Raises:
        SettingsError: the environment asks for something that cannot be.
    """
    if url:
        return OverHttp(url), db.with_suffix(f".{JOURNAL}") if db else None
    return skill_here(db), beside(db, JOURNAL)


def _no_token() -> str:
    """A service at another address is given none of this machine's tokens."""
    return ""
