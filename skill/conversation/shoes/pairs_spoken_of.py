"""The pair that "they", "those" and "the other ones" mean: the one that was spoken of last."""

from collections.abc import Sequence
from typing import Final

from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.name_vocabulary import load_name_vocabulary
from skill.shoes.names import means_the_others, pair_by_age, points_back
from skill.shoes.shoe import Shoe

UNKNOWN: Final = "?"
"""Stands for the id of a pair that nobody knows."""


def speak_of(talk: Talk, shoe: Shoe) -> Shoe:
    """The pair, noted as the one that is spoken of."""
    talk.pair_told = shoe.id
    return shoe


def speak_of_unknown(talk: Talk) -> None:
    """Note that a name was said which no pair has: "they" is none of the known ones until one is named."""
    talk.pair_told = UNKNOWN


def unknown_is_spoken_of(talk: Talk) -> bool:
    """Whether the pair spoken of last is one that nobody knows."""
    return talk.pair_told == UNKNOWN


def pair_spoken_of(talk: Talk) -> Shoe | None:
    """The pair that was spoken of last in this conversation; None where none was, or it is gone."""
    return talk.shoes.rotation.find(talk.pair_told)


def named_or_spoken_of(talk: Talk, heard: Slot | None, pronoun: Slot | None) -> Slot | None:
    """What was said of a pair: its name, or a pronoun as the name of the pair spoken of; else None."""
    spoken_of = pair_spoken_of(talk)
    if heard is None and pronoun and spoken_of:
        return Slot(spoken_of.nickname, (spoken_of.id,))
    return heard


def pairs_pointed_at(talk: Talk, heard: Slot | None, choice: Sequence[Shoe]) -> tuple[Shoe, ...]:
    """The pairs that words without a name mean among these; none where they mean none in particular.

    Args:
        talk: the turn.
        heard: "those", "my other pair", "the older ones"; None where not even that was said.
        choice: the pairs that come into question.
    """
    words, spoken_of = load_name_vocabulary(talk.turn.language), pair_spoken_of(talk)
    if heard is None or points_back(heard.said, words):
        return tuple(shoe for shoe in choice if spoken_of and shoe.id == spoken_of.id)
    if means_the_others(heard.said, words):
        return tuple(shoe for shoe in choice if spoken_of and shoe.id != spoken_of.id)
    by_age = pair_by_age(heard.said, choice, words)
    return (by_age,) if by_age else ()
