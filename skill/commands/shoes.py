"""`python -m skill shoes`: the rotation as a table."""

from datetime import UTC, datetime

import click

from skill.commands.options import on_a_store, runs_in_words
from skill.commands.tables import day_bought, distance, money, table
from skill.conversation.my_data import stored_rotation
from skill.shoes.distance import Unit
from skill.shoes.shoe import Shoe
from skill.storage.repository import Repository

HEADINGS = ("pair", "run", "left", "runs", "last worn", "for", "price", "bought", "")
TOLD_OF_SOME = {6, 7}
"""The columns that are left out where nothing stands in them."""


@click.command("shoes")
@on_a_store
@click.option("--miles", is_flag=True, help="In miles instead of kilometres.")
def shoes(repository: Repository, user: str, *, miles: bool) -> None:
    """Print the rotation as a table."""
    rotation = stored_rotation(repository, user, datetime.now(UTC))
    if not rotation.shoes:
        click.echo("No shoes yet. Tell the coach: add my blue Pegasus.")
        return
    unit = Unit.MILES if miles else Unit.KILOMETRES
    rows = [_row(shoe, unit) for shoe in (*rotation.active, *rotation.retired)]
    empty = {column for column in TOLD_OF_SOME if not any(row[column] for row in rows)}
    shown = [[cell for column, cell in enumerate(row) if column not in empty] for row in (HEADINGS, *rows)]
    for line in table(shown, right={1, 2, 3}):
        click.echo(line)
    unknown = rotation.unknown.tally
    if unknown.runs:
        click.echo(f"In an unknown pair: {distance(unknown.metres, unit)} in {runs_in_words(unknown.runs)}.")


def _row(shoe: Shoe, unit: Unit) -> tuple[str, ...]:
    last = shoe.wear.last_run_at
    return (
        shoe.nickname,
        distance(shoe.metres, unit),
        distance(shoe.metres_left, unit),
        str(shoe.wear.tally.runs),
        f"{last.astimezone():%Y-%m-%d}" if last else "-",
        ", ".join(sorted(shoe.kinds)) or "any",
        money(shoe.price) if shoe.price else "",
        day_bought(shoe.bought) if shoe.bought else "",
        shoe.stage.name.lower() if shoe.active else "retired",
    )
