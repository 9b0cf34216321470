"""The names that lists have for things, and what each stands for."""

from collections.abc import Iterable, Iterator, Mapping

from skill.hearing.slot_spans import Match, Names, SlotValue
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import forms, singulars, words_of


class ListedNames:
    """The names of some lists.

    Args:
        lists: their values, by slot type.
        vocabulary: the language's words.
        made_up_types: the slot types of names that people make up.

    Attributes:
        all: what each name stands for.
        words: the words of the names, without plural endings.
        forms: the words of the names as they are said.
    """

    def __init__(
        self,
        lists: Mapping[str, Iterable[SlotValue]],
        vocabulary: Vocabulary,
        made_up_types: frozenset[str] = frozenset(),
    ) -> None:
        self.all: Names = {}
        self.forms: set[str] = set()
        for slot_type, values in lists.items():
            for value in values:
                match = Match(value.id or value.names[0], value.names[0])
                has_match = value.id is not None or slot_type in made_up_types
                for said in value.names:
                    words = words_of(said, vocabulary)
                    self.forms.update(forms(words))
                    matches = self.all.setdefault(singulars(words, vocabulary), {}).setdefault(slot_type, [])
                    if has_match and match not in matches:
                        matches.append(match)
        self.all.pop((), None)
        self._types_with: dict[str, set[str]] = {}
        self._longest_from: dict[str, int] = {}
        for name, types in self.all.items():
            self._longest_from[name[0]] = max(len(name), self._longest_from.get(name[0], 0))
            for word in name:
                self._types_with.setdefault(word, set()).update(types)
        self.words = self._types_with.keys()

    def types_with(self, word: str) -> Iterable[str]:
        """The slot types that have a name with this word in it."""
        return self._types_with.get(word, ())

    def longest_from(self, word: str) -> int:
        """How many words the longest name has that begins with this one; 0 where none does."""
        return self._longest_from.get(word, 0)


def listed_in(name: tuple[str, ...], *lists: ListedNames) -> Iterator[tuple[int, int]]:
    """Yield where a name may begin and end in words: as long as any is that begins with the same word."""
    for start, first in enumerate(name):
        longest = max(names.longest_from(first) for names in lists)
        for end in range(start + 1, min(start + longest, len(name)) + 1):
            yield start, end
