"""What can be said for an intent, as `nearest` compares it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from skill.hearing.interaction_model import InteractionModel
from skill.hearing.samples import Sample
from skill.hearing.slot_spans import Match, SlotSpan
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import forms, words_of

_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class StemmedSample:
    """Something that can be said for an intent.

    Attributes:
        sample: the sample it comes from.
        preset: for a sample that is one slot: a value of that slot, spelt out; it then fills the slot.
        items: stems words, and `{Type}` for a slot.
    """

    sample: Sample
    preset: SlotSpan | None
    items: tuple[str, ...]


def stemmed_samples_of(
    model: InteractionModel, samples: list[Sample], words: Vocabulary
) -> Iterator[StemmedSample]:
    """Yield what can be said: every sample, and for a sample of one bare slot every long value too."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for sample in samples:
        items = tuple(
            f"{{{sample.slots[form[1:-1]]}}}" if form.startswith("{") else stem(form, words)
            for form in sample.forms
        )
        if (sample.intent, items) not in seen:
            seen.add((sample.intent, items))
            yield StemmedSample(sample, None, items)
        if not sample.literals and len(sample.slots) == 1:
            yield from _values_of(model, sample, words)


def _values_of(model: InteractionModel, sample: Sample, words: Vocabulary) -> Iterator[StemmedSample]:
    slot_type = next(iter(sample.slots.values()))
    for value in model.types.get(slot_type, ()):
        for name in value.names:
            named = forms(words_of(name, words))
            if value.id is not None and len(named) > 1:
                span = SlotSpan(0, 0, slot_type, name.lower(), (Match(value.id, value.names[0]),))
                yield StemmedSample(sample, span, tuple(stem(form, words) for form in named))


@lru_cache(maxsize=8192)  # a model says few words in many ways
def stem(form: str, vocabulary: Vocabulary) -> str:
    """Return the word it says the same as, without the ending that a listener may lose or gain."""
    form = vocabulary.synonyms.get(form, form)
    if form in vocabulary.singular:
        return form
    for ending in vocabulary.endings:
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST_STEM and not form.endswith("ss"):
            stem = form[: -len(ending)]
            return stem[:-1] if stem[-1] == stem[-2] else stem
    return form.removesuffix("e") if len(form) > _SHORTEST_STEM else form
