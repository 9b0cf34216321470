"""Sentences written out in few samples: each in its plainest way, and no alternative missing."""

import re
from collections import Counter, deque
from collections.abc import Mapping, Sequence

from skill.hearing.expansion import Way, spaced, way_of
from skill.hearing.sentences import Template

_RULE = re.compile(r"<(\w+)>")


def written_out(templates: Sequence[Template], rules: Mapping[str, str]) -> list[list[str]]:
    """Write out templates in few sentences, in which no alternative is missing.

    The first sentence of a template is the plainest: without what may be left out, and with the first of all
    alternatives. Each of the others has as many alternatives as possible that stand in none before. One that
    fills a slot stands in a sentence of every intent that has it, one of words alone in a sentence of any;
    those of a rule are shared out among all that name it.

    Args:
        templates: of a language, or some of it; errors as in `every_way`.
        rules: the texts of the rules.

    Returns:
        the sentences of each template, none twice, in a fixed order.
    """
    writer = _Writer(rules)
    samples = [[writer.plainest(template)] for template in templates]
    for with_rules in (False, True):
        waiting = deque(zip(templates, samples, strict=True))
        while waiting:
            template, said = waiting.popleft()
            sentence = writer.newest(template, with_rules=with_rules)
            if sentence:
                said.append(sentence)
                waiting.append((template, said))
    return [list(dict.fromkeys(said)) for said in samples]


class _Writer:
    """Writes sentences, and knows which alternatives stand in one."""

    def __init__(self, rules: Mapping[str, str]) -> None:
        self._rules = rules
        self._said = {""}
        self._filling: dict[str, bool] = {}

    def plainest(self, template: Template) -> str:
        """Write out the first of all alternatives."""
        return self._sentence(template, new=False)

    def newest(self, template: Template, *, with_rules: bool) -> str | None:
        """Write out alternatives that stand nowhere yet, as many as fit into a sentence with no slot twice.

        Args:
            template: what is written out.
            with_rules: whether it is enough that there are new ones in the rules that it names.

        Returns:
            the sentence; None where there is none with anything new.
        """
        if not self._is_new(way_of(template.text), template.intent, with_rules=with_rules):
            return None
        known = len(self._said)
        sentence = self._sentence(template, new=True)
        return sentence if len(self._said) > known else None

    def _sentence(self, template: Template, *, new: bool) -> str:
        way = way_of(template.text)
        return spaced(self._say(way, template.intent, Counter(self._plain_slots(way)), new=new))

    def _say(self, way: Way, intent: str, slots: Counter[str], *, new: bool) -> str:
        """Write out a way; `slots` are those of the whole sentence, as it is so far."""
        self._said.add(self._key(way, intent))
        parts = []
        for part in way.parts:
            if not isinstance(part, str):
                slots -= self._plain_slots(part[0])
                fitting = (each for each in part if new and not slots & self._plain_slots(each))
                fresh = (each for each in fitting if self._is_new(each, intent, with_rules=True))
                chosen = next(fresh, part[0])
                slots += self._plain_slots(chosen)
                parts.append(self._say(chosen, intent, slots, new=new))
            elif part.startswith("<"):
                parts.append(self._say(self._rule(part), intent, slots, new=new))
            else:
                parts.append(part)
        return "".join(parts)

    def _is_new(self, way: Way, intent: str, *, with_rules: bool) -> bool:
        if self._key(way, intent) not in self._said:
            return True
        for part in way.parts:
            if not isinstance(part, str):
                if any(self._is_new(each, intent, with_rules=with_rules) for each in part):
                    return True
            elif (
                with_rules
                and part.startswith("<")
                and self._is_new(self._rule(part), intent, with_rules=True)
            ):
                return True
        return False

    def _rule(self, part: str) -> Way:
        return way_of(self._rules[part[1:-1]])

    def _key(self, way: Way, intent: str) -> str:
        """What an alternative is known by: its own words, and the intent where they fill a slot."""
        return f"{intent}: {way.words}" if self._fills(way.words) else way.words

    def _fills(self, text: str) -> bool:
        if text not in self._filling:
            rules = (self._rules[rule] for rule in _RULE.findall(text))
            self._filling[text] = "{" in text or any(map(self._fills, rules))
        return self._filling[text]

    def _plain_slots(self, way: Way) -> Counter[str]:
        """The slots in the plainest sentence of a way."""
        slots: Counter[str] = Counter()
        for part in way.parts:
            if not isinstance(part, str):
                slots += self._plain_slots(part[0])
            elif part.startswith("<"):
                slots += self._plain_slots(self._rule(part))
            elif part.startswith("{"):
                slots[part] += 1
        return slots
