"""`python -m skill export`: all of a user's data."""

import json
from datetime import UTC, datetime

import click

from skill.commands.options import on_a_store
from skill.conversation.my_data import export
from skill.storage.repository import Repository


@click.command("export")
@on_a_store
def export_data(repository: Repository, user: str) -> None:
    """Write all of a user's data as JSON."""
    click.echo(json.dumps(export(repository, user, datetime.now(UTC)), ensure_ascii=False, indent=2))
