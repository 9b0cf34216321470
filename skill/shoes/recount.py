"""The sums made anew from the runs, and where they differ from those that are kept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from skill.shoes.closet import Closet
from skill.shoes.ledger import count
from skill.shoes.lifetime import arm
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


def recount(closet: Closet, runs: Iterable[Run]) -> Closet:
    """The closet with every sum made anew.

    Args:
        closet: the state, whose sums are not looked at.
        runs: the whole log, in any order.
    """
    emptied = Closet(
        shoes=tuple(replace(shoe, wear=UNWORN) for shoe in closet.shoes),
        rest=closet.rest,
    )
    for run in sorted(runs, key=lambda run: run.at):
        emptied = count(emptied, run)
    return replace(emptied, shoes=tuple(arm(shoe) for shoe in emptied.shoes))


def differences(closet: Closet, runs: Iterable[Run]) -> tuple[Difference, ...]:
    """Every sum of the closet that the runs do not confirm; empty when all is right.

    Args:
        closet: the state.
        runs: the whole log, in any order.
    """
    counted = recount(closet, runs)
    pairs = [(shoe, shoe.wear, again.wear) for shoe, again in zip(closet.shoes, counted.shoes, strict=True)]
    others = [(None, closet.unknown, counted.unknown), (None, closet.former, counted.former)]
    return tuple(
        Difference(shoe, kept, again) for shoe, kept, again in (*pairs, *others) if not _same(kept, again)
    )


def _same(kept: Wear, counted: Wear) -> bool:
    """A pair may remember fewer of its newest runs than it has; those it remembers must be right."""
    remembered = kept.latest == counted.latest[: len(kept.latest)]
    return (kept.tally, kept.months) == (counted.tally, counted.months) and remembered
