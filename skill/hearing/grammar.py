"""Which sentences say exactly what was said: found by hassil, over the slot values that were heard."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from hassil.expression import Sentence
from hassil.intents import Intent, IntentData, Intents, SlotList, TextSlotList
from hassil.parse_expression import parse_sentence
from hassil.recognize import RecognizeResult, recognize_all

from skill.hearing.sentences import ANY, FREE, HeardForms, Sentences, Template, slot_type_of
from skill.hearing.slot_spans import MarkedWords, Match, SlotSpan
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import forms, said

_BRACKETS = re.compile(r"[()\[\]|;]")
_INNERMOST = re.compile(r"\([^()\[\]]*\)|\[[^()\[\]]*\]")


@dataclass(frozen=True, slots=True)
class GrammarMatch:
    """A sentence that fits an utterance.

    Attributes:
        template: the sentence.
        slots: what fills each of its slots.
        words_around: the words of the utterance that are in no slot.
    """

    template: Template
    slots: dict[str, SlotSpan]
    words_around: tuple[str, ...]

    @property
    def intent(self) -> str:
        """The intent that was said."""
        return self.template.intent


@dataclass(frozen=True)
class _Row:
    """A sentence, and what its text tells before hassil has read it, for reading takes longest.

    Attributes:
        template: the sentence.
        text: it, with its words as they are compared.
        takes: every word, `{list:slot}` and `<rule>` in it, those of its rules too.
        needs: the words, and the lists as `{list}`, of which no utterance of it lacks one.
    """

    template: Template
    text: str
    takes: frozenset[str]
    needs: frozenset[str]

    @cached_property
    def data(self) -> IntentData:
        """It, as hassil has it."""
        return IntentData([self.text])


class Grammar:
    """All sentences of a language.

    Attributes:
        slots: the type of each slot, by slot name, of each intent.
        words: every word that stands in a sentence, as it is compared.
        lists: the names of the lists that stand in a sentence.
    """

    def __init__(self, sentences: Sentences, vocabulary: Vocabulary) -> None:
        self._language = vocabulary.language
        heard = HeardForms(vocabulary)
        self._texts = {name: heard.of(text) for name, text in sentences.rules.items()}
        self._rule_parts: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._expansions: dict[str, Sentence] = {}
        self._rows = [self._row(template, heard.of(template.text)) for template in sentences.templates]
        self._taking: dict[str, int] = {}
        self._lists_of: dict[str, set[str]] = {}
        self.slots: dict[str, dict[str, str]] = {}
        for at, row in enumerate(self._rows):
            slots = self.slots.setdefault(row.template.intent, {})
            slots.update((name, slot_type_of(name)) for name in row.template.slots)
            for part in sorted(row.takes):
                self._taking[part] = self._taking.get(part, 0) | 1 << at
                if part[0] == "{":
                    list_name, _, slot = part[1:-1].partition(":")
                    slots[slot or list_name] = slot_type_of(list_name)
                    self._lists_of.setdefault(slot_type_of(list_name), set()).add(list_name)
        names = (name for lists in self._lists_of.values() for name in lists)
        self._nothing: dict[str, SlotList] = {name: TextSlotList(name, []) for name in names}
        self.words = frozenset(part for part in self._taking if part[0] not in "{<")
        self.lists = frozenset(self._nothing)

    def matches(self, marked: MarkedWords, *, unlisted: bool = False) -> list[GrammarMatch]:
        """Return what fits all words: first what has the runner's own names, then what says most itself.

        Args:
            marked: the words and the slot values in them.
            unlisted: whether `{any_...}` takes words that no list has.
        """
        spans = [span for span in marked.spans if unlisted or not span.unlisted]
        heard = self._heard(marked, spans)
        rows = list(self._fitting(marked, spans, heard.keys()))
        if not rows:
            return []
        intents: dict[str, Intent] = {}
        for row in rows:
            intents.setdefault(row.template.intent, Intent(row.template.intent)).data.append(row.data)
        rules = {part[1:-1] for row in rows for part in row.takes if part[0] == "<"}
        known = Intents(self._language, intents, expansion_rules={name: self._rule(name) for name in rules})
        origin = {id(row.data): row.template for row in rows}
        found: list[GrammarMatch] = []
        for result in recognize_all(
            " ".join(forms(marked.words)), known, slot_lists={**self._nothing, **heard}
        ):
            slots, template = _filled(result, marked), origin[id(result.intent_data)]
            if slots is not None:
                around = _around(marked, slots.values())
                found.append(GrammarMatch(template, slots | _implied(template, marked), around))
        return sorted(found, key=_order)

    def _fitting(
        self, marked: MarkedWords, spans: Iterable[SlotSpan], heard: AbstractSet[str]
    ) -> Iterator[_Row]:
        """Yield the sentences that take every word and lack none: few enough for hassil to try."""
        inside = {at for span in spans for at in range(span.start, span.end)}
        left = (1 << len(self._rows)) - 1
        for at, form in enumerate(forms(marked.words)):
            if at not in inside:
                left &= self._taking.get(form, 0)
        there = frozenset(forms(marked.words)).union(f"{{{name}}}" for name in heard)
        while left:
            row = self._rows[(left & -left).bit_length() - 1]
            left &= left - 1
            if row.needs <= there:
                yield row

    def _heard(self, marked: MarkedWords, spans: Iterable[SlotSpan]) -> dict[str, SlotList]:
        """The values that were heard, by the names of the lists that take them."""
        texts: dict[str, dict[str, str]] = {}
        for span in spans:
            text = " ".join(forms(marked.words[span.start : span.end]))
            for name in self._lists_of.get(span.slot_type, ()):
                if not span.unlisted or name.startswith(FREE) or (name.startswith(ANY) and not span.familiar):
                    texts.setdefault(name, {})[text] = span.slot_type
        return {
            name: TextSlotList.from_tuples(sorted(values.items()), allow_template=False, name=name)
            for name, values in texts.items()
        }

    def _row(self, template: Template, text: str) -> _Row:
        takes, needs = self._parts(text)
        return _Row(template, text, takes, needs)

    def _parts(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """All that is in a text and in its rules, and what of it is outside of all brackets."""
        outside, times = text, 1
        while times:
            outside, times = _INNERMOST.subn(" ", outside)
        takes = set(_BRACKETS.sub(" ", text).split())
        needs = set() if "|" in outside else set(outside.split())
        for rule in [part[1:-1] for part in takes if part[0] == "<"]:
            if rule not in self._rule_parts:
                self._rule_parts[rule] = self._parts(self._texts[rule])
            taken, needed = self._rule_parts[rule]
            takes |= taken
            needs |= needed if f"<{rule}>" in needs else set()
        plain = {part.partition(":")[0] + "}" if part[0] == "{" and ":" in part else part for part in needs}
        return frozenset(takes), frozenset(part for part in plain if part[0] != "<")

    def _rule(self, name: str) -> Sentence:
        if name not in self._expansions:
            self._expansions[name] = parse_sentence(self._texts[name], keep_text=True)
        return self._expansions[name]


def _order(match: GrammarMatch) -> tuple[int, int, int]:
    taught = sum(bool(span.dynamic) for span in match.slots.values())
    return -taught, -len("".join(match.words_around)), len(match.slots)


def _around(marked: MarkedWords, spans: Iterable[SlotSpan]) -> tuple[str, ...]:
    inside = {at for span in spans for at in range(span.start, span.end)}
    return tuple(word.form for at, word in enumerate(marked.words) if at not in inside)


def _implied(template: Template, marked: MarkedWords) -> dict[str, SlotSpan]:
    """The slots that a sentence fills without naming them."""
    return {
        name: SlotSpan(0, 0, slot_type_of(name), said(marked.words), (Match(id_, id_),))
        for name, id_ in template.slots.items()
    }


def _filled(result: RecognizeResult, marked: MarkedWords) -> dict[str, SlotSpan] | None:
    """Turn hassil's entities back into the spans they came from; None if one of them is no whole words."""
    starts, ends, at = {}, {}, 0
    for index, form in enumerate(forms(marked.words)):
        starts[at], ends[at + len(form)] = index, index + 1
        at += len(form) + 1
    filled: dict[str, SlotSpan] = {}
    for entity in result.entities_list:
        if entity.text_span is None:
            return None
        begin = entity.text_span[0] + len(entity.text) - len(entity.text.lstrip())
        finish = begin + len(entity.text.strip())
        if begin not in starts or finish not in ends:
            return None
        place = starts[begin], ends[finish], str(entity.value)
        there = [span for span in marked.spans if (span.start, span.end, span.slot_type) == place]
        if not there:
            return None
        filled[entity.name] = there[0]
    return filled
