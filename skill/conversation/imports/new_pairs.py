"""A pair made from what a source tells, and followed when the source tells more."""

import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, tzinfo
from typing import Final

from skill.conversation.memory.digest import digest
from skill.importing.found import FoundPair
from skill.shoes.lifetime import with_life
from skill.shoes.limits import (
    LONGEST_NAME,
    MOST_PAIRS,
    MOST_PAIRS_EVER,
    MOST_WORDS,
    Refusal,
    RefusedError,
    life_until,
)
from skill.shoes.name_rules import check_name, is_readable
from skill.shoes.name_vocabulary import NameVocabulary
from skill.shoes.rotation import Rotation
from skill.shoes.shoe import Life, Shoe
from skill.value import Value, replace

LARGEST_BRAND: Final = 60
"""Characters of a brand or a model: longer ones only fill the page."""
_LAST_MOMENT: Final = time(23, 59, 59)
"""A pair may have been worn on the day it was retired."""


class Maker(Value):
    """Makes pairs.

    Attributes:
        vocabulary: the words of names, in the runner's language.
        zone: the runner's time zone.
        unnamed: what a pair is called of which nothing is known that could be said.
    """

    vocabulary: NameVocabulary
    zone: tzinfo
    unnamed: str

    def new_pair(self, rotation: Rotation, found: FoundPair, worn_since: datetime) -> Shoe | None:
        """The pair, under a name that can be said and that no other has.

        Args:
            rotation: the pairs that there are.
            found: what its source tells.
            worn_since: when it was first worn, as far as is known, aware, UTC.

        Returns:
            None where there are too many pairs already.
        """
        retired_at = self._end(found.retired)
        too_many = len(rotation.active) >= MOST_PAIRS and retired_at is None
        if too_many or len(rotation.shoes) >= MOST_PAIRS_EVER:
            return None
        return Shoe(
            id=id_of_pair(found.key),
            nickname=self._name(rotation, found),
            added_at=self._begin(found.begun) or worn_since,
            brand=_short(found.brand),
            model=_short(found.model),
            life=_life(found),
            retired_at=retired_at,
        )

    def follow(self, shoe: Shoe, before: FoundPair, now: FoundPair) -> Shoe:
        """The pair after its source tells more; what the runner has set otherwise since stays.

        Args:
            shoe: the pair.
            before: what the source told.
            now: what it tells.
        """
        if shoe.brand == _short(before.brand):
            shoe = replace(shoe, brand=_short(now.brand))
        if shoe.model == _short(before.model):
            shoe = replace(shoe, model=_short(now.model))
        if shoe.retired_at == self._end(before.retired):
            shoe = replace(shoe, retired_at=self._end(now.retired))
        if shoe.life == _life(before) != _life(now):
            shoe = with_life(shoe, _life(now))
        return shoe

    def _name(self, rotation: Rotation, found: FoundPair) -> str:
        """Its own name, else brand and model; with a number where other pairs are called so."""
        names = (found.name, f"{found.brand} {found.model}", found.model, found.brand)
        allowed = [name for name in map(speakable, names) if self._is_allowed(name, rotation)] or [
            self.unnamed
        ]
        known = {self.vocabulary.words(shoe.nickname) for shoe in rotation.shoes}
        new = (name for name in allowed if self.vocabulary.words(name) not in known)
        return next(new, None) or next(self._numbered(rotation, allowed[0]))

    def _is_allowed(self, name: str, rotation: Rotation) -> bool:
        """Whether a pair may be called so, if no other is."""
        try:
            check_name(name, rotation, self.vocabulary)
        except RefusedError as refused:
            return refused.why is Refusal.NAME_TAKEN
        return True

    def _numbered(self, rotation: Rotation, name: str) -> Iterator[str]:
        """The name with the first number that no pair has."""
        known = {self.vocabulary.words(shoe.nickname) for shoe in rotation.shoes}
        for number in range(2, MOST_PAIRS_EVER + 2):
            words = name.split()[: MOST_WORDS - 1]
            numbered = f"{' '.join(words)[: LONGEST_NAME - 4].strip()} {number}"
            if self.vocabulary.words(numbered) not in known:
                yield numbered

    def _begin(self, day: date | None) -> datetime | None:
        return None if day is None else datetime.combine(day, time(), self.zone).astimezone(UTC)

    def _end(self, day: date | None) -> datetime | None:
        return None if day is None else datetime.combine(day, _LAST_MOMENT, self.zone).astimezone(UTC)


def id_of_pair(key: str) -> str:
    """The id of the pair made from the source's pair with this key: the same one each time."""
    return f"pair-{digest(key)}"


def together(before: FoundPair, now: FoundPair) -> FoundPair:
    """What a source tells of a pair, with what it told before and leaves out now."""
    return FoundPair(
        now.key,
        now.name or before.name,
        now.brand or before.brand,
        now.model or before.model,
        now.begun or before.begun,
        now.retired or before.retired,
        now.life_metres or before.life_metres,
    )


def speakable(name: str) -> str:
    """As much of a name as can be said: no symbols and nothing invisible, not too many words, none cut."""
    kept = "".join(letter if _can_be_said(letter) else " " for letter in unicodedata.normalize("NFC", name))
    words: list[str] = []
    for word in kept.split():
        if len(words) == MOST_WORDS or len(" ".join((*words, word))) > LONGEST_NAME:
            break
        words.append(word)
    return " ".join(words)


def _can_be_said(letter: str) -> bool:
    return is_readable(letter)


def _short(told: str) -> str | None:
    return speakable(told[:LARGEST_BRAND]) or None


def _life(found: FoundPair) -> Life:
    try:
        return life_until(found.life_metres) if found.life_metres else Life()
    except RefusedError:
        return Life()
