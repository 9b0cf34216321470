"""Sentences written out in few samples, in which no alternative is missing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from skill.hearing.expansion import Row, once_each, ways_to_say
from skill.hearing.sentences import Template

_RULE = re.compile(r"<(\w+)>")


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
    return [once_each(sentences) for sentences in written]


class _Turns:
    """The alternatives of each rule, taken in turns."""

    def __init__(self, rules: Mapping[str, str], seen: set[str]) -> None:
        self._texts = rules
        self._seen = seen
        self._ways: dict[str, Row] = {}
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

    def _ways_of(self, rule: str) -> Row:
        if rule not in self._ways:
            self._ways[rule] = _new_ways(self._texts[rule], self._seen)
            self._next[rule] = 0
        return self._ways[rule]


def _named(rule: str) -> Row:
    return [f"<{rule}>"]


def _new_ways(text: str, seen: set[str]) -> Row:
    """Write out a text so often that every alternative in it stands somewhere that was not `seen` before."""
    now: set[str] = set()
    ways = ways_to_say(text, _named, partial(_side_by_side, seen, now))
    seen |= now
    return ways


def _side_by_side(before: set[str], now: set[str], rows: list[Row]) -> Iterator[str]:
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
