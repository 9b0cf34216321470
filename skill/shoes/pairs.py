"""Pairs in and out of the rotation: each function gives the closet as it is after."""

from dataclasses import replace
from datetime import datetime

from skill.shoes.closet import Closet
from skill.shoes.lifetime import announced
from skill.shoes.limits import MOST_PAIRS, MOST_PAIRS_EVER, check_starting_distance
from skill.shoes.names import Vocabulary, check_name
from skill.shoes.refusal import Refusal, RefusedError
from skill.shoes.shoe import Shoe


def add_pair(closet: Closet, shoe: Shoe, vocabulary: Vocabulary) -> Closet:
    """With a new pair.

    Raises:
        RefusedError: its name or its starting distance is none, or there are too many pairs.
    """
    if len(closet.active) >= MOST_PAIRS or len(closet.shoes) >= MOST_PAIRS_EVER:
        raise RefusedError(Refusal.TOO_MANY_PAIRS)
    named = replace(
        shoe,
        nickname=check_name(shoe.nickname, closet, vocabulary),
        starting_metres=check_starting_distance(shoe.starting_metres),
    )
    return replace(closet, shoes=(*closet.shoes, named))


def rename_pair(closet: Closet, shoe: Shoe, name: str, vocabulary: Vocabulary) -> Closet:
    """With the pair under another name.

    Raises:
        RefusedError: the name is none, or another pair's.
    """
    return closet.with_shoe(replace(shoe, nickname=check_name(name, closet, vocabulary, shoe.identity)))


def retire_pair(closet: Closet, shoe: Shoe, now: datetime) -> Closet:
    """With the pair out of use; its runs stay.

    Raises:
        RefusedError: it is retired already.
    """
    if not shoe.active:
        raise RefusedError(Refusal.RETIRED, shoe)
    return closet.with_shoe(replace(shoe, retired_at=now))


def bring_back_pair(closet: Closet, shoe: Shoe, vocabulary: Vocabulary) -> Closet:
    """With a retired pair in use again.

    Raises:
        RefusedError: it is in use, a pair in use has its name now, or there are too many pairs.
    """
    if shoe.active:
        raise RefusedError(Refusal.NOT_RETIRED, shoe)
    if len(closet.active) >= MOST_PAIRS:
        raise RefusedError(Refusal.TOO_MANY_PAIRS)
    check_name(shoe.nickname, closet, vocabulary, shoe.identity)
    return closet.with_shoe(replace(shoe, retired_at=None))


def delete_pair(closet: Closet, shoe: Shoe) -> Closet:
    """Without the pair; its runs stay in the log and in the sums of all runs."""
    return replace(
        closet,
        shoes=tuple(other for other in closet.shoes if other.identity != shoe.identity),
        former=closet.former.together_with(shoe.wear),
    )


def with_starting_distance(shoe: Shoe, metres: float) -> Shoe:
    """The pair with what it had run before it was added.

    The runner knows what they just said: no stage it reaches by this is announced.

    Raises:
        RefusedError: below 0, or further than any pair goes.
    """
    return announced(replace(shoe, starting_metres=check_starting_distance(metres)))
