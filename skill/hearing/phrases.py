"""Phrases that words begin or end with."""

from collections.abc import Iterable, Iterator

Phrase = tuple[str, ...]
"""Words in the forms in which they are compared."""


def phrases_of(texts: Iterable[str]) -> tuple[Phrase, ...]:
    """Return texts as phrases, the longest first."""
    return tuple(sorted((tuple(text.split()) for text in texts), key=len, reverse=True))


class Phrases:
    """Some phrases.

    Args:
        texts: what they say.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._known = dict.fromkeys(phrases_of(texts))
        self._by_first: dict[str, list[Phrase]] = {}
        self._by_last: dict[str, list[Phrase]] = {}
        for phrase in self._known:
            self._by_first.setdefault(phrase[0], []).append(phrase)
            self._by_last.setdefault(phrase[-1], []).append(phrase)

    def __iter__(self) -> Iterator[Phrase]:
        return iter(self._known)

    def __contains__(self, said: object) -> bool:
        return said in self._known

    def beginning(self, said: Phrase) -> int:
        """How many words the longest phrase has that words begin with and go on behind; 0 where none is."""
        known = self._by_first.get(said[0], ()) if said else ()
        fitting = (len(phrase) for phrase in known if said[: len(phrase)] == phrase)
        return next((length for length in fitting if length < len(said)), 0)

    def ending(self, said: Phrase) -> int:
        """How many words the longest phrase has that words end with and begin ahead of; 0 where none is."""
        known = self._by_last.get(said[-1], ()) if said else ()
        fitting = (len(phrase) for phrase in known if said[-len(phrase) :] == phrase)
        return next((length for length in fitting if length < len(said)), 0)
