"""Writes what an import does, a part at a time, each of which leaves the notebook true."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, Final

from skill.conversation.imports.kept import BeingErasedError, Kept, Record, State, read_kept
from skill.conversation.imports.plan import Step
from skill.conversation.memory.imports_page import IMPORTS, ImportsTold, imports_page
from skill.conversation.memory.profile_pages import CHANGES
from skill.conversation.memory.run_entries import entry_of
from skill.conversation.memory.shoe_pages import SHOES, shoes_page
from skill.conversation.shoes.run_changes import with_runs
from skill.shoes.ledger import follow_sources, recount_pairs
from skill.shoes.own_life import settled
from skill.shoes.rotation import Rotation
from skill.shoes.run import Run
from skill.storage.repository import (
    LARGEST_CHANGE,
    AlreadyLoggedError,
    Body,
    Change,
    Entry,
    LostRaceError,
    Page,
    Repository,
    StorageError,
)
from skill.value import Value, replace

RACES_IN_A_ROW: Final = 20
"""So often it is begun anew without a part written between; then somebody else writes without end."""

PAGES_WRITTEN: Final = 3
"""The shoes, the imports, and what was changed last where it tells of a run that becomes otherwise."""


class Work(Value):
    """What is to be written.

    Attributes:
        rotation: the shoes, their sums still without the steps.
        imports: what is remembered while it is under way, from the first part on.
        steps: what becomes of the records, each once.
        finished: what is remembered when all is written.
        last: what becomes of the shoes behind the last step.
    """

    rotation: Rotation
    imports: ImportsTold
    steps: tuple[Step, ...]
    finished: ImportsTold
    last: Callable[[Rotation], Rotation] = lambda rotation: rotation


def carry_out(
    repository: Repository,
    user: str,
    now: datetime,
    work_on: Callable[[Kept], Work | None],
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> None:
    """Write all that is to be done, a change of at most `LARGEST_CHANGE` pages and entries after the other.

    Where another turn of the runner writes in between, it is begun anew on what is there then: what is in
    already is known, and comes no second time. So it is after a crash too.

    Args:
        repository: the store.
        user: whose notebook.
        now: aware, UTC.
        work_on: what is to be done on what is kept; None when there is nothing left.
        progress: told how many steps are written, and of how many, after each part.

    Raises:
        BeingErasedError: everything of the user is deleted, or was meanwhile.
        StorageError: the store did not answer, or others write all the time; what is written is whole.
    """
    written = races = 0
    was_there = False
    while races < RACES_IN_A_ROW:
        kept = read_kept(repository, user, now)
        if was_there and SHOES not in kept.pages:
            raise BeingErasedError("Everything was deleted meanwhile: nothing more is imported")
        was_there = was_there or SHOES in kept.pages
        work = work_on(kept)
        if work is None:
            return
        total = written + len(work.steps)
        try:
            for change, steps in changes_of(kept, work):
                repository.write(user, change, now)
                was_there, races, written = True, 0, written + steps
                progress(written, total)
        except (LostRaceError, AlreadyLoggedError):
            races += 1
        else:
            return
    raise StorageError("The notebook is being written by others all the time; import again later")


def changes_of(kept: Kept, work: Work) -> Iterator[tuple[Change, int]]:
    """The changes one after the other, each with the number of its steps, for the state before it."""
    rotation, pages, runs = work.rotation, dict(kept.pages), _runs_counted(kept)
    rest = list(work.steps)
    while True:
        steps = list(_fitting(rest))
        del rest[: len(steps)]
        rotation = _counted(rotation, steps, runs, whole_log=kept.complete_since is None)
        if not rest:
            rotation = work.last(rotation)
        shoes = shoes_page(kept.shoes._replace(rotation=settled(rotation)))
        imports = imports_page(work.imports if rest else work.finished)
        changed = {SHOES: _page(pages, SHOES, shoes), IMPORTS: _page(pages, IMPORTS, imports)}
        changed |= _changes_page(pages, steps)
        yield _change(changed, steps), len(steps)
        pages |= {name: replace(page, version=page.version + 1) for name, page in changed.items()}
        if not rest:
            return


def rotation_after(kept: Kept, work: Work) -> Rotation:
    """The shoes when all is written."""
    whole_log = kept.complete_since is None
    return work.last(_counted(work.rotation, work.steps, _runs_counted(kept), whole_log=whole_log))


def _runs_counted(kept: Kept) -> dict[str, Run]:
    return {id_: record.run for id_, record in kept.records.items() if record.state is State.RUN}


def _fitting(steps: list[Step]) -> Iterator[Step]:
    """As many of the first steps as one change takes beside its pages; a run that moves is two entries."""
    room = LARGEST_CHANGE - PAGES_WRITTEN
    for step in steps:
        room -= 2 if _moves(step) else 1
        if room < 0:
            return
        yield step


def _moves(step: Step) -> bool:
    return bool(step.before and step.after and step.before.run.at != step.after.run.at)


def _counted(rotation: Rotation, steps: Iterable[Step], runs: dict[str, Run], *, whole_log: bool) -> Rotation:
    """The rotation with the steps in its sums; `runs` is kept up to date.

    Args:
        rotation: the shoes before.
        steps: what becomes of the records.
        runs: those that count, by their ids.
        whole_log: whether they are all there are.
    """
    less: set[str | None] = set()
    for step in steps:
        before, after = _counting(step.before), _counting(step.after)
        recent: list[Run] = []
        if before:
            del runs[before.id]
            less.add(before.shoe)
            if not whole_log:
                recent = sorted(runs.values(), key=lambda run: run.at, reverse=True)
        rotation = follow_sources(rotation, before, after, recent).rotation
        if after:
            runs[after.id] = after
    return recount_pairs(rotation, less, runs.values()) if less and whole_log else rotation


def _counting(record: Record | None) -> Run | None:
    return record.run if record and record.state is State.RUN else None


def _page(pages: dict[str, Page], name: str, body: dict[str, Any]) -> Page:
    """The page with a new body; what else stands in it, as the note of a request, stays."""
    old = pages.get(name)
    kept: Body = old.body if old else {}
    return Page({**kept, **body}, old.version if old else 0)


def _changes_page(pages: dict[str, Page], steps: list[Step]) -> dict[str, Page]:
    """The page of what was changed last, where it tells of a run that becomes otherwise."""
    page = pages.get(CHANGES)
    runs = {step.before.run.id: step.after.run if step.after else None for step in steps if step.before}
    if page is None or not runs:
        return {}
    told = page.body.get("changes")
    before = told if isinstance(told, list) else []
    after = with_runs(before, runs)
    return {CHANGES: _page(pages, CHANGES, {"changes": after})} if after != before else {}


def _change(pages: dict[str, Page], steps: list[Step]) -> Change:
    added: list[Entry] = []
    replaced: list[Entry] = []
    removed: list[Entry] = []
    for step in steps:
        after = step.after and entry_of(step.after.run, str(step.after.state))
        if step.before and not _moves(step) and after:
            replaced.append(after)
            continue
        added += [after] if after else []
        removed += [entry_of(step.before.run)] if step.before else []
    return Change(pages, added=added, replaced=replaced, removed=removed)
