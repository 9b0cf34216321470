"""The commands about a user's data: shoes, check and export."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from skill.conversation.accounts import check_sums, closet_kept, export
from skill.device.backend import InProcess
from skill.settings import SettingsError
from skill.shoes.recount import Difference
from skill.shoes.shoe import Shoe
from skill.speaker.commands import LOCAL_USER
from skill.speech.distances import Unit, in_unit
from skill.storage.repository import Repository, StorageError

HEADINGS = ("pair", "run", "left", "runs", "last worn", "for", "")
SHORT = {Unit.KILOMETRES: "km", Unit.MILES: "mi"}


def _on_a_store(command: Callable[..., None]) -> Callable[..., None]:
    """Open the store that is asked for and give it to the command, with its user."""

    @click.option("--db", type=click.Path(dir_okay=False, path_type=Path), help="SQLite file to read.")
    @click.option("--user", default=LOCAL_USER, help="Whose notebook it is.")
    @wraps(command)
    def opened(db: Path | None, user: str, **options: Any) -> None:
        try:
            command(InProcess(db).settings.repository(), user, **options)
        except (SettingsError, StorageError) as error:
            raise click.ClickException(str(error)) from error

    return opened


@click.command("shoes")
@_on_a_store
@click.option("--miles", is_flag=True, help="In miles instead of kilometres.")
def shoes(repository: Repository, user: str, *, miles: bool) -> None:
    """Print the rotation as a table."""
    closet = closet_kept(repository, user, datetime.now(UTC))
    if not closet.shoes:
        click.echo("No shoes yet. Tell the coach: add my blue Pegasus.")
        return
    unit = Unit.MILES if miles else Unit.KILOMETRES
    rows = [_row(shoe, unit) for shoe in (*closet.active, *closet.retired)]
    for line in _table([HEADINGS, *rows]):
        click.echo(line)
    unknown = closet.unknown.tally
    if unknown.runs:
        click.echo(f"In an unknown pair: {_distance(unknown.metres, unit)} in {_runs(unknown.runs)}.")


@click.command("check")
@_on_a_store
def check(repository: Repository, user: str) -> None:
    """Recount every sum from the runs and report any difference."""
    runs, wrong = check_sums(repository, user, datetime.now(UTC))
    for difference in wrong:
        click.echo(_difference(difference))
    if wrong:
        raise click.exceptions.Exit(1)
    click.echo(f"All sums are right: {_runs(runs)} counted.")


@click.command("export")
@_on_a_store
def export_data(repository: Repository, user: str) -> None:
    """Write all of a user's data as JSON."""
    click.echo(json.dumps(export(repository, user, datetime.now(UTC)), ensure_ascii=False, indent=2))


def _row(shoe: Shoe, unit: Unit) -> tuple[str, ...]:
    last = shoe.wear.last_run_at
    return (
        shoe.nickname,
        _distance(shoe.metres, unit),
        _distance(shoe.metres_left, unit),
        str(shoe.wear.tally.runs),
        f"{last.astimezone():%Y-%m-%d}" if last else "-",
        ", ".join(sorted(shoe.kinds)) or "any",
        shoe.stage.name.lower() if shoe.active else "retired",
    )


def _distance(metres: int, unit: Unit) -> str:
    return f"{in_unit(metres, unit):.1f} {SHORT[unit]}"


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns as wide as their widest cell; those of distances and counts stand to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    right = {1, 2, 3}
    return [
        "  ".join(
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _difference(difference: Difference) -> str:
    name = difference.shoe.nickname if difference.shoe else "no known pair"
    kept, counted = difference.kept.tally, difference.counted.tally
    said = f"kept {kept.metres} m in {_runs(kept.runs)}, counted {counted.metres} m in {_runs(counted.runs)}"
    return f"{name}: {said}"


def _runs(count: int) -> str:
    return "1 run" if count == 1 else f"{count} runs"
