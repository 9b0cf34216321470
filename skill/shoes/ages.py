"""Which of some pairs is the new one, and which the old one."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from typing import Final

from skill.shoes.name_vocabulary import NameVocabulary
from skill.shoes.shoe import Shoe

NEW_AS_LONG_AS: Final = 200_000
"""Metres, about a third of a life: nobody calls a pair new that has run farther (our figure)."""


def no_longer_new(shoe: Shoe) -> bool:
    """Whether it has run too far to be meant by "the new ones"."""
    return shoe.metres >= NEW_AS_LONG_AS


def pair_of_age(words: AbstractSet[str], shoes: Sequence[Shoe], vocabulary: NameVocabulary) -> Shoe | None:
    """The pair that "the new ones" or "the older pair" means among these, which are one or more.

    "The newer" is the one bought or added last, whatever it has run; "the new one" is new, and the only one
    of its day that is.

    Args:
        words: those that tell an age, and no others.
        shoes: in the order they were added.
        vocabulary: of the runner's language.

    Returns:
        None where no pair is new, or it is not clear which.
    """
    if not words <= vocabulary.newer:
        return min(shoes, key=_came)
    newest = max(reversed(shoes), key=_came)
    if not words <= vocabulary.plainly_new:
        return newest
    new = [shoe for shoe in shoes if _came(shoe)[0] == _came(newest)[0] and not no_longer_new(shoe)]
    return new[0] if len(new) == 1 else None


def _came(shoe: Shoe) -> tuple[date, datetime]:
    """The day it was bought, or was added where that was not told; and the moment it was added."""
    return (shoe.bought.first if shoe.bought else shoe.added_at.date(), shoe.added_at)
