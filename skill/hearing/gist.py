"""What is meant by a few words in any order, where no sentence says it.

Nobody can write down every order in which people ask whether a heel is to stay down. So what asks and what is
asked about are groups of words (`gist.toml`), and a row of groups is what is meant by them together.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from operator import itemgetter
from typing import Any

from skill.content.loader import content_folder, read
from skill.hearing.interpretation import FilledSlot, Interpretation
from skill.hearing.slot_spans import Match
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word, forms, words_of
from skill.value import Value

_AT_THE_BEGINNING = "^"
"""Ahead of a phrase that means something else further on: "do my heels stay down", "only do my left"."""


class Group:
    """Words and phrases of which any is as good as another."""

    def __init__(self, phrases: Iterable[str], vocabulary: Vocabulary) -> None:
        self._phrases = tuple(
            (joined(words_of(phrase, vocabulary)), phrase.startswith(_AT_THE_BEGINNING)) for phrase in phrases
        )
        self._leading = vocabulary.fillers | vocabulary.linking

    def first_in(self, said: str) -> int:
        """Where the first of them begins; -1 where none is said."""
        found = ((said.find(phrase), begins) for phrase, begins in self._phrases)
        return min(
            (at for at, begins in found if at >= 0 and (not begins or self._leads(said[:at]))), default=-1
        )

    def _leads(self, ahead: str) -> bool:
        """Whether words only lead to what is said behind them."""
        return self._leading.issuperset(ahead.split())


class _Row(Value):
    """What is meant where a word of each group is said.

    Attributes:
        intent: what is meant.
        slots: ids, by slot name.
        needed: each of these is said.
        unless: none of these is.
        choice: by slot name and id, groups of which the one named first fills the slot.
        guess: words that say it, to be asked about; empty where it is acted on.
    """

    intent: str
    slots: Mapping[str, str]
    needed: tuple[Group, ...]
    unless: tuple[Group, ...]
    choice: tuple[tuple[str, str, Group], ...]
    guess: str

    def slots_in(self, said: str) -> Mapping[str, str] | None:
        """The ids that fill its slots; None where something else is said."""
        if any(group.first_in(said) < 0 for group in self.needed):
            return None
        if any(group.first_in(said) >= 0 for group in self.unless):
            return None
        if not self.choice:
            return self.slots
        named = [(group.first_in(said), slot, id_) for slot, id_, group in self.choice]
        said_first = min((one for one in named if one[0] >= 0), key=itemgetter(0), default=None)
        return {**self.slots, said_first[1]: said_first[2]} if said_first else None


class Gists:
    """The rows of a language.

    Args:
        vocabulary: its words.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        table = word_groups(vocabulary.language, "gist")
        groups = {name: Group(phrases, vocabulary) for name, phrases in table["groups"].items()}
        self._rows = [_row(row, groups) for row in table["rows"]]

    def meant(
        self, utterance: str, words: tuple[Word, ...], slots_of: Callable[[str], Mapping[str, str]]
    ) -> Interpretation | None:
        """What is meant by an utterance as a whole; None where no row tells.

        Args:
            utterance: it.
            words: its words.
            slots_of: gives the slot types of an intent, by slot name.
        """
        said = joined(words)
        for row in self._rows:
            ids = row.slots_in(said)
            if ids is not None:
                types = slots_of(row.intent)
                slots = {
                    name: FilledSlot(utterance, types[name], (Match(id_, id_),)) for name, id_ in ids.items()
                }
                return Interpretation(utterance, row.intent, slots, row.guess)
        return None


def _row(row: Mapping[str, Any], groups: Mapping[str, Group]) -> _Row:
    return _Row(
        intent=row["intent"],
        slots=row.get("slots", {}),
        needed=tuple(groups[name] for name in row.get("all", ())),
        unless=tuple(groups[name] for name in row.get("unless", ())),
        choice=tuple(
            (slot, id_, groups[name])
            for slot, ids in row.get("first_of", {}).items()
            for id_, name in ids.items()
        ),
        guess=row.get("guess", ""),
    )


def joined(words: tuple[Word, ...]) -> str:
    """Words with a space on each side, so that no phrase is found inside of a word."""
    return f" {' '.join(forms(words))} "


@cache
def word_groups(language: str, name: str) -> dict[str, Any]:
    """A table of groups of words and of rows that name them; a language can be without."""
    file = f"{language}/vocabulary/{name}.toml"
    none: dict[str, Any] = {"groups": {}, "rows": [], "unless": []}
    return {**none, **read(content_folder(), file).values} if (content_folder() / file).exists() else none
