"""The sums made anew from the runs, and where they differ from those that are kept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from skill.shoes.ledger import count
from skill.shoes.lifetime import reset_announced
from skill.shoes.rotation import Rotation
from skill.shoes.run import Run
from skill.shoes.shoe import Shoe
from skill.shoes.wear import UNWORN, Wear


@dataclass(frozen=True, slots=True)
class Difference:
    """A sum that is not what the runs say.

    Attributes:
        shoe: whose; None for the runs of an unknown or a deleted pair.
        kept: the sum as it is kept.
        counted: the sum of the runs.
    """

    shoe: Shoe | None
    kept: Wear
    counted: Wear


def recount(rotation: Rotation, runs: Iterable[Run]) -> Rotation:
    """The rotation with every sum made anew.

    Args:
        rotation: the state, whose sums are not looked at.
        runs: the whole log, in any order.
    """
    emptied = Rotation(
        shoes=tuple(replace(shoe, wear=UNWORN) for shoe in rotation.shoes),
        rest=rotation.rest,
    )
    for run in sorted(runs, key=lambda run: run.at):
        emptied = count(emptied, run)
    return replace(emptied, shoes=tuple(reset_announced(shoe) for shoe in emptied.shoes))


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
        Difference(shoe, kept, again) for shoe, kept, again in (*pairs, *others) if not _same(kept, again)
    )


def _same(kept: Wear, counted: Wear) -> bool:
    """A pair may remember fewer of its newest runs than it has; those it remembers must be right."""
    remembered = kept.latest == counted.latest[: len(kept.latest)]
    return (kept.tally, kept.months) == (counted.tally, counted.months) and remembered
