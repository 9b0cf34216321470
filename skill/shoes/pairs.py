"""Pairs in and out of the rotation: each function returns the rotation after its change."""

from datetime import datetime

from skill.shoes.default_pairs import defaults_handed_on
from skill.shoes.lifetime import mark_announced
from skill.shoes.limits import MOST_PAIRS, MOST_PAIRS_EVER, Refusal, RefusedError, check_starting_distance
from skill.shoes.name_rules import check_name
from skill.shoes.name_vocabulary import NameVocabulary
from skill.shoes.rotation import Rotation
from skill.shoes.shoe import Shoe
from skill.shoes.wear import Wear
from skill.value import replace


def new_id(rotation: Rotation, told_by: str) -> str:
    """The id of a new pair: that of what told it, made another where a pair has it.

    Args:
        rotation: the pairs so far.
        told_by: id of the request, which Alexa may deliver again, or a stranger send again.
    """
    id_, copies = f"pair-{told_by}", 1
    while rotation.find(id_):
        copies += 1
        id_ = f"pair-{told_by}-{copies}"
    return id_


def add_pair(rotation: Rotation, shoe: Shoe, vocabulary: NameVocabulary) -> Rotation:
    """With a new pair.

    Raises:
        RefusedError: its name or its starting distance is not allowed, or there are too many pairs.
    """
    if len(rotation.active) >= MOST_PAIRS or len(rotation.shoes) >= MOST_PAIRS_EVER:
        raise RefusedError(Refusal.TOO_MANY_PAIRS)
    named = replace(
        shoe,
        nickname=check_name(shoe.nickname, rotation, vocabulary),
        starting_metres=check_starting_distance(shoe.starting_metres),
    )
    return replace(rotation, shoes=(*rotation.shoes, named))


def rename_pair(rotation: Rotation, shoe: Shoe, name: str, vocabulary: NameVocabulary) -> Rotation:
    """With the pair under another name.

    Raises:
        RefusedError: the name is not allowed, or another pair in use has it.
    """
    return rotation.with_shoe(replace(shoe, nickname=check_name(name, rotation, vocabulary, shoe.id)))


def retire_pair(rotation: Rotation, shoe: Shoe, now: datetime) -> Rotation:
    """With the pair out of use; its runs stay.

    Raises:
        RefusedError: it is retired already.
    """
    if not shoe.active:
        raise RefusedError(Refusal.RETIRED, shoe)
    return rotation.with_shoe(replace(shoe, retired_at=now))


def bring_back_pair(rotation: Rotation, shoe: Shoe, vocabulary: NameVocabulary) -> Rotation:
    """With a retired pair in use again.

    Raises:
        RefusedError: it is in use, a pair in use has its name now, or there are too many pairs.
    """
    if shoe.active:
        raise RefusedError(Refusal.NOT_RETIRED, shoe)
    if len(rotation.active) >= MOST_PAIRS:
        raise RefusedError(Refusal.TOO_MANY_PAIRS)
    check_name(shoe.nickname, rotation, vocabulary, shoe.id)
    return rotation.with_shoe(replace(shoe, retired_at=None))


def delete_pair(rotation: Rotation, shoe: Shoe) -> Rotation:
    """Without the pair; its runs stay in the log and in the sums of all runs."""
    without = replace(
        rotation,
        shoes=tuple(other for other in rotation.shoes if other.id != shoe.id),
        former=rotation.former.together_with(shoe.wear),
    )
    return defaults_handed_on(without, shoe.id, None)


def put_back_pair(rotation: Rotation, shoe: Shoe, place: int, former: Wear) -> Rotation:
    """With a pair that was deleted, as it was; no run of a deleted pair has changed since.

    Args:
        rotation: the state before.
        shoe: the pair as it was.
        place: where it stood among all pairs.
        former: the sum of the runs of deleted pairs, without its own.
    """
    shoes = (*rotation.shoes[:place], shoe, *rotation.shoes[place:])
    return replace(rotation, shoes=shoes, former=former)


def with_starting_distance(shoe: Shoe, metres: float) -> Shoe:
    """The pair with the distance that it had run before it was added.

    A stage that it reaches by this is not announced: the runner has just said the distance.

    Raises:
        RefusedError: below 0, or further than any pair goes.
    """
    return mark_announced(replace(shoe, starting_metres=check_starting_distance(metres)))
