"""Sentences written out: so few that every alternative of a template stands in one of them."""

from collections.abc import Iterator, Mapping
from itertools import cycle, islice

from hassil.expression import Alternative, Expression, Group, ListReference, RuleReference, TextChunk
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
    expression = parse_sentence(text, keep_text=True).expression
    return list(dict.fromkeys(" ".join(sentence.split()) for sentence in _ways(expression, rules)))


def _ways(expression: Expression, rules: Mapping[str, str]) -> list[str]:
    if isinstance(expression, TextChunk):
        return [expression.original_text]
    if isinstance(expression, ListReference):
        return [f"{{{expression.slot_name}}}"]
    if isinstance(expression, RuleReference):
        return _ways(parse_sentence(rules[expression.rule_name], keep_text=True).expression, rules)
    if isinstance(expression, Alternative):
        return [way for item in expression.items for way in _ways(item, rules)]
    assert isinstance(expression, Group)
    return list(_side_by_side([_ways(item, rules) for item in expression.items]))


def _side_by_side(rows: list[list[str]]) -> Iterator[str]:
    """Put each row's ways one behind the other, the shorter rows again and again."""
    longest = max((len(row) for row in rows), default=0)
    turned = [islice(cycle(row), at % len(row), None) for at, row in enumerate(rows)]
    for _ in range(longest):
        yield "".join(next(row) for row in turned)
