"""The samples that say exactly what was said, found by hassil over the slot values in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hassil.intents import Intent, Intents, SlotList, TextSlotList, WildcardSlotList
from hassil.recognize import RecognizeResult, recognize_all

from skill.hearing.samples import Sample, list_name
from skill.hearing.slot_spans import MarkedWords, SlotSpan
from skill.hearing.words import forms, said


@dataclass(frozen=True, slots=True)
class ExactMatch:
    """An utterance that a sample fits.

    Attributes:
        sample: the sample.
        slots: what fills each of its slots.
        literal_letters: how many letters the sample itself accounts for.
    """

    sample: Sample
    slots: dict[str, SlotSpan]
    literal_letters: int


class ExactMatcher:
    """Recognises utterances that say exactly what a sample says."""

    def __init__(self, samples: Iterable[Sample], language: str) -> None:
        self._language = language
        self._by_word: dict[str, list[Sample]] = {}
        self._bare: list[Sample] = []
        counts: dict[str, int] = {}
        samples = list(samples)
        for sample in samples:
            for literal in sample.literals:
                counts[literal] = counts.get(literal, 0) + 1
        for sample in samples:
            if sample.literals:
                rarest = min(sample.literals, key=lambda literal: (counts[literal], literal))
                self._by_word.setdefault(rarest, []).append(sample)
            else:
                self._bare.append(sample)

    def recognise(self, marked: MarkedWords, wild: frozenset[str] = frozenset()) -> list[ExactMatch]:
        """Return the samples that fit all words, the one that explains most in its own words first.

        Args:
            marked: the words and the slot values in them.
            wild: slot types that any words may fill.
        """
        heard = {span.slot_type for span in marked.spans} | wild
        spoken_in_order = forms(marked.words)
        spoken = frozenset(spoken_in_order)
        found: list[ExactMatch] = []
        lists = _lists(marked, wild)
        for sample in self._candidates(spoken):
            if (
                sample.literals <= spoken
                and heard.issuperset(sample.slots.values())
                and sample.fits(spoken_in_order)
            ):
                found.extend(self._matches(sample, marked, lists))
        return sorted(found, key=lambda exact: (-exact.literal_letters, len(exact.slots)))

    def _candidates(self, spoken: frozenset[str]) -> Iterator[Sample]:
        for form in spoken:
            yield from self._by_word.get(form, ())
        yield from self._bare

    def _matches(
        self, sample: Sample, marked: MarkedWords, lists: dict[str, SlotList]
    ) -> Iterator[ExactMatch]:
        intents = Intents(self._language, {sample.intent: Intent(sample.intent, [sample.data])})
        for result in recognize_all(" ".join(forms(marked.words)), intents, slot_lists=lists):
            slots = _filled(result, marked, sample)
            if slots is not None:
                letters = sum(len(literal) for literal in sample.forms if not literal.startswith("{"))
                yield ExactMatch(sample, slots, letters)


def _filled(result: RecognizeResult, marked: MarkedWords, sample: Sample) -> dict[str, SlotSpan] | None:
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
        start, end, slot_type = starts[begin], ends[finish], sample.slots[entity.name]
        filled[entity.name] = next(
            (
                span
                for span in marked.spans
                if (span.start, span.end, span.slot_type) == (start, end, slot_type)
            ),
            SlotSpan(start, end, slot_type, said(marked.words[start:end]), unlisted=True),
        )
    return filled


def _lists(marked: MarkedWords, wild: frozenset[str]) -> dict[str, SlotList]:
    texts: dict[str, list[str]] = {}
    for span in marked.spans:
        text = " ".join(forms(marked.words[span.start : span.end]))
        if text not in texts.setdefault(span.slot_type, []):
            texts[span.slot_type].append(text)
    lists: dict[str, SlotList] = {
        list_name(slot_type): TextSlotList.from_strings(
            heard, allow_template=False, name=list_name(slot_type)
        )
        for slot_type, heard in texts.items()
    }
    for slot_type in wild:
        lists[list_name(slot_type)] = WildcardSlotList(name=list_name(slot_type))
    return lists
