"""What was perhaps meant: the sentence most like an utterance that no sentence says, to be asked about."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from skill.hearing.expansion import written_out
from skill.hearing.sentences import Sentences, Template
from skill.hearing.slot_spans import MarkedWords, SlotSpan
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import forms, words_of

_SLOT = re.compile(r"\{(\w+)\}")

THRESHOLD = 0.72
"""The likeness from which it is worth asking; below it the runner is told that nothing was understood."""

_SLOT_WEIGHT = 2.5
_STOP_WORD_WEIGHT = 0.35
_SHORTEST_STEM = 3
_SHORTEST_WORD = 3
"""Shorter words ("uh", "to") make nothing like anything."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A sentence like an utterance.

    Attributes:
        intent: what it says.
        slots: what fills its slots.
        words: the sentence with the runner's own words in its slots.
        likeness: from 0 (nothing alike) to 1.
    """

    intent: str
    slots: Mapping[str, SlotSpan]
    words: str
    likeness: float


@dataclass(frozen=True, slots=True)
class _Known:
    """A sentence that is written out.

    Attributes:
        template: where it comes from.
        text: it, with its slots.
        items: its words as stems, its slots as `{slot type}`.
        slots: the type of each slot, by name, in order.
    """

    template: Template
    text: str
    items: tuple[str, ...]
    slots: Mapping[str, str]


class Likeness:
    """Finds the sentence that an utterance is most like: by the words that both have, rare ones most."""

    def __init__(
        self, sentences: Sentences, slots: Mapping[str, Mapping[str, str]], vocabulary: Vocabulary
    ) -> None:
        """Learn all sentences.

        Args:
            sentences: of the language.
            slots: the type of each slot, by name, of each intent.
            vocabulary: of the language.
        """
        self._vocabulary = vocabulary
        self._known = [
            _Known(
                template,
                text,
                self._stems(text, slots[template.intent]),
                {name: slots[template.intent][name] for name in _SLOT.findall(text)},
            )
            for template in sentences.templates
            for text in written_out(template.text, sentences.rules)
        ]
        intents: dict[str, set[str]] = {}
        for known in self._known:
            for item in known.items:
                intents.setdefault(item, set()).add(known.template.intent)
        count = len(slots)
        self._unknown = math.log(1 + count)
        self._weights = {
            item: self._weight(item, math.log(1 + count / len(names))) for item, names in intents.items()
        }
        self._postings: dict[str, list[int]] = {}
        for index, known in enumerate(self._known):
            for item in set(known.items):
                if len(item) >= _SHORTEST_WORD and item not in vocabulary.stop_words:
                    self._postings.setdefault(item, []).append(index)

    def guess(self, marked: MarkedWords) -> Guess | None:
        """Return the sentence most like an utterance, the shortest of several; None if none is like it."""
        stems = [stem(form, self._vocabulary) for form in forms(marked.words)]
        heard = {f"{{{span.slot_type}}}" for span in marked.spans if not span.unlisted}
        near = {index for item in {*stems, *heard} for index in self._postings.get(item, ())}
        guesses = [
            found for index in sorted(near) if (found := self._compare(self._known[index], marked, stems))
        ]
        return max(guesses, key=lambda found: (found.likeness, -len(found.words)), default=None)

    def _compare(self, known: _Known, marked: MarkedWords, stems: Sequence[str]) -> Guess | None:
        slots = _assigned(known.slots, marked.spans)
        if slots is None:
            return None
        starts = {span.start: span for span in slots.values()}
        items, at = [], 0
        while at < len(stems):
            span = starts.get(at)
            items.append(f"{{{span.slot_type}}}" if span else stems[at])
            at = span.end if span else at + 1
        likeness = self._likeness(items, known.items)
        if likeness < THRESHOLD:
            return None
        words = _SLOT.sub(lambda slot: slots[slot[1]].value, known.text)
        return Guess(known.template.intent, slots, words, likeness)

    def _likeness(self, said: Sequence[str], known: Sequence[str]) -> float:
        """Twice the weight of what both have, over the weight of both; 0 where only one says no or asks."""
        for telling in (self._vocabulary.negations, self._vocabulary.questions):
            if telling.intersection(said) != telling.intersection(known):
                return 0.0
        left, shared = list(known), 0.0
        for item in said:
            if item in left:
                left.remove(item)
                shared += self._weigh(item)
        return 2 * shared / (sum(map(self._weigh, said)) + sum(map(self._weigh, known)))

    def _weigh(self, item: str) -> float:
        return self._weights.get(item) or self._weight(item, self._unknown)

    def _weight(self, item: str, rarity: float) -> float:
        if item.startswith("{"):
            return _SLOT_WEIGHT
        return rarity * (_STOP_WORD_WEIGHT if item in self._vocabulary.stop_words else 1)

    def _stems(self, text: str, slots: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(
            f"{{{slots[form[1:-1]]}}}" if form[0] == "{" else stem(form, self._vocabulary)
            for form in forms(words_of(text, self._vocabulary))
        )


@lru_cache(maxsize=8192)  # a language says few words in many ways
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


def _assigned(slots: Mapping[str, str], spans: Sequence[SlotSpan]) -> dict[str, SlotSpan] | None:
    """Give each slot, in their order, the longest stretch of its type; None if one stays empty."""
    filled: dict[str, SlotSpan] = {}
    for name, slot_type in slots.items():
        free = [
            span
            for span in spans
            if span.slot_type == slot_type
            and not span.unlisted
            and all(span.end <= other.start or other.end <= span.start for other in filled.values())
        ]
        if not free:
            return None
        filled[name] = max(free, key=lambda span: (span.end - span.start, -span.start))
    in_order = sorted(filled.values(), key=lambda span: span.start)
    return {
        name: in_order.pop(next(at for at, span in enumerate(in_order) if span.slot_type == slot_type))
        for name, slot_type in slots.items()
    }
