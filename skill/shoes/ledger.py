"""Runs in and out of the sums, and the check of the sums against the runs.

A change gives the new rotation and what changes in the log with it. Both must be stored in one transaction:
then the sums equal the runs after any sequence of changes.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from skill.shoes.lifetime import reset_announced
from skill.shoes.limits import Refusal, RefusedError
from skill.shoes.rotation import Rotation
from skill.shoes.run import Run
from skill.shoes.shoe import Shoe
from skill.shoes.wear import UNWORN, Wear
from skill.value import Value, replace

_FORMER: Final = ""
"""Stands for the pairs that were deleted; no pair has this id."""
_NO_MONTH: Final = "9999-13"
"""Later than every month."""


class Update(Value):
    """A new rotation and what changes in the log with it.

    Attributes:
        rotation: the state after.
        added: runs that come into the log.
        replaced: runs of the log whose content changes; id and time stay.
        removed: runs that leave the log.
    """

    rotation: Rotation
    added: tuple[Run, ...] = ()
    replaced: tuple[Run, ...] = ()
    removed: tuple[Run, ...] = ()


def log_run(rotation: Rotation, run: Run) -> Update:
    """Add a run.

    Raises:
        RefusedError: its pair was retired before the run.
    """
    _check_pair(rotation, run)
    return Update(_with_run(rotation, run), added=(run,))


def remove_run(rotation: Rotation, run: Run, recent: Sequence[Run]) -> Update:
    """Take a run back.

    Args:
        rotation: the state, which counts the run.
        run: the run as it is in the log.
        recent: the newest runs of the log, newest first.
    """
    return Update(_without_run(rotation, run, recent), removed=(run,))


def replace_run(rotation: Rotation, before: Run, after: Run, recent: Sequence[Run]) -> Update:
    """Correct a run: another pair, distance, kind or time.

    Args:
        rotation: the state, which counts `before`.
        before: the run as it is in the log.
        after: the run as it should be, of the same id.
        recent: the newest runs of the log, newest first.

    Raises:
        RefusedError: the new pair was retired before the run.
    """
    if after.shoe != before.shoe:
        _check_pair(rotation, after)
    return _exchanged(rotation, before, after, recent)


def restore_run(rotation: Rotation, before: Run | None, after: Run, recent: Sequence[Run]) -> Update:
    """Make a run what it was, or put it back, though its pair was retired: it was the run's pair then.

    Args:
        rotation: the state, which counts `before`.
        before: the run as it is in the log; None when it is not there.
        after: the run as it was, of the same id.
        recent: the newest runs of the log, newest first.
    """
    return _exchanged(rotation, before, after, recent)


def remove_runs(rotation: Rotation, runs: Sequence[Run], recent: Sequence[Run]) -> Update:
    """Take several runs back, as `remove_run` does one."""
    for run in runs:
        rotation = _without_run(rotation, run, recent)
    return Update(rotation, removed=tuple(runs))


def log_runs(rotation: Rotation, runs: Sequence[Run]) -> Update:
    """Add several runs, which were logged before and are so once more."""
    for run in runs:
        rotation = _with_run(rotation, run)
    return Update(rotation, added=tuple(runs))


def follow_sources(
    rotation: Rotation, before: Run | None, after: Run | None, recent: Sequence[Run]
) -> Update:
    """Take over what sources tell of a run: one that is new, otherwise than before, or no longer told of.

    A source that names a pair which was retired before the run is believed: the metres were run in it.

    Args:
        rotation: the state, which counts `before`.
        before: the run as it is in the log; None when it is not there.
        after: the run as it should be, of the same id; None when it is to go.
        recent: the newest runs of the log, newest first; all of them where many are taken out.
    """
    return _exchanged(rotation, before, after, recent)


class Difference(Value):
    """A sum that is not what the runs say.

    Attributes:
        shoe: whose; None for the runs of an unknown or a deleted pair.
        kept: the sum as it is stored.
        counted: the sum of the runs.
    """

    shoe: Shoe | None
    kept: Wear
    counted: Wear


def recount(rotation: Rotation, runs: Iterable[Run]) -> Rotation:
    """The rotation with every sum counted again.

    Args:
        rotation: the state; its sums are ignored.
        runs: the whole log, in any order.
    """
    emptied = replace(
        rotation,
        shoes=tuple(replace(shoe, wear=UNWORN) for shoe in rotation.shoes),
        unknown=UNWORN,
        former=UNWORN,
    )
    for run in sorted(runs, key=lambda run: run.at):
        emptied = _with_run(emptied, run)
    return replace(emptied, shoes=tuple(reset_announced(shoe) for shoe in emptied.shoes))


def recount_pairs(rotation: Rotation, shoes: Collection[str | None], runs: Iterable[Run]) -> Rotation:
    """The rotation with the sums of some pairs counted again.

    Taking runs out one by one forgets months that a run taken out had put out of sight; see `Wear`.

    Args:
        rotation: the state.
        shoes: ids of the pairs; None for the runs whose pair is not known, any other for those of pairs that
            were deleted.
        runs: the whole log, in any order.
    """
    known = {shoe.id for shoe in rotation.shoes}
    by_pair: dict[str | None, list[Run]] = {id_: [] for id_ in (*known, None, _FORMER)}
    for run in runs:
        by_pair[run.shoe if run.shoe is None or run.shoe in known else _FORMER].append(run)
    for shoe in rotation.shoes:
        if shoe.id in shoes:
            of_pair = by_pair[shoe.id]
            wear = Wear.of(of_pair, (run for run in of_pair if _is_before(run, shoe)))
            rotation = rotation.with_shoe(reset_announced(replace(shoe, wear=wear)))
    if None in shoes:
        rotation = replace(rotation, unknown=Wear.of(by_pair[None]))
    if any(id_ is not None and id_ not in known for id_ in shoes):
        rotation = replace(rotation, former=Wear.of(by_pair[_FORMER]).together_with(UNWORN))
    return rotation


def differences(rotation: Rotation, runs: Iterable[Run]) -> tuple[Difference, ...]:
    """Every sum of the rotation that the runs do not confirm; empty when all is right.

    Args:
        rotation: the state.
        runs: the whole log, in any order.
    """
    counted = recount(rotation, runs)
    pairs = [(shoe, shoe.wear, again.wear) for shoe, again in zip(rotation.shoes, counted.shoes, strict=True)]
    others = [(None, rotation.unknown, counted.unknown), (None, rotation.former, counted.former)]
    return tuple(
        Difference(shoe, kept, again)
        for shoe, kept, again in (*pairs, *others)
        if not _sums_agree(kept, again)
    )


def _check_pair(rotation: Rotation, run: Run) -> None:
    shoe = rotation.find(run.shoe)
    if shoe is not None and shoe.was_retired_by(run.at):
        raise RefusedError(Refusal.RETIRED, shoe)


def _exchanged(rotation: Rotation, before: Run | None, after: Run | None, recent: Sequence[Run]) -> Update:
    """One run in another's place; None for one that was not in the log, or is to go."""
    counted = _without_run(rotation, before, recent) if before else rotation
    counted = _with_run(counted, after) if after else counted
    if before and after and before.at == after.at:
        return Update(counted, replaced=(after,))
    return Update(counted, added=(after,) if after else (), removed=(before,) if before else ())


