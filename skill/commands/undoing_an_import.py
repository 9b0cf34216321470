"""Takes the newest import back, at the terminal."""

from collections.abc import Iterable

import click

from skill.commands.bringing_in import STOPPED, STOPPED_LINE, Bringing, circumstances_of, runner_of
from skill.commands.options import runs_in_words
from skill.commands.progress import progress_bar
from skill.commands.tables import distance
from skill.conversation.imports.kept import Record, State, read_kept
from skill.conversation.imports.new_pairs import Maker
from skill.conversation.imports.undoing import plan_undo, undo_import, work_of
from skill.conversation.imports.writing import rotation_after
from skill.shoes.distance import Unit


def undo_newest(bringing: Bringing) -> None:
    """Show what the newest import brought, ask, and take it back.

    Raises:
        StorageError: the store did not answer, or everything is being deleted.
    """
    kept = read_kept(bringing.repository, bringing.user, bringing.at)
    undo, here = plan_undo(kept), runner_of(kept)
    if undo is None:
        click.echo("There is no import to take back.")
        return
    told = circumstances_of(kept, bringing.at)
    maker = Maker(told.vocabulary, told.zone, told.unnamed)
    after = rotation_after(kept, work_of(undo, kept, maker))
    goes = [step.before for step in undo.steps if step.before and step.after is None]
    gone = [shoe.nickname for shoe in kept.shoes.rotation.shoes if after.find(shoe.id) is None]
    when = undo.taken.at.astimezone(here.zone)
    click.echo(
        f"Taking back the import of {when:%Y-%m-%d %H:%M}: {_runs(goes, here.unit)} would go,"
        f" and {runs_in_words(len(undo.steps) - len(goes))} would be as before."
    )
    if gone:
        click.echo(f"These pairs go too: {', '.join(gone)}.")
    if not bringing.write:
        click.echo("Nothing was written.")
        return
    if bringing.ask and not click.confirm("Take it back?", default=False, err=True):
        click.echo("Nothing was written.")
        raise click.exceptions.Exit(1)
    try:
        with progress_bar("Taking back") as progress:
            undo_import(bringing.repository, bringing.user, bringing.at, maker, progress)
    except KeyboardInterrupt:
        click.echo(STOPPED_LINE, err=True)
        raise click.exceptions.Exit(STOPPED) from None
    click.echo("Taken back.")


def _runs(records: Iterable[Record], unit: Unit) -> str:
    runs = [record.run for record in records if record.state is State.RUN]
    return f"{runs_in_words(len(runs))}, {distance(sum(run.metres for run in runs), unit)},"
