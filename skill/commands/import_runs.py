"""`python -m skill import`: runs and pairs out of exports and recordings."""

from datetime import UTC, datetime
from pathlib import Path

import click

from skill.commands.bringing_in import Bringing, runner_of
from skill.commands.options import on_a_store
from skill.commands.progress import progress_bar
from skill.commands.undoing_an_import import undo_newest
from skill.conversation.imports.kept import read_kept
from skill.importing.found import Found, UnitNeededError
from skill.shoes.distance import METRES_IN, Unit
from skill.storage.repository import Repository

UNITS = {"km": Unit.KILOMETRES, "mi": Unit.MILES}


@click.command("import")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="PATH...")
@on_a_store
@click.option("--unit", type=click.Choice(sorted(UNITS)), help="Of a table that does not say it.")
@click.option("--yes", is_flag=True, help="Ask nothing: what is in doubt is left out.")
@click.option("--dry-run", is_flag=True, help="Show what would come in, and write nothing.")
@click.option("--undo", is_flag=True, help="Take the newest import back.")
def import_runs(
    repository: Repository,
    user: str,
    *,
    paths: tuple[Path, ...],
    unit: str | None,
    yes: bool,
    dry_run: bool,
    undo: bool,
) -> None:
    """Bring in runs and pairs from exports and recordings.

    PATH is what Strava or Garmin gives: the zip as it is or its folder, a table of activities (CSV), or
    single FIT, TCX and GPX files. What is in already comes no second time.
    """
    if undo == bool(paths):
        raise click.UsageError("Give the files of an export, or --undo alone.")
    bringing = Bringing(repository, user, datetime.now(UTC), ask=not yes, write=not dry_run)
    if undo:
        undo_newest(bringing)
        return
    kept = read_kept(repository, user, bringing.at)
    of_runner = runner_of(kept).told_unit
    found, shown_in = _found(paths, UNITS.get(unit or ""), of_runner, ask=not yes)
    bringing.bring(found, shown_in)


def _found(
    paths: tuple[Path, ...], told: Unit | None, of_runner: Unit | None, *, ask: bool
) -> tuple[Found, Unit | None]:
    """What is in the files, and the unit told for it.

    The unit of a table that does not say it is asked for; where nobody is there to ask it is the runner's.

    Raises:
        ImportingError: nothing could be read, or nobody knows the unit.
    """
    try:
        return _read(paths, told), told
    except UnitNeededError as error:
        unit = _ask_for_unit(error) if ask else of_runner
        if unit is None:
            raise
        return _read(paths, unit), unit


def _read(paths: tuple[Path, ...], unit: Unit | None) -> Found:
    from skill.importing.reading import read  # noqa: PLC0415 - the formats are an extra

    metres = float(METRES_IN[unit]) if unit else None
    with progress_bar("Reading") as progress:
        return read(paths, metres, progress)


def _ask_for_unit(why: UnitNeededError) -> Unit:
    """Ask, with no answer ready: the wrong one is 61 % off."""
    click.echo(str(why), err=True)
    answer: str = click.prompt("Is it in km or in mi?", type=click.Choice(sorted(UNITS)), err=True)
    return UNITS[answer]
