"""Runs in and out of the sums: each function gives the new rotation and the log's change that belongs to it.

Both must be stored in one transaction; then the sums equal the runs after any sequence of these.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from skill.shoes.lifetime import reset_announced
from skill.shoes.refusal import Refusal, RefusedError
from skill.shoes.rotation import Rotation
from skill.shoes.run import Run
from skill.shoes.wear import UNWORN


@dataclass(frozen=True, slots=True)
class Update:
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
    return Update(count(rotation, run), added=(run,))


def remove_run(rotation: Rotation, run: Run, recent: Sequence[Run]) -> Update:
    """Take a run back.

    Args:
        rotation: the state, which counts the run.
        run: the run as it is in the log.
        recent: the newest runs of the log, newest first.
    """
    return Update(_discount(rotation, run, recent), removed=(run,))


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
    corrected = count(_discount(rotation, before, recent), after)
    if after.at == before.at:
        return Update(corrected, replaced=(after,))
    return Update(corrected, added=(after,), removed=(before,))


def _check_pair(rotation: Rotation, run: Run) -> None:
    shoe = rotation.find(run.shoe)
    if shoe is not None and shoe.retired_at is not None and run.at >= shoe.retired_at:
        raise RefusedError(Refusal.RETIRED, shoe)


def count(rotation: Rotation, run: Run) -> Rotation:
    """The rotation with the run in its sums; for those who keep the log themselves."""
    if run.shoe is None:
        return replace(rotation, unknown=rotation.unknown.plus(run))
    shoe = rotation.find(run.shoe)
    if shoe is None:
        return replace(rotation, former=rotation.former.plus(run).together_with(UNWORN))
    return rotation.with_shoe(replace(shoe, wear=shoe.wear.plus(run)))


def _discount(rotation: Rotation, run: Run, recent: Sequence[Run]) -> Rotation:
    others = (other.at for other in recent if other.shoe == run.shoe and other.id != run.id)
    if run.shoe is None:
        return replace(rotation, unknown=rotation.unknown.minus(run, others))
    shoe = rotation.find(run.shoe)
    if shoe is None:
        return replace(rotation, former=rotation.former.minus(run, ()))
    return rotation.with_shoe(reset_announced(replace(shoe, wear=shoe.wear.minus(run, others))))
