"""Whose turn it is: among pairs that would all do, the one that was worn longest ago, with wear as a weight.

Wear must neither decide alone (a new pair would run fifty times in a row until it has caught up) nor be left
out (all lives would end in one week, or the long runs of all Sundays fall to one pair). So each pair's
waiting time is weighed by where it stands beside its neighbours in life left: too close, and the one nearer
its end goes ahead, until their ends are weeks apart; far apart, or past its life, and it is held back, so
that old pairs run less.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final

from skill.shoes.rotation import Rotation
from skill.shoes.standing import Standing

APART: Final = 120_000
"""Metres of life left that two pairs should be apart at least: their ends are then three weeks apart and
more, at four runs a week (bench/rotation.py; at 80 km some ends fall within two)."""
FAR_APART: Final = 2 * APART
"""Metres from which the more worn of two neighbours is held back."""
NEARER_AHEAD: Final = 0.35
"""How much more the waiting time of the nearer of two that are too close counts, and how much less the
other's: what puts one ahead of another that has waited twice as long. With half of it, the long runs of all
Sundays undo it."""
NEARER_BACK: Final = 0.175
"""The same for two that are far apart, the other way round. With twice as much, pairs are worn that have
hardly rested."""
SHORTEST_WAIT: Final = 1.0
"""Hours: of two pairs just taken off, wear and how they felt decide; nothing times nothing would not."""
LONGEST_WAIT: Final = 14 * 24.0
"""Hours: a pair that was not worn for longer, or never, waits no more than this."""


def next_in_turn(standings: Sequence[Standing], everyday: Sequence[Standing]) -> Standing:
    """The pair whose turn it is; of equal ones that which stands first.

    Args:
        standings: at least one, in the order in which they were added.
        everyday: the pairs whose ends are to be apart, whether or not they would do today.
    """
    weights = weights_of(standings, everyday)
    return max(standings, key=lambda one: hours_waited(one) * weights[one.shoe.id] * one.liking)


def weights_of(standings: Sequence[Standing], everyday: Sequence[Standing]) -> dict[str, float]:
    """What each pair's waiting counts by its life, without how it felt; see `next_in_turn`."""
    return _weights([*standings, *(one for one in everyday if one not in standings)])


def hours_waited(one: Standing) -> float:
    """Hours since a pair was worn, `SHORTEST_WAIT` at least and `LONGEST_WAIT` at most."""
    return LONGEST_WAIT if one.rest_hours is None else min(max(one.rest_hours, SHORTEST_WAIT), LONGEST_WAIT)


def worn_twice_running(rotation: Rotation) -> str | None:
    """The id of the pair that was worn on both of the last two runs; None where there is none."""
    runs = [(at, shoe.id) for shoe in rotation.shoes for at in shoe.wear.latest[:2]]
    runs += [(at, "") for at in rotation.unknown.latest[:2]]
    last = [worn for _, worn in sorted(runs, reverse=True)[:2]]
    return last[0] if len(set(last)) == 1 < len(last) and last[0] else None


def _weights(standings: Sequence[Standing]) -> dict[str, float]:
    """What each pair's waiting time is multiplied by; those with as much left have the same neighbours."""
    weights = dict.fromkeys((one.shoe.id for one in standings), 1.0)
    by_life = groupby(sorted(standings, key=_left), key=_left)
    for (near, nearer), (far, further) in pairwise([(left, [*alike]) for left, alike in by_life]):
        apart = far - near
        if nearer[0].past_life or apart > FAR_APART:
            ahead = -NEARER_BACK
        else:
            ahead = NEARER_AHEAD if apart < APART else 0.0
        for one in nearer:
            weights[one.shoe.id] += ahead
        for one in further:
            weights[one.shoe.id] -= ahead
    return weights


def _left(one: Standing) -> int:
    return one.shoe.metres_left
