"""What a sentence can begin and end with, told before it is tried.

Of the sentences that have all words of an utterance, one in a dozen begins and ends as it does.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from hassil.expression import (
    Alternative,
    Expression,
    Group,
    ListReference,
    Permutation,
    RuleReference,
    Sentence,
    TextChunk,
)


class Edges(NamedTuple):
    """The words, and the lists as `{list}`, at the edges of what a part of a sentence says.

    Attributes:
        first: with which it may begin.
        last: with which it may end.
        silent: whether it may say nothing.
    """

    first: frozenset[str]
    last: frozenset[str]
    silent: bool


class EdgeFinder:
    """Finds the edges of what hassil reads.

    Args:
        rule: gives the sentence of an expansion rule, by its name.
    """

    def __init__(self, rule: Callable[[str], Sentence]) -> None:
        self._sentence_of = rule
        self._rules: dict[str, Edges] = {}

    def of(self, expression: Expression) -> Edges:
        """Return the edges of an expression; raises TypeError for one that hassil never reads."""
        match expression:
            case TextChunk(text=text):
                words = text.split()
                return Edges(frozenset(words[:1]), frozenset(words[-1:]), not words)
            case ListReference(list_name=name):
                value = frozenset((f"{{{name}}}",))
                return Edges(value, value, silent=False)
            case RuleReference(rule_name=name):
                if name not in self._rules:
                    self._rules[name] = self.of(self._sentence_of(name).expression)
                return self._rules[name]
            case Alternative(items=items):
                parts = [self.of(item) for item in items]
                return _either(parts, silent=any(part.silent for part in parts))
            case Permutation(items=items):
                parts = [self.of(item) for item in items]
                return _either(parts, silent=all(part.silent for part in parts))
            case Group(items=items):
                parts = [self.of(item) for item in items]
                silent = all(part.silent for part in parts)
                return Edges(
                    _up_to_the_first_said((part.first, part.silent) for part in parts),
                    _up_to_the_first_said((part.last, part.silent) for part in reversed(parts)),
                    silent,
                )
        raise TypeError(f"No sentence has this in it: {expression!r}")


def _either(parts: list[Edges], *, silent: bool) -> Edges:
    first, last = (part.first for part in parts), (part.last for part in parts)
    return Edges(frozenset().union(*first), frozenset().union(*last), silent)


def _up_to_the_first_said(edges: Iterable[tuple[frozenset[str], bool]]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for edge, silent in edges:
        found |= edge
        if not silent:
            break
    return found
