"""`python -m skill understand`: what lines of text mean."""

import json
from datetime import UTC, datetime

import click

from skill.commands.options import instant, standard_input


@click.command()
@click.option("--locale", default="en-US", show_default=True)
@click.option("--now", callback=instant, help='The day that "today" is, ISO 8601.')
def understand(locale: str, now: datetime | None) -> None:
    """Print what each line of standard input means, one JSON object a line."""
    from skill.hearing.interpreter import Interpreter  # noqa: PLC0415 - the speaker is an extra

    interpreter = Interpreter.of(locale)
    today = (now or datetime.now(UTC)).astimezone().date()
    for line in standard_input():
        understood = interpreter.understand(line.strip("\r\n"), today=today)
        click.echo(json.dumps(understood.as_dict(), ensure_ascii=False))
