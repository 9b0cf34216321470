"""Which sentences say exactly what was said: found by hassil, over the slot values that were heard."""

from collections.abc import Iterable

from hassil.intents import Intent, Intents, SlotList, TextSlotList
from hassil.recognize import RecognizeResult, recognize_all

from skill.hearing.sentence_filter import PlacedValue, SentenceFilter
from skill.hearing.sentence_index import Reading
from skill.hearing.sentence_rows import Rules, lists_among, rules_among
from skill.hearing.sentences import ANY, FREE, HeardForms, Sentences, Template, slot_type_of
from skill.hearing.slot_spans import MarkedWords, Match, SlotSpan
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import forms, said
from skill.value import Value


class GrammarMatch(Value):
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


class Grammar:
    """All sentences of a language.

    Attributes:
        slots: the type of each slot, by slot name, of each intent.
        words: every word that stands in a sentence, as it is compared.
        lists: the names of the lists that stand in a sentence.
    """

    def __init__(self, sentences: Sentences, vocabulary: Vocabulary) -> None:
        self._language = vocabulary.language
        self._rules = Rules(sentences.rules, HeardForms(vocabulary))
        rows = [self._rules.row(template) for template in sentences.templates]
        self._filter = SentenceFilter(rows, self._rules)
        self._lists_of: dict[str, set[str]] = {}
        self._labels_of_kinds: dict[tuple[str, bool, bool], tuple[str, ...]] = {}
        self.slots: dict[str, dict[str, str]] = {}
        lists_in = {name: lists_among(parts) for name, parts in self._rules.parts.items()}
        for row in rows:
            slots = self.slots.setdefault(row.template.intent, {})
            slots.update((name, slot_type_of(name)) for name in row.template.slots)
            lists = lists_among(row.parts).union(*(lists_in[name] for name in rules_among(row.parts)))
            for part in sorted(lists):
                list_name, _, slot = part[1:-1].partition(":")
                slots[slot or list_name] = slot_type_of(list_name)
                self._lists_of.setdefault(slot_type_of(list_name), set()).add(list_name)
        names = (name for lists in self._lists_of.values() for name in lists)
        self._nothing: dict[str, SlotList] = {name: TextSlotList(name, []) for name in names}
        parts = frozenset().union(*(row.parts for row in rows), *self._rules.parts.values())
        self.words = frozenset(part for part in parts if part[0] not in "{<")
        self.lists = frozenset(self._nothing)

    def reading(self, form: str, slot_types: Iterable[str]) -> Reading:
        """What may say a word: by itself, or in a value of one of these types."""
        lists = (name for slot_type in slot_types for name in self._lists_of.get(slot_type, ()))
        return self._filter.reading((form, *(f"{{{name}}}" for name in lists)))

    def may_say(self, readings: Iterable[Reading]) -> bool:
        """Whether some sentence may say all words with these readings: told before their values are found."""
        return self._filter.may_say(readings)

    def matches(self, marked: MarkedWords) -> list[GrammarMatch]:
        """Return what fits all words: first what has the runner's own names, then what says most itself.

        `{any_...}` takes the words that no list has where `marked` has them as spans.
        """
        values = [PlacedValue(span.start, span.end, self._labels_of(span)) for span in marked.spans]
        rows = list(self._filter.fitting(forms(marked.words), values))
        if not rows:
            return []
        intents: dict[str, Intent] = {}
        for row in rows:
            intents.setdefault(row.template.intent, Intent(row.template.intent)).data.append(row.data)
        rules = {name: self._rules.sentence(name) for row in rows for name in self._rules.used_by(row)}
        known = Intents(self._language, intents, expansion_rules=rules)
        origin = {id(row.data): row.template for row in rows}
        found: list[GrammarMatch] = []
        for result in recognize_all(
            " ".join(forms(marked.words)),
            known,
            slot_lists={**self._nothing, **self._heard(marked)},
        ):
            slots, template = _filled(result, marked), origin[id(result.intent_data)]
            if slots is not None:
                around = _around(marked, slots.values())
                found.append(GrammarMatch(template, slots | _implied(template, marked), around))
        return sorted(found, key=_order)

    def _labels_of(self, span: SlotSpan) -> tuple[str, ...]:
        """The lists that take a value, as `{list}`."""
        kind = span.slot_type, span.unlisted, span.familiar
        if kind not in self._labels_of_kinds:
            self._labels_of_kinds[kind] = tuple(
                f"{{{name}}}"
                for name in self._lists_of.get(span.slot_type, ())
                if not span.unlisted or name.startswith(FREE) or (name.startswith(ANY) and not span.familiar)
            )
        return self._labels_of_kinds[kind]

    def _heard(self, marked: MarkedWords) -> dict[str, SlotList]:
        """The values that were heard, by the names of the lists that take them."""
        texts: dict[str, dict[str, str]] = {}
        for span in marked.spans:
            text = " ".join(forms(marked.words[span.start : span.end]))
            for label in self._labels_of(span):
                texts.setdefault(label[1:-1], {})[text] = span.slot_type
        return {
            name: TextSlotList.from_tuples(sorted(values.items()), allow_template=False, name=name)
            for name, values in texts.items()
        }


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
