"""What a runner said of how a pair felt, as a weight in whose turn it is.

It is a weight and no wall: a pair that was never worn again could never feel better.
"""

from typing import Final

from skill.shoes.run import Felt
from skill.shoes.shoe import Shoe

COUNTED: Final = 3
"""So many of the newest runs of which it was told count: feet and foam change (our figure)."""
BEST, WORST = 1, -2
"""How far good and bad may add up: a word of praise must not crowd out the other pairs."""
COUNTS_AS: Final = {1: 1.2, 0: 1.0, -1: 0.7, -2: 0.5}
"""What a pair's waiting is multiplied by (our figures; a pair of three that feels bad on every run
still gets a quarter of them, bench/rotation.py)."""


def liking(shoe: Shoe) -> float:
    """The weight of a pair's waiting by how it felt: 1 where nothing was told, 0.5 to 1.2."""
    told = [felt for _, felt in shoe.wear.felt[:COUNTED]]
    balance = sum(1 if felt is Felt.GOOD else -1 for felt in told)
    return COUNTS_AS[min(max(balance, WORST), BEST)]
