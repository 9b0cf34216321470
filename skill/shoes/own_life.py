"""How far a pair goes by what is known of it: the runner's own retired pairs, and the check-up by hand."""

from statistics import fmean, median, stdev
from typing import Final

from skill.shoes.check_up import Condition, Examination
from skill.shoes.forecast_record import Foretold
from skill.shoes.lifetime import mark_announced, reset_announced
from skill.shoes.limits import LONGEST_LIFE, SHORTEST_LIFE
from skill.shoes.rotation import Rotation
from skill.shoes.shoe import Basis, Life, Shoe
from skill.value import Value, replace

FEWEST_PAIRS: Final = 3
"""So many retired pairs tell how far this runner's pairs go: the mean of three is within 10 % of lives that
spread by 7 %, mostly (bench/forecast.py)."""
MOST_PAIRS: Final = 8
"""The newest so many count: runners, roads and shoes change."""
ALIKE: Final = 0.35
"""Pairs that ran so much less or more than the middle one were retired for another reason than wear, or are
other shoes; our figure."""
STOPPED_AT_THE_WORD: Final = 1.05
"""A pair that was retired because the coach called it past its life might have gone further: it counts for
so much more, which for lives that spread by 6 % is what the others of them ran on average."""
AHEAD: Final = 0.85
"""The share of a learnt life at which it is time to think of a new pair: closer than by the convention,
because more is known."""
LEAST_SPREAD: Final = 35_000
"""Metres: three pairs that ended closer together were lucky; by bench/lives.py."""
TENS: Final = 10_000

GOOD_FOR: Final = 150_000
"""Metres that a pair found good is counted on for, until it is looked at again; our figure."""
WEARING_FOR: Final = 100_000
"""Metres that a pair with one sign of wear is counted on for at most; our figure."""
CHECK_AT: Final = (400_000, 500_000, 600_000)
"""Metres at which a check-up is offered: the convention's beginning, and a month or two around it."""


class OwnLife(Value):
    """How far the runner's own pairs went.

    Attributes:
        metres: on average.
        spread: by how much they differ.
        pairs: how many they are.
    """

    metres: int
    spread: int
    pairs: int

    @property
    def life(self) -> Life:
        """As the life of a pair in use, in tens of kilometres."""
        due = min(max(_in_tens(self.metres), SHORTEST_LIFE), LONGEST_LIFE)
        return Life(soon=max(_in_tens(due * AHEAD), TENS), due=due)


def own_life(rotation: Rotation, shoe: Shoe) -> OwnLife | None:
    """How far the runner's retired pairs of the same use went; None when they are too few to tell.

    Everyday pairs tell of everyday pairs, and those that are kept for one thing of such.
    """
    retired = [one for one in rotation.retired if one.everyday == shoe.everyday and one.id != shoe.id]
    newest = sorted(retired, key=lambda one: (one.retired_at, one.id), reverse=True)
    went = [_went(one) for one in newest if one.metres >= SHORTEST_LIFE]
    middle = median(went) if went else 0
    alike = [metres for metres in went if abs(metres - middle) <= ALIKE * middle][:MOST_PAIRS]
    if len(alike) < FEWEST_PAIRS:
        return None
    return OwnLife(round(fmean(alike)), max(round(stdev(alike)), LEAST_SPREAD), len(alike))


def spread_of_life(rotation: Rotation, shoe: Shoe) -> int:
    """Metres by which the pair's life may be another than is counted on; 0 where it is a set figure."""
    learnt = own_life(rotation, shoe) if shoe.life_basis is Basis.LEARNT else None
    return learnt.spread if learnt else 0


def settled(rotation: Rotation) -> Rotation:
    """The rotation with what follows from the rest of it: lives that are learnt, forecasts that came due.

    A life that was told or moved by a check-up stays. Settled again, nothing changes.
    """
    return replace(rotation, shoes=tuple(_judged(_learnt(rotation, shoe)) for shoe in rotation.shoes))


def after_check_up(shoe: Shoe, found: Examination) -> Shoe:
    """The pair with its life moved by what was found in it; what it means is not announced again.

    Found good, it is counted on for 150 more kilometres at least; with one sign of wear for 100 at most;
    worn, its life is over. Where nobody could tell, its life stays.
    """
    life = _moved(shoe, found)
    basis = Basis.CHECKED if life.due != shoe.life.due else shoe.life_basis
    checked = replace(shoe, life=life, life_basis=basis, examination=found)
    return mark_announced(reset_announced(checked))


def check_up_due(shoe: Shoe) -> int | None:
    """The distance in metres at which a check-up of the pair is to be offered now; None for none.

    It is not offered where one was made or offered since, or where the pair had run so far when it was added:
    nobody is asked at once about all that a new runner tells.
    """
    reached = max((at for at in CHECK_AT if at <= shoe.metres), default=None)
    if reached is None or not shoe.active or shoe.check_offered >= reached:
        return None
    if reached <= shoe.starting_metres or (shoe.examination and shoe.examination.metres >= reached - TENS):
        return None
    return reached


def _moved(shoe: Shoe, found: Examination) -> Life:
    run, life = max(found.metres, TENS), shoe.life
    match found.condition:
        case Condition.GOOD:
            due = min(max(life.due, _up_in_tens(run + GOOD_FOR)), LONGEST_LIFE)
            soon = max(life.soon, min(due - TENS, _up_in_tens(run + GOOD_FOR - WEARING_FOR)))
            return Life(soon, due) if due > life.due else life
        case Condition.WEARING:
            due = min(life.due, _up_in_tens(run + WEARING_FOR))
            return Life(min(life.soon, max(run - 1, 1)), due)
        case Condition.WORN:
            due = min(life.due, run)
            return Life(min(life.soon, due - 1), due)
    return life


def _learnt(rotation: Rotation, shoe: Shoe) -> Shoe:
    if not shoe.active or shoe.life_basis not in (Basis.CONVENTION, Basis.LEARNT):
        return shoe
    own = own_life(rotation, shoe)
    basis, life = (Basis.LEARNT, own.life) if own else (Basis.CONVENTION, Life())
    return shoe if (basis, life) == (shoe.life_basis, shoe.life) else _under(shoe, life, basis)


def _under(shoe: Shoe, life: Life, basis: Basis) -> Shoe:
    return reset_announced(replace(shoe, life=life, life_basis=basis))


def _judged(shoe: Shoe) -> Shoe:
    """The pair with the day noted on which its life ended, where a forecast waits for it."""
    foretold, last = shoe.foretold, shoe.wear.last_run_at
    if foretold is None:
        return shoe
    over = shoe.retired_at or (last if shoe.metres_left <= 0 else None)
    if over is None:
        return shoe if foretold.ended is None else replace(shoe, foretold=replace(foretold, ended=None))
    if foretold.ended is not None:
        return shoe
    ended = max(over.date(), foretold.on)
    return replace(shoe, foretold=Foretold(foretold.on, foretold.first, foretold.last, ended))


def _went(shoe: Shoe) -> int:
    """How far a retired pair would have gone by itself."""
    stopped = shoe.metres >= shoe.life.due and shoe.life_basis is not Basis.CHECKED
    return max(shoe.metres, round(shoe.life.due * STOPPED_AT_THE_WORD)) if stopped else shoe.metres


def _in_tens(metres: float) -> int:
    return round(metres / TENS) * TENS


def _up_in_tens(metres: int) -> int:
    return -(-metres // TENS) * TENS
