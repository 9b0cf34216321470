"""The words that names of pairs are made of, in a language."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from skill.content.loader import content_folder, read
from skill.value import Value, field

NEVER: Final = "(?!)"
"""A regular expression that matches nothing."""


class NameVocabulary(Value):
    """The words of a language that names are made of.

    Attributes:
        ignored: words that say nothing about which pair ("the", "my", "shoes", "ones").
        same: what a word is compared as, when that is another ("forty" as "40").
        describing: words that want a noun behind them.
        rude: words the coach does not say back.
        in_sentences: words of sentences, that stand in no name.
        plural: a regular expression of the end that makes a word a plural.
        possessive: a regular expression of the end that makes a word a possessive.
        positions: words for a place in a row, from 1; -1 for the last.
        newer: words for the pair added last.
        plainly_new: those of them that compare nothing, and mean a pair that is new.
        older: words for the pair added first.
        others: words for every pair but the one spoken of.
        makers: of each model that is known by its name, who makes it ("brook" of "ghost").
        uses: what pairs are called by what they are for ("racer"): the kind of run, or "everyday".
        in_numbers: words that are a digit behind a nought or a ten alone ("one" in "zero one", "forty one").
    """

    ignored: frozenset[str] = frozenset()
    same: Mapping[str, str] = field(default_factory=dict)
    describing: frozenset[str] = frozenset()
    rude: frozenset[str] = frozenset()
    in_sentences: frozenset[str] = frozenset()
    plural: str = NEVER
    possessive: str = NEVER
    positions: Mapping[str, int] = field(default_factory=dict)
    newer: frozenset[str] = frozenset()
    plainly_new: frozenset[str] = frozenset()
    older: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    makers: Mapping[str, str] = field(default_factory=dict)
    uses: Mapping[str, str] = field(default_factory=dict)
    in_numbers: Mapping[str, str] = field(default_factory=dict)

    @property
    def pointing(self) -> frozenset[str]:
        """Words that point at a pair and are no name: an age, a place in a row, "other", what is ignored."""
        return self.ignored | self.newer | self.older | self.others | frozenset(self.positions)

    @property
    def unfit_alone(self) -> frozenset[str]:
        """Words of names that name no pair by themselves: an age, a colour, a place, a use, a number."""
        in_uses = frozenset(word for use in self.uses for word in use.split())
        in_a_row = frozenset(self.same)
        return self.pointing | self.describing | in_a_row | in_uses

    def words(self, name: str) -> tuple[str, ...]:
        """The words that tell pairs apart: lower case, no accents, singular, nothing ignored."""
        plain = unicodedata.normalize("NFKD", name.casefold())
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
        plain = re.sub(self.possessive, "", plain)
        spelt = [self.same.get(word, word) for word in re.findall(r"\w+", plain)]
        words = _join_numbers(spelt, self.in_numbers)
        telling = [word for word in words if word not in self.ignored] or words
        return tuple(self.singular(word) for word in telling)

    def only_points(self, words: Iterable[str]) -> bool:
        """Whether words name nothing, and only point at some pair: "the other one", "my new shoes"."""
        return self.pointing.issuperset(words)

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
    words = read(content_folder(), f"{language}/vocabulary/shoe_names.toml").values
    sets = ("ignored", "describing", "rude", "in_sentences", "plainly_new", "newer", "older", "others")
    return NameVocabulary(
        **{name: frozenset(words[name]) for name in sets},
        same=words["same"],
        plural=words["plural"],
        possessive=words["possessive"],
        positions=words["positions"],
        makers={model: maker for maker, models in words["makers"].items() for model in models},
        uses=words["uses"],
        in_numbers=words["in_numbers"],
    )


def _join_numbers(words: Iterable[str], in_numbers: Mapping[str, str]) -> list[str]:
    """Tens and the digit behind them as one number, 20 and 5 are 25; and a nought before one: 01."""
    joined: list[str] = []
    for word in words:
        digit = in_numbers.get(word, word)
        if joined and re.fullmatch("[2-9]0", joined[-1]) and re.fullmatch("[1-9]", digit):
            joined[-1] = joined[-1][0] + digit
        elif joined and joined[-1] == "0" and re.fullmatch("[0-9]", digit):
            joined[-1] += digit
        else:
            joined.append(word)
    return joined
