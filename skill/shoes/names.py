"""Which pair is meant by the name that was heard."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from skill.content.loader import content_folder
from skill.shoes.shoe import Shoe

LONGEST_HEARD: Final = 120
"""Only so many characters are compared, three times the longest name, so that garbage costs no time."""
SAME_WORD: Final = 0.7
"""Two words that are at least this alike count as one that was misheard: "pegasis" for "pegasus" is 0.86,
"boat" for "goat" 0.75, "blue" for "red" 0.29."""
SAME_NAME: Final = 0.72
"""A pair with at least this score may be meant."""
EQUALLY_LIKELY: Final = 0.12
"""Pairs whose scores differ by no more than this are equally likely: the runner says which."""
NEVER: Final = "(?!)"
"""A regular expression that matches nothing."""
PARTS_KNOWN: Final = 0.85
"""The score when a pair's whole name was said with more words around it ("my blue Pegasus" for "Pegasus")."""


@dataclass(frozen=True, slots=True)
class NameVocabulary:
    """The words of a language that names are made of.

    Attributes:
        ignored: words that say nothing about which pair ("the", "my", "shoes", "ones").
        same: what a word is compared as, when that is another ("forty" as "40").
        describing: words that want a noun behind them.
        rude: words the coach does not say back.
        plural: a regular expression of the end that makes a word a plural.
        possessive: a regular expression of the end that makes a word a possessive.
        positions: words for a place in a row, from 1; -1 for the last.
        newer: words for the pair added last.
        older: words for the pair added first.
        others: words for every pair but the one spoken of.
    """

    ignored: frozenset[str] = frozenset()
    same: Mapping[str, str] = field(default_factory=dict)
    describing: frozenset[str] = frozenset()
    rude: frozenset[str] = frozenset()
    plural: str = NEVER
    possessive: str = NEVER
    positions: Mapping[str, int] = field(default_factory=dict)
    newer: frozenset[str] = frozenset()
    older: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    def words(self, name: str) -> tuple[str, ...]:
        """The words that tell pairs apart: lower case, no accents, singular, nothing ignored."""
        plain = unicodedata.normalize("NFKD", name.casefold())
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
        plain = re.sub(self.possessive, "", plain)
        words = _join_numbers([self.same.get(word, word) for word in re.findall(r"\w+", plain)])
        telling = [word for word in words if word not in self.ignored] or words
        return tuple(self.singular(word) for word in telling)

    def only_describes(self, name: str) -> bool:
        """Whether a name is no noun, and wants one: "blue", "old red"."""
        return all(word in self.describing for word in name.casefold().split())

    def singular(self, word: str) -> str:
        """The word without the end that makes it a plural."""
        return re.sub(self.plural, "", word)


@cache
def load_name_vocabulary(language: str) -> NameVocabulary:
    """The words of a language, from `skill/content/<language>/vocabulary/shoe_names.toml`.

    Raises:
        FileNotFoundError: there is no such language.
    """
    path = content_folder() / language / "vocabulary" / "shoe_names.toml"
    words = tomllib.loads(path.read_text(encoding="utf-8"))
    sets = ("ignored", "describing", "rude", "newer", "older", "others")
    return NameVocabulary(
        **{name: frozenset(words[name]) for name in sets},
        same=words["same"],
        plural=words["plural"],
        possessive=words["possessive"],
        positions=words["positions"],
    )


def bare_name(heard: str, vocabulary: NameVocabulary) -> str:
    """A name without words like "my" before it: "my blue Pegasus" is "blue Pegasus"."""
    words = heard.split()
    while len(words) > 1 and words[0].casefold() in vocabulary.ignored:
        del words[0]
    return " ".join(words)


