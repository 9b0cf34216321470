"""Takes the newest import back."""

from collections.abc import Callable, Iterator
from datetime import datetime

from skill.conversation.imports.kept import Kept, Record, State
from skill.conversation.imports.new_pairs import Maker
from skill.conversation.imports.plan import Step, settled_record
from skill.conversation.imports.writing import Work, carry_out
from skill.conversation.memory.imports_page import Import, ImportsTold, KnownPair
from skill.shoes.pairs import delete_pair
from skill.shoes.rotation import Rotation
from skill.shoes.run import Run
from skill.shoes.sources import without_import
from skill.storage.repository import Repository
from skill.value import Value, replace


class Undo(Value):
    """What taking the newest import back would do.

    Attributes:
        taken: the import.
        steps: what becomes of the runs.
        imports: what is remembered afterwards.
    """

    taken: Import
    steps: tuple[Step, ...]
    imports: ImportsTold


def plan_undo(kept: Kept) -> Undo | None:
    """What taking the newest import back would do; None where there is none that can be taken back.

    What it brought goes, what it changed is as it was, and what the runner told by voice stays. A run
    deleted by voice since stays deleted, also when it comes in again.
    """
    taken = next(iter(kept.imports.imports), None)
    if taken is None:
        return None
    number = taken.number
    pairs = {
        key: left
        for key, known in kept.imports.pairs.items()
        if (left := _without(known, number)) is not None
    }
    imports = replace(
        kept.imports,
        pairs=pairs,
        imports=tuple(one for one in kept.imports.imports if one.number != number),
        undoing=None,
    )
    return Undo(taken, tuple(_steps(kept, imports, number)), imports)


def undo_import(
    repository: Repository,
    user: str,
    now: datetime,
    maker: Maker,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> None:
    """Take the newest import back, and go on with one whose undo was broken off.

    Args:
        repository: the store.
        user: whose notebook.
        now: aware, UTC.
        maker: knows what a pair was made like.
        progress: told how many runs are written, and of how many.

    Raises:
        BeingErasedError: everything of the user is being deleted.
        StorageError: the store did not answer; what is written is whole, and undoing again goes on.
    """
    taken: list[int] = []

    def work_on(kept: Kept) -> Work | None:
        undo = plan_undo(kept)
        if undo is None or (taken and undo.taken.number != taken[0]):
            return None
        taken[:] = [undo.taken.number]
        return work_of(undo, kept, maker)

    carry_out(repository, user, now, work_on, progress)


def work_of(undo: Undo, kept: Kept, maker: Maker) -> Work:
    """What is to be written for an undo; the pairs go last, when no run of theirs is left."""

    def last(rotation: Rotation) -> Rotation:
        return _pairs_back(rotation, kept.imports, undo.imports, maker)

    under_way = replace(kept.imports, undoing=undo.taken.number)
    return Work(kept.shoes.rotation, under_way, undo.steps, undo.imports, last)


def _without(known: KnownPair, number: int) -> KnownPair | None:
    versions = tuple(one for one in known.versions if one.brought_by != number)
    return replace(known, versions=versions) if versions else None


def _steps(kept: Kept, imports: ImportsTold, number: int) -> Iterator[Step]:
    for record in sorted(kept.records.values(), key=lambda record: record.run.at):
        if record.state is State.DELETED or not record.run.sources:
            continue
        after = _taken_back(record, number)
        settled = settled_record(after, imports) if after else None
        if settled is None or settled != record or settled.run.sources != record.run.sources:
            yield Step(record, settled)


def _taken_back(record: Record, number: int) -> Record | None:
    run = record.run
    sources = without_import(run.sources, number)
    if sources:
        return replace(record, run=replace(run, sources=sources))
    spoken = run.spoken
    if spoken.at is None or spoken.day is None or spoken.metres is None:
        return None
    told = Run(
        run.id,
        spoken.at,
        spoken.day,
        spoken.metres,
        spoken.shoe,
        run.kind,
        seconds=run.seconds,
        felt=run.felt,
    )
    return replace(record, run=told)


def _pairs_back(rotation: Rotation, before: ImportsTold, after: ImportsTold, maker: Maker) -> Rotation:
    """The pairs as they were: those made and not worn since go, the others are as they were told before."""
    for key, known in before.pairs.items():
        shoe = rotation.find(known.shoe)
        if shoe is None or not known.made:
            continue
        left = after.pairs.get(key)
        if left is None:
            rotation = rotation if shoe.wear.tally.runs else delete_pair(rotation, shoe)
        elif left != known:
            told_now, told_before = known.versions[0].told, left.versions[0].told
            rotation = rotation.with_shoe(maker.follow(shoe, told_now, told_before))
    return rotation
