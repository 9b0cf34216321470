"""Templates taken apart, and all that they say written out."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, permutations, product

from hassil.expression import (
    Alternative,
    Expression,
    Group,
    ListReference,
    Permutation,
    RuleReference,
    TextChunk,
)
from hassil.parse_expression import parse_sentence

from skill.value import Value


class Way(Value):
    """One way to say something.

    Attributes:
        parts: what stands one behind the other: words, `{slots}` and `<rules>`, and between them choices: the
            ways of which one is taken, the plainest first. That is nothing where nothing need be said.
        words: what of it stands outside of all choices.
    """

    parts: tuple["str | tuple[Way, ...]", ...]
    words: str


@cache
def way_of(text: str) -> Way:
    """Take a template or a rule apart; a list in it becomes its slot, `{list:slot}` is `{slot}`.

    Raises:
        hassil's ParseError: it is none.
    """
    return _way([parse_sentence(text, keep_text=True).expression])


def every_way(text: str, rules: Mapping[str, str]) -> list[str]:
    """Write out all that a template says, in a fixed order, the plainest way first.

    Args:
        text: the template, in hassil's format; errors as in `way_of`.
        rules: the texts of the rules that it may name; KeyError where it names another.
    """

    def all_of(way: Way) -> Iterator[str]:
        return ("".join(said) for said in product(*map(read, way.parts)))

    def read(part: str | tuple[Way, ...]) -> list[str]:
        if isinstance(part, str):
            return list(all_of(way_of(rules[part[1:-1]]))) if part[:1] == "<" else [part]
        return [said for way in part for said in all_of(way)]

    return list(dict.fromkeys(map(spaced, all_of(way_of(text)))))


def spaced(text: str) -> str:
    """Return a text with single spaces."""
    return " ".join(text.split())


def _way(expressions: Iterable[Expression]) -> Way:
    parts = tuple(chain.from_iterable(map(_parts, expressions)))
    return Way(parts, spaced("".join(part if isinstance(part, str) else " " for part in parts)))


def _parts(expression: Expression) -> Iterable[str | tuple[Way, ...]]:
    if isinstance(expression, TextChunk):
        return [expression.original_text]
    if isinstance(expression, ListReference):
        return [f"{{{expression.slot_name}}}"]
    if isinstance(expression, RuleReference):
        return [f"<{expression.rule_name}>"]
    if isinstance(expression, Permutation):
        return [tuple(map(_way, permutations(expression.items)))]
    if isinstance(expression, Alternative):
        ways = [_way([item]) for item in expression.items]
        return [(ways[-1], *ways[:-1]) if expression.is_optional else tuple(ways)]
    if not isinstance(expression, Group):
        raise TypeError(f"{expression!r} is nothing that hassil's sentences are made of")
    return chain.from_iterable(map(_parts, expression.items))
