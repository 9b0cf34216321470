"""Which sentences say exactly what was said: found by hassil, over the slot values that were heard."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from hassil.expression import Group, ListReference, Sentence
from hassil.intents import Intent, IntentData, Intents, SlotList, TextSlotList
from hassil.parse_expression import parse_sentence
from hassil.recognize import RecognizeResult, recognize_all

from skill.hearing.sentences import ANY, NUMBER, Sentences, Template, in_heard_forms, slot_type_of
from skill.hearing.slot_spans import MarkedWords, Match, SlotSpan
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import forms, said

_MARKS = re.compile(r"\{[^}]*\}|<[^>]*>|[()\[\]|;]")


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
class _Rule:
    """A template as hassil knows it.

    Attributes:
        template: the template.
        text: it, in the forms in which words are compared.
        data: it, in hassil's terms.
        needs: the word parts that an utterance must have: of each set one.
    """

    template: Template
    text: str
    data: IntentData = field(repr=False)
    needs: frozenset[frozenset[str]]


class Grammar:
    """All sentences of a language.

    Attributes:
        slots: the type of each slot, by slot name, of each intent.
    """

    def __init__(self, sentences: Sentences, vocabulary: Vocabulary) -> None:
        self._language = vocabulary.language
        self._expansions: dict[str, Sentence] = {
            name: parse_sentence(in_heard_forms(text, vocabulary), keep_text=True)
            for name, text in sentences.rules.items()
        }
        self._rules = [self._rule(template, vocabulary) for template in sentences.templates]
        self._clauses = frozenset(clause for rule in self._rules for clause in rule.needs)
        self._lists: set[str] = set()
        self.slots: dict[str, dict[str, str]] = {}
        for rule in self._rules:
            slots = self.slots.setdefault(rule.template.intent, {})
            slots.update((name, slot_type_of(name)) for name in rule.template.slots)
            for reference in _lists_in(rule.data.sentences[0], self._expansions):
                slots[reference.slot_name] = slot_type_of(reference.list_name)
                self._lists.add(reference.list_name)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that stands in a sentence, as it is compared."""
        texts = (expression.text or "" for expression in self._expansions.values())
        return frozenset(
            word for text in (*(rule.text for rule in self._rules), *texts) for word in _words_in(text)
        )

    def matches(self, marked: MarkedWords, *, unlisted: bool = False) -> list[GrammarMatch]:
        """Return what fits all words, what says most of them itself first.

        Args:
            marked: the words and the slot values in them.
            unlisted: whether `{any_...}` takes words that no list has.
        """
        text = " ".join(forms(marked.words))
        there = {clause for clause in self._clauses if any(part in text for part in clause)}
        fitting = [rule for rule in self._rules if rule.needs <= there]
        lists = self._heard(marked, unlisted=unlisted)
        found = [match for rule in fitting for match in self._try(rule, text, marked, lists)]
        return sorted(found, key=lambda match: (-len("".join(match.words_around)), len(match.slots)))

    def _try(
        self, rule: _Rule, text: str, marked: MarkedWords, lists: dict[str, SlotList]
    ) -> Iterator[GrammarMatch]:
        intents = Intents(
            self._language,
            {rule.template.intent: Intent(rule.template.intent, [rule.data])},
            expansion_rules=self._expansions,
        )
        for result in recognize_all(text, intents, slot_lists=lists):
            slots = _filled(result, marked)
            if slots is not None:
                around = _around(marked, slots.values())
                yield GrammarMatch(rule.template, slots | _implied(rule.template, marked), around)

    def _rule(self, template: Template, vocabulary: Vocabulary) -> _Rule:
        text = in_heard_forms(template.text, vocabulary)
        data = IntentData([text])
        needs = data.sentences[0].get_required_clauses(self._expansions)
        return _Rule(template, text, data, needs)

    def _heard(self, marked: MarkedWords, *, unlisted: bool) -> dict[str, SlotList]:
        texts: dict[str, set[str]] = {name: set() for name in self._lists}
        for span in marked.spans:
            text = " ".join(forms(marked.words[span.start : span.end]))
            for name in self._lists:
                takes_any = unlisted and (name.startswith(ANY) or span.slot_type == NUMBER)
                listed = not span.unlisted or takes_any
                if listed and slot_type_of(name) == span.slot_type:
                    texts[name].add(text)
        return {
            name: TextSlotList.from_tuples(
                ((text, slot_type_of(name)) for text in sorted(heard)), allow_template=False, name=name
            )
            for name, heard in texts.items()
        }


def _lists_in(sentence: Sentence, expansions: dict[str, Sentence]) -> Iterable[ListReference]:
    whole = sentence.expression
    return whole.list_references(expansions) if isinstance(whole, Group) else ()


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
        start, end, slot_type = starts[begin], ends[finish], str(entity.value)
        filled[entity.name] = next(
            span for span in marked.spans if (span.start, span.end, span.slot_type) == (start, end, slot_type)
        )
    return filled


def _words_in(text: str) -> Iterator[str]:
    """The words of a template, without what only says how they go together."""
    for part in _MARKS.split(text):
        yield from part.split()
