"""Exact understanding: sample utterances as hassil templates over the slot values that were heard."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from hassil.intents import Intent, IntentData, Intents, SlotList, TextSlotList, WildcardSlotList
from hassil.recognize import RecognizeResult, recognize_all

from skill.hearing.interaction_model import SLOT, InteractionModel
from skill.hearing.slot_values import Reading, Spot
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import forms, said, words_of


@dataclass(frozen=True)
class Template:
    """A sample utterance.

    Attributes:
        intent: the intent it is a sample of.
        forms: its words, `{slots}` among them.
        slots: the slot type of each slot in it, by slot name.
    """

    intent: str
    forms: tuple[str, ...]
    slots: dict[str, str] = field(hash=False)

    @cached_property
    def literals(self) -> frozenset[str]:
        """The words that an utterance must have."""
        return frozenset(form for form in self.forms if not form.startswith("{"))

    def fits(self, spoken: tuple[str, ...]) -> bool:
        """Return whether words have this template's own in their order, with room for its slots between."""
        at = 0
        for form in self.forms:
            if form.startswith("{"):
                at += 1
                continue
            while at < len(spoken) and spoken[at] != form:
                at += 1
            at += 1
        return at <= len(spoken)

    @cached_property
    def data(self) -> IntentData:
        """The template in hassil's own terms, parsed when it is first needed."""
        sentence = " ".join(
            f"{{{_list_name(self.slots[form[1:-1]])}:{form[1:-1]}}}" if form.startswith("{") else form
            for form in self.forms
        )
        return IntentData(sentence_texts=[sentence], wildcard_list_names=set())


@dataclass(frozen=True, slots=True)
class Exact:
    """An utterance that a template fits.

    Attributes:
        template: the template.
        slots: what fills each of its slots.
        literal_letters: how many letters the template itself accounts for.
    """

    template: Template
    slots: dict[str, Spot]
    literal_letters: int


def templates_of(model: InteractionModel, vocabulary: Vocabulary) -> list[Template]:
    """Return a model's sample utterances as templates, each once."""
    found: dict[Template, None] = {}
    for intent in model.intents:
        for sample in intent.samples:
            slots = {name: intent.slots[name] for name in SLOT.findall(sample)}
            found.setdefault(Template(intent.name, forms(words_of(sample, vocabulary)), slots))
    return list(found)


class Templates:
    """Recognises utterances that say exactly what a sample says."""

    def __init__(self, templates: Iterable[Template]) -> None:
        self._by_word: dict[str, list[Template]] = {}
        self._bare: list[Template] = []
        counts: dict[str, int] = {}
        templates = list(templates)
        for template in templates:
            for literal in template.literals:
                counts[literal] = counts.get(literal, 0) + 1
        for template in templates:
            if template.literals:
                rarest = min(template.literals, key=lambda literal: (counts[literal], literal))
                self._by_word.setdefault(rarest, []).append(template)
            else:
                self._bare.append(template)

    def recognise(self, reading: Reading, wild: frozenset[str] = frozenset()) -> list[Exact]:
        """Return the templates that fit all words, the one that explains most in its own words first.

        Args:
            reading: the words and the slot values in them.
            wild: slot types that any words may fill.
        """
        heard = {spot.slot_type for spot in reading.spots} | wild
        spoken_in_order = forms(reading.words)
        spoken = frozenset(spoken_in_order)
        found: list[Exact] = []
        lists = _lists(reading, wild)
        for template in self._candidates(spoken):
            if (
                template.literals <= spoken
                and heard.issuperset(template.slots.values())
                and template.fits(spoken_in_order)
            ):
                found.extend(_matches(template, reading, lists))
        return sorted(found, key=lambda exact: (-exact.literal_letters, len(exact.slots)))

    def _candidates(self, spoken: frozenset[str]) -> Iterator[Template]:
        for form in spoken:
            yield from self._by_word.get(form, ())
        yield from self._bare


def _matches(template: Template, reading: Reading, lists: dict[str, SlotList]) -> Iterator[Exact]:
    text = " ".join(forms(reading.words))
    intents = Intents(language="en", intents={template.intent: Intent(template.intent, [template.data])})
    for result in recognize_all(text, intents, slot_lists=lists):
        slots = _filled(result, reading, template)
        if slots is not None:
            yield Exact(
                template,
                slots,
                sum(len(literal) for literal in template.forms if not literal.startswith("{")),
            )


def _filled(result: RecognizeResult, reading: Reading, template: Template) -> dict[str, Spot] | None:
    """Turn hassil's entities back into the spots they came from; None if one of them is no whole words."""
    starts, ends, at = {}, {}, 0
    for index, form in enumerate(forms(reading.words)):
        starts[at], ends[at + len(form)] = index, index + 1
        at += len(form) + 1
    filled: dict[str, Spot] = {}
    for entity in result.entities_list:
        if entity.text_span is None:
            return None
        begin = entity.text_span[0] + len(entity.text) - len(entity.text.lstrip())
        finish = begin + len(entity.text.strip())
        if begin not in starts or finish not in ends:
            return None
        start, end, slot_type = starts[begin], ends[finish], template.slots[entity.name]
        filled[entity.name] = next(
            (
                spot
                for spot in reading.spots
                if (spot.start, spot.end, spot.slot_type) == (start, end, slot_type)
            ),
            Spot(start, end, slot_type, said(reading.words[start:end]), unlisted=True),
        )
    return filled


def _lists(reading: Reading, wild: frozenset[str]) -> dict[str, SlotList]:
    texts: dict[str, list[str]] = {}
    for spot in reading.spots:
        text = " ".join(forms(reading.words[spot.start : spot.end]))
        if text not in texts.setdefault(spot.slot_type, []):
            texts[spot.slot_type].append(text)
    lists: dict[str, SlotList] = {
        _list_name(slot_type): TextSlotList.from_strings(
            heard, allow_template=False, name=_list_name(slot_type)
        )
        for slot_type, heard in texts.items()
    }
    for slot_type in wild:
        lists[_list_name(slot_type)] = WildcardSlotList(name=_list_name(slot_type))
    return lists


def _list_name(slot_type: str) -> str:
    return slot_type.replace(".", "_")
