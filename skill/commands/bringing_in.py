"""Shows what would come in, asks what has to be asked, and brings it in."""

from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from skill.commands.import_questions import Questions
from skill.commands.import_shown import (
    in_words,
    left_out_in_words,
    not_asked_in_words,
    rows_of_pairs,
    what_came,
)
from skill.commands.progress import progress_bar
from skill.commands.tables import table
from skill.commands.this_machine import ThisMachine
from skill.conversation.imports.answers import Answers
from skill.conversation.imports.importing import bring_in, refuse_while_undoing, work_of
from skill.conversation.imports.kept import Kept, read_kept
from skill.conversation.imports.plan import Circumstances, Plan, plan_import
from skill.conversation.imports.writing import rotation_after
from skill.importing.found import Found
from skill.shoes.distance import Unit
from skill.shoes.name_vocabulary import load_name_vocabulary
from skill.speech.phrasebook import lines_of
from skill.storage.repository import Repository
from skill.value import Value

LANGUAGE = "en"
STOPPED = 130
"""The exit code of what was stopped by Ctrl-C, as shells have it: 128 and the signal's number."""
NOBODY_ANSWERS = "\nNothing was written. Where nobody is there to answer, use --yes."
STOPPED_LINE = "Stopped. What is in is whole; the same command goes on with the rest."


class RunnerHere(Value):
    """What is known of the runner beside the runs.

    Attributes:
        zone: the time zone: that of the device asked last, else this machine's.
        told_unit: the unit asked for, used last, or set on the device; None where nobody knows.
    """

    zone: tzinfo
    told_unit: Unit | None

    @property
    def unit(self) -> Unit:
        """The unit to show distances in."""
        return self.told_unit or Unit.KILOMETRES


def runner_of(kept: Kept) -> RunnerHere:
    """What the notebook tells of the runner's zone and unit."""
    local = kept.shoes.local_settings
    devices = sorted(local.devices.values(), key=lambda device: device.asked_at, reverse=True)
    zones = (zone for device in devices if device.zone and (zone := _zone(device.zone)))
    units = (device.unit for device in devices if device.unit)
    unit = local.unit or local.heard_unit or next(units, None)
    return RunnerHere(next(zones, ThisMachine()), unit)


def circumstances_of(kept: Kept, at: datetime) -> Circumstances:
    """What an import has to know beside what is kept and what was found."""
    unnamed = lines_of(LANGUAGE)["imports.unnamed"]
    return Circumstances(at, runner_of(kept).zone, load_name_vocabulary(LANGUAGE), str(unnamed))


class Bringing(Value):
    """How runs are brought in by a command.

    Attributes:
        repository: the store.
        user: whose notebook.
        at: when, aware, UTC.
        ask: whether there is somebody to ask; else what is in doubt is left out, and said.
        write: whether anything is written.
    """

    repository: Repository
    user: str
    at: datetime
    ask: bool
    write: bool

    def bring(self, found: Found, unit: Unit | None = None) -> None:
        """Show what was found, ask, and write it.

        Args:
            found: runs and pairs.
            unit: to show distances in; None for the runner's.

        Raises:
            UndoUnfinishedError: an undo was broken off.
            StorageError: the store did not answer, or everything is being deleted.
        """
        kept = read_kept(self.repository, self.user, self.at)
        refuse_while_undoing(kept)
        unit = unit or runner_of(kept).unit
        circumstances = circumstances_of(kept, self.at)
        try:
            plan, answers = self._asked(kept, found, circumstances, unit)
        except click.Abort:
            click.echo(NOBODY_ANSWERS, err=True)
            raise click.exceptions.Exit(1) from None
        for line in _preview(kept, found, plan, unit):
            click.echo(line)
        if not plan.changes(kept):
            click.echo(_nothing_new(found, plan))
            return
        if not self.write:
            click.echo("Nothing was written.")
            return
        if self.ask and not click.confirm("Bring it in?", default=True, err=True):
            click.echo("Nothing was written.")
            raise click.exceptions.Exit(1)
        self._write(found, circumstances, answers)
        click.echo(f"{what_came(plan, unit)} To take it back: python -m skill import --undo")

    def _asked(
        self, kept: Kept, found: Found, circumstances: Circumstances, unit: Unit
    ) -> tuple[Plan, Answers]:
        """The plan after all questions that can be asked; an answer may bring up another question."""
        questions = Questions(found, unit, circumstances.zone)
        plan = plan_import(kept, found, circumstances, questions.answers)
        while self.ask and self.write and (left := [one for one in plan.asked if questions.is_new(one)]):
            questions.ask(left[0])
            plan = plan_import(kept, found, circumstances, questions.answers)
        return plan, questions.answers

    def _write(self, found: Found, circumstances: Circumstances, answers: Answers) -> None:
        try:
            with progress_bar("Bringing in") as progress:
                bring_in(self.repository, self.user, found, circumstances, answers, progress=progress)
        except KeyboardInterrupt:
            click.echo(STOPPED_LINE, err=True)
            raise click.exceptions.Exit(STOPPED) from None


def _preview(kept: Kept, found: Found, plan: Plan, unit: Unit) -> list[str]:
    lines = [in_words(found, unit), ""]
    rows = rows_of_pairs(kept, plan, rotation_after(kept, work_of(plan)), unit)
    if rows:
        lines += [*table(rows, right={1, 2, 3}), ""]
    more = [*left_out_in_words(found, plan), *not_asked_in_words(plan)]
    return [*lines, *more, *([""] if more else [])]


def _nothing_new(found: Found, plan: Plan) -> str:
    if plan.asked:
        return "Nothing was written. To be asked about the rest, run it without --yes."
    return "Nothing new: all of it is in already." if found.runs else "Nothing to bring in."


def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None
