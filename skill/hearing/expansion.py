"""Templates written out: in so few sentences that every alternative stands in one, or in all there are."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import cycle, islice, permutations, product

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


def written_out(text: str, rules: Mapping[str, str]) -> list[str]:
    """Write out a template.

    Args:
        text: the template, in hassil's format; a list in it becomes its slot, `{list:slot}` is `{slot}`.
        rules: the texts of the rules that it may name.

    Returns:
        as many sentences as the longest row of alternatives in it has, each once, in a fixed order.

    Raises:
        KeyError: it names a rule that is not there.
        hassil's ParseError: it is no template.
    """
    return _once_each(_ways(parse_sentence(text, keep_text=True).expression, rules, _side_by_side))


def every_way(text: str, rules: Mapping[str, str]) -> list[str]:
    """Write out all that a template says, in a fixed order; arguments and errors as in `written_out`."""
    return _once_each(_ways(parse_sentence(text, keep_text=True).expression, rules, _all_together))


_Row = list[str]


def _ways(
    expression: Expression, rules: Mapping[str, str], join: Callable[[list[_Row]], Iterable[str]]
) -> _Row:
    if isinstance(expression, TextChunk):
        return [expression.original_text]
    if isinstance(expression, ListReference):
        return [f"{{{expression.slot_name}}}"]
    if isinstance(expression, RuleReference):
        return _ways(parse_sentence(rules[expression.rule_name], keep_text=True).expression, rules, join)
    if isinstance(expression, Alternative):
        return [way for item in expression.items for way in _ways(item, rules, join)]
    if not isinstance(expression, Group):
        raise TypeError(f"{expression!r} is nothing that hassil's sentences are made of")
    rows = [_ways(item, rules, join) for item in expression.items]
    orders = permutations(rows) if isinstance(expression, Permutation) else [rows]
    return [way for order in orders for way in join(list(order))]


def _once_each(sentences: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(" ".join(sentence.split()) for sentence in sentences))


def _all_together(rows: list[_Row]) -> Iterator[str]:
    return ("".join(ways) for ways in product(*rows))


def _side_by_side(rows: list[_Row]) -> Iterator[str]:
    """Put each row's ways one behind the other, the shorter rows again and again."""
    longest = max((len(row) for row in rows), default=0)
    turned = [islice(cycle(row), at % len(row), None) for at, row in enumerate(rows)]
    for _ in range(longest):
        yield "".join(next(row) for row in turned)
