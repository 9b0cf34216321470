"""Templates written out: in few sentences, or in all there are."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
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

from skill.hearing.sentences import Template

_RULE = re.compile(r"<(\w+)>")
_Row = list[str]


def every_way(text: str, rules: Mapping[str, str]) -> list[str]:
    """Write out all that a template says, in a fixed order.

    Args:
        text: the template, in hassil's format; a list in it becomes its slot, `{list:slot}` is `{slot}`.
        rules: the texts of the rules that it may name; KeyError where it names another.

    Raises:
        hassil's ParseError: it is no template.
    """

    def all_ways(rows: list[_Row]) -> Iterator[str]:
        return ("".join(ways) for ways in product(*rows))

    def ways_of(rule: str) -> _Row:
        return _ways(rules[rule], ways_of, all_ways)

    return _once_each(_ways(text, ways_of, all_ways))


def written_out(templates: Sequence[Template], rules: Mapping[str, str]) -> list[list[str]]:
    """Write out templates in few sentences, in which no alternative is missing.

    Each template is written out at least once, and so often that every alternative in it stands in a sentence
    of its intent. The alternatives of a rule are taken in turns by all that name it, whatever their intent;
    what is left over is written out with the first template that leads there.

    Args:
        templates: of a language, or some of it; errors as in `every_way`.
        rules: the texts of the rules.

    Returns:
        the sentences of each template, none twice, in a fixed order.
    """
    seen: set[str] = set()
    turns = _Turns(rules, seen)
    rows = [_new_ways(template.text, seen) for template in templates]
    written = [[turns.fill(way) for way in row] for row in rows]
    for row, sentences in zip(rows, written, strict=True):
        for way in row:
            while turns.left(way):
                sentences.append(turns.fill(way))
    return [_once_each(sentences) for sentences in written]


class _Turns:
    """The alternatives of each rule, taken in turns."""

    def __init__(self, rules: Mapping[str, str], seen: set[str]) -> None:
        self._texts = rules
        self._seen = seen
        self._ways: dict[str, _Row] = {}
        self._next: dict[str, int] = {}

    def fill(self, way: str) -> str:
        """Put the next alternative in the place of each rule."""
        return _RULE.sub(lambda rule: self.fill(self._take(rule[1])), way)

    def left(self, way: str) -> bool:
        """Whether an alternative that has not been taken can be reached from here."""
        return any(self._left(rule) for rule in _RULE.findall(way))

    def _left(self, rule: str) -> bool:
        ways = self._ways_of(rule)
        return self._next[rule] < len(ways) or any(self.left(way) for way in ways)

    def _take(self, rule: str) -> str:
        ways, at = self._ways_of(rule), self._next.get(rule, 0)
        if at >= len(ways):
            at = next((more for more in range(at, at + len(ways)) if self.left(ways[more % len(ways)])), at)
        self._next[rule] = at + 1
        return ways[at % len(ways)]

    def _ways_of(self, rule: str) -> _Row:
        if rule not in self._ways:
            self._ways[rule] = _new_ways(self._texts[rule], self._seen)
            self._next[rule] = 0
        return self._ways[rule]


def _ways(text: str, ways_of: Callable[[str], _Row], join: Callable[[list[_Row]], Iterable[str]]) -> _Row:
    def read(expression: Expression) -> _Row:
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


def _named(rule: str) -> _Row:
    return [f"<{rule}>"]


def _new_ways(text: str, seen: set[str]) -> _Row:
    """Write out a text so often that every alternative in it stands somewhere that was not `seen` before."""
    now: set[str] = set()
    ways = _ways(text, _named, partial(_side_by_side, seen, now))
    seen |= now
    return ways


def _side_by_side(before: set[str], now: set[str], rows: list[_Row]) -> Iterator[str]:
    """Put ways one behind the other, so often that each stands somewhere that was not seen `before`.

    What is seen `now` is noted; where there is nothing new, the shortest way stands.
    """
    new = [[way for way in row if way.strip() and way not in before] if len(row) > 1 else [] for row in rows]
    shortest = [min(row, key=len) for row in rows]
    for turn in range(max(1, *(len(row) for row in new)) if rows else 0):
        yield "".join(
            unseen[turn] if turn < len(unseen) else short for unseen, short in zip(new, shortest, strict=True)
        )
    now.update(way for row in new for way in row)


def _once_each(sentences: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(" ".join(sentence.split()) for sentence in sentences))