def _with_run(rotation: Rotation, run: Run) -> Rotation:
    """The rotation with the run in its sums."""
    if run.shoe is None:
        return replace(rotation, unknown=rotation.unknown.plus(run))
    shoe = rotation.find(run.shoe)
    if shoe is None:
        return replace(rotation, former=rotation.former.plus(run).together_with(UNWORN))
    return rotation.with_shoe(replace(shoe, wear=shoe.wear.plus(run, before=_is_before(run, shoe))))


def _is_before(run: Run, shoe: Shoe) -> bool:
    """Whether a run is part of the distance that the pair had run before it was added.

    What the runner told by voice was told beside that distance.
    """
    return not run.told_by_voice and run.at < shoe.added_at


def _without_run(rotation: Rotation, run: Run, recent: Sequence[Run]) -> Rotation:
    others = (other.at for other in recent if other.shoe == run.shoe and other.id != run.id)
    if run.shoe is None:
        return replace(rotation, unknown=rotation.unknown.minus(run, others))
    shoe = rotation.find(run.shoe)
    if shoe is None:
        return replace(rotation, former=rotation.former.minus(run, ()))
    wear = shoe.wear.minus(run, others, before=_is_before(run, shoe))
    return rotation.with_shoe(reset_announced(replace(shoe, wear=wear)))


def _sums_agree(kept: Wear, counted: Wear) -> bool:
    """Whether the sums agree.

    A pair may remember fewer of its newest runs, of how they felt and of its months than it has, or more
    months than are kept today, but none wrongly: of the months, those agree that are not older than all of
    either. None at all are left of a pair whose only run of the last two years was taken back.
    """
    remembered = kept.latest == counted.latest[: len(kept.latest)]
    oldest = max(min(kept.months, default=_NO_MONTH), min(counted.months, default=""))
    months, again = (
        {month: tally for month, tally in wear.months.items() if month >= oldest} for wear in (kept, counted)
    )
    felt = not Counter(kept.felt) - Counter(counted.felt)
    sums = (kept.tally, kept.before, months) == (counted.tally, counted.before, again)
    return sums and remembered and felt