def find_by_name(name: str, shoes: Iterable[Shoe], vocabulary: NameVocabulary) -> tuple[Shoe, ...]:
    """The pairs that may be meant, the likeliest first.

    A pair is known by its nickname, brand and model; a name said exactly means that pair alone.

    Returns:
        Empty when no pair fits; several when the runner must say which.
    """
    heard = vocabulary.words(name[:LONGEST_HEARD])
    if not heard:
        return ()
    shoes = tuple(shoes)
    exact = tuple(shoe for shoe in shoes if vocabulary.words(shoe.nickname) == heard)
    if exact:
        return exact
    scored = [(_score(heard, shoe, vocabulary), shoe) for shoe in shoes]
    fitting = [(score, shoe) for score, shoe in scored if score >= SAME_NAME]
    if not fitting:
        return ()
    best = max(score for score, _ in fitting)
    near = [(score, shoe) for score, shoe in fitting if score >= best - EQUALLY_LIKELY]
    return tuple(shoe for _, shoe in sorted(near, key=lambda pair: -pair[0]))


def pair_by_position(said: str, shoes: Sequence[Shoe], vocabulary: NameVocabulary) -> Shoe | None:
    """The pair that "the second one", "number two", "the last" or "the newer ones" means among these.

    Args:
        said: as heard.
        shoes: in the order they were named.
        vocabulary: of the runner's language.

    Returns:
        None when no place in the row was said, or a pair's own name has the word.
    """
    words = vocabulary.words(said)
    word = words[0] if len(words) == 1 else ""
    named = {part for shoe in shoes for part in vocabulary.words(shoe.nickname)}
    if not shoes or not word or word in named:
        return None
    if word in vocabulary.newer:
        return max(reversed(shoes), key=lambda shoe: shoe.added_at)
    if word in vocabulary.older:
        return min(shoes, key=lambda shoe: shoe.added_at)
    place = vocabulary.positions.get(word, int(word) if word.isdecimal() else 0)
    return shoes[place if place < 0 else place - 1] if place and place <= len(shoes) else None


def position_said(said: str, vocabulary: NameVocabulary) -> int | None:
    """The place in a row that was said and nothing else, from 1; -1 for the last, None for none."""
    words = vocabulary.words(said)
    return vocabulary.positions.get(words[0]) if len(words) == 1 else None


def means_the_others(said: str, vocabulary: NameVocabulary) -> bool:
    """Whether "the others" or "my other pair" was said, and no name."""
    return set(vocabulary.words(said)) <= vocabulary.others


def is_part_of_name(name: str, shoe: Shoe, vocabulary: NameVocabulary) -> bool:
    """Whether every word that was heard is a part of the pair's names."""
    known = _known_words(shoe, vocabulary)
    return all(max(_likeness(word, other) for other in known) for word in vocabulary.words(name))


def _known_words(shoe: Shoe, vocabulary: NameVocabulary) -> tuple[str, ...]:
    return vocabulary.words(" ".join(filter(None, (shoe.nickname, shoe.brand, shoe.model))))


def _score(heard: tuple[str, ...], shoe: Shoe, vocabulary: NameVocabulary) -> float:
    nickname = vocabulary.words(shoe.nickname)
    known = _known_words(shoe, vocabulary)
    likenesses = [max(_likeness(word, other) for other in known) for word in heard]
    by_words = sum(likenesses) / len(heard)
    if all(max(_likeness(word, other) for other in heard) for word in nickname):
        by_words = max(by_words, PARTS_KNOWN * min(1.0, sum(likenesses) / len(nickname)))
    run_together = 0.0
    if len(heard) != len(nickname):
        run_together = _likeness("".join(heard), "".join(nickname))
    return max(by_words, run_together if run_together > PARTS_KNOWN else 0.0)


def _likeness(word: str, other: str) -> float:
    if word == other:
        return 1.0
    if word.isdigit() or other.isdigit():
        return 0.0
    from difflib import SequenceMatcher  # noqa: PLC0415 - few turns compare names that are not the same

    likeness = SequenceMatcher(None, word, other, autojunk=False).ratio()
    return likeness if likeness >= SAME_WORD else 0.0


def _join_numbers(words: Iterable[str]) -> list[str]:
    """Tens and the digit behind them as one number: 20 and 5 are 25."""
    joined: list[str] = []
    for word in words:
        if joined and re.fullmatch("[2-9]0", joined[-1]) and re.fullmatch("[1-9]", word):
            joined[-1] = joined[-1][0] + word
        else:
            joined.append(word)
    return joined
