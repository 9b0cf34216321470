"""All that a template says, written out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import permutations, product

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

Row = list[str]
"""What can stand in one place of a sentence."""


def every_way(text: str, rules: Mapping[str, str]) -> list[str]:
    """Write out all that a template says, in a fixed order.

    Args:
        text: the template, in hassil's format; a list in it becomes its slot, `{list:slot}` is `{slot}`.
        rules: the texts of the rules that it may name; KeyError where it names another.

    Raises:
        hassil's ParseError: it is no template.
    """

    def all_ways(rows: list[Row]) -> Iterator[str]:
        return ("".join(ways) for ways in product(*rows))

    def ways_of(rule: str) -> Row:
        return ways_to_say(rules[rule], ways_of, all_ways)

    return once_each(ways_to_say(text, ways_of, all_ways))


def ways_to_say(text: str, ways_of: Callable[[str], Row], join: Callable[[list[Row]], Iterable[str]]) -> Row:
    """Write out a text.

    Args:
        text: a template or a rule.
        ways_of: what stands in the place of a rule.
        join: puts what can stand in neighbouring places one behind the other; as many times as it likes.
    """

    def read(expression: Expression) -> Row:
        if isinstance(expression, TextChunk):
            return [expression.original_text]
        if isinstance(expression, ListReference):
            return [f"{{{expression.slot_name}}}"]
        if isinstance(expression, RuleReference):
            return ways_of(expression.rule_name)
        if isinstance(expression, Alternative):
            return [way for item in expression.items for way in read(item)]
        if not isinstance(expression, Group):
            raise TypeError(f"{expression!r} is nothing that hassil's sentences are made of")
        rows = [read(item) for item in expression.items]
        orders = permutations(rows) if isinstance(expression, Permutation) else [rows]
        return [way for order in orders for way in join(list(order))]

    return read(parse_sentence(text, keep_text=True).expression)


def once_each(sentences: Iterable[str]) -> list[str]:
    """Return sentences with single spaces, each once."""
    return list(dict.fromkeys(" ".join(sentence.split()) for sentence in sentences))
