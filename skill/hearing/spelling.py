"""Words that no sentence has, taken for the known word they most resemble."""

from collections.abc import Collection

from rapidfuzz import process
from rapidfuzz.distance import OSA

from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word
from skill.value import replace

_SHORTEST = 4
_SHORTEST_PART = 2
_CUTOFF = 0.8


class Spelling:
    """Puts mistyped and misheard words right."""

    def __init__(self, known: Collection[str], vocabulary: Vocabulary) -> None:
        self._known = frozenset(known) | vocabulary.all_words
        self._long = sorted(word for word in self._known if len(word) >= _SHORTEST)
        self._by_letters: dict[str, list[str]] = {}
        for word in self._long:
            self._by_letters.setdefault(word[0], []).append(word)

    def correct(self, words: tuple[Word, ...], taught: Collection[str] = ()) -> tuple[Word, ...]:
        """Return `words` with each unknown one replaced by the known word it resembles, if there is one.

        Args:
            words: the utterance.
            taught: words that are known in this session only.
        """
        corrected: list[Word] = []
        for word in words:
            if word.form in self._known or word.form in taught or word.form.isdigit():
                corrected.append(word)
            else:
                corrected.extend(self._parts(word) or [replace(word, form=self._nearest(word.form, taught))])
        return tuple(corrected)

    def _parts(self, word: Word) -> list[Word] | None:
        """Part two known words that ran together: "toescrunches"."""
        for cut in range(_SHORTEST_PART, len(word.form) - _SHORTEST_PART + 1):
            first, second = word.form[:cut], word.form[cut:]
            if first in self._known and second in self._known:
                return [Word(first, word.said), Word(second, "")]
        return None

    def _nearest(self, form: str, taught: Collection[str]) -> str:
        if len(form) < _SHORTEST:
            return form
        choices = [*self._by_letters.get(form[0], ()), *(word for word in taught if len(word) >= _SHORTEST)]
        found = process.extractOne(form, choices, scorer=OSA.normalized_similarity, score_cutoff=_CUTOFF)
        return found[0] if found else form
