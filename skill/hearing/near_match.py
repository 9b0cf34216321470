"""The sample that says most nearly what was said, and how nearly."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from skill.hearing.samples import Sample
from skill.hearing.slot_spans import SlotSpan
from skill.hearing.stemmed_samples import StemmedSample, stem
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word, forms, said

_SHORTLIST = 80
_COMMON = 900
"""Stop words in more samples than this tell too little to look all of those samples up."""
_SLOT_WEIGHT = 2.5
_STOP_WORD_WEIGHT = 0.35
_ORDER_SHARE = 0.2
_QUESTION = 0.08
"""Taken off the score if only one of utterance and sample asks why, how, when or where."""
_STRANGER = 0.07
"""Taken off the score for each word that no sample knows."""
_NEGATION = 0.2
"""Taken off the score if only one of utterance and sample says no."""


@dataclass(frozen=True, slots=True)
class NearMatch:
    """A sample that says nearly what was said.

    Attributes:
        sample: the sample it comes from.
        slots: what fills its slots.
        score: from 0 (nothing alike) to 1.
        margin: how much less the nearest sample of any other intent scores.
    """

    sample: Sample
    slots: dict[str, SlotSpan]
    score: float
    margin: float = 0.0


class NearMatcher:
    """Finds the nearest sample."""

    def __init__(self, samples: Iterable[StemmedSample], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._stemmed = list(samples)
        intents_with: dict[str, set[str]] = {}
        self._postings: dict[str, list[int]] = {}
        for index, stemmed in enumerate(self._stemmed):
            for item in set(stemmed.items):
                intents_with.setdefault(item, set()).add(stemmed.sample.intent)
                self._postings.setdefault(item, []).append(index)
        intents = len({stemmed.sample.intent for stemmed in self._stemmed})
        self._unknown = math.log(1 + intents)
        self._weights = {
            item: self._weight(item, math.log(1 + intents / len(names)))
            for item, names in intents_with.items()
        }
        self._totals = [sum(self._weights[item] for item in stemmed.items) for stemmed in self._stemmed]
        self._needs = [
            frozenset(item[1:-1] for item in stemmed.items if item.startswith("{"))
            for stemmed in self._stemmed
        ]

    def _weight(self, item: str, rarity: float) -> float:
        if item.startswith("{"):
            return _SLOT_WEIGHT
        return rarity * (_STOP_WORD_WEIGHT if item in self._vocabulary.stop_words else 1)

    def weight(self, literals: Iterable[str]) -> float:
        """Return how much the weightiest of some words tells about the intent; 0 for no words."""
        return max((self._item_weight(stem(literal, self._vocabulary)) for literal in literals), default=0.0)

    def find(self, words: tuple[Word, ...], spans: list[SlotSpan]) -> NearMatch | None:
        """Return the nearest sample; None if nothing is alike."""
        stems = [stem(form, self._vocabulary) for form in forms(words)]
        heard = {span.slot_type for span in spans}
        found = [
            near
            for index in self._shortlist(stems, heard)
            if (near := self._compare(index, words, stems, spans))
        ]
        if not found:
            return None
        best = max(found, key=lambda near: near.score)
        others = [near.score for near in found if near.sample.intent != best.sample.intent]
        return replace(best, margin=best.score - max(others, default=0.0))

    def _shortlist(self, stems: list[str], heard: set[str]) -> list[int]:
        """Return the samples that share most with an utterance, by its telling words where it has any."""
        items = {*stems, *(f"{{{slot_type}}}" for slot_type in heard)}
        known = items & self._postings.keys()
        stop_words = self._vocabulary.stop_words
        telling = {
            item for item in known if item not in stop_words or len(self._postings[item]) <= _COMMON
        } or known
        overlap: dict[int, float] = {}
        for item in telling:
            weight = self._weights.get(item, 0.0)
            for index in self._postings.get(item, ()):
                overlap[index] = overlap.get(index, 0.0) + weight
        total = sum(self._item_weight(item) for item in stems)
        return nlargest(
            _SHORTLIST,
            (index for index in overlap if self._needs[index] <= heard),
            key=lambda index: overlap[index] / (self._totals[index] + total),
        )

    def strangers(self, words: tuple[Word, ...]) -> int:
        """Return how many words no sample knows."""
        stems = {stem(form, self._vocabulary) for form in forms(words)}
        return len(self._strangers(stems))

    def _strangers(self, items: Iterable[str]) -> set[str]:
        return {
            item for item in items if item not in self._weights and item not in self._vocabulary.stop_words
        }

    def _compare(
        self, index: int, words: tuple[Word, ...], stems: list[str], spans: list[SlotSpan]
    ) -> NearMatch | None:
        stemmed = self._stemmed[index]
        slots = _assign(stemmed, spans)
        if slots is None or not _parted(stemmed, slots, stems):
            return None
        items: list[str] = []
        starts = {span.start: span for span in slots.values()}
        at = 0
        while at < len(stems):
            if at in starts:
                items.append(f"{{{starts[at].slot_type}}}")
                at = starts[at].end
            else:
                items.append(stems[at])
                at += 1
        shared = Counter(items) & Counter(stemmed.items)
        matched = sum(self._item_weight(item) * count for item, count in shared.items())
        total = sum(self._item_weight(item) for item in items) + self._totals[index]
        order = LCSseq.normalized_similarity(items, stemmed.items)
        score = (1 - _ORDER_SHARE) * 2 * matched / total + _ORDER_SHARE * order
        score -= self._contradiction(items, stemmed.items)
        if stemmed.preset is not None:
            slot = next(iter(stemmed.sample.slots))
            slots = {slot: replace(stemmed.preset, value=said(words))}
        return NearMatch(stemmed.sample, slots, max(score, 0.0))

    def _contradiction(self, items: Sequence[str], sample: Sequence[str]) -> float:
        negations, questions = self._vocabulary.negations, self._vocabulary.questions
        loss = _NEGATION if negations.isdisjoint(items) != negations.isdisjoint(sample) else 0.0
        loss += _QUESTION if questions.intersection(items) != questions.intersection(sample) else 0.0
        return loss + _STRANGER * len(self._strangers(items))

    def _item_weight(self, item: str) -> float:
        if item in self._weights:
            return self._weights[item]
        return self._weight(item, self._unknown)


def _assign(stemmed: StemmedSample, spans: list[SlotSpan]) -> dict[str, SlotSpan] | None:
    """Give the slots of a sample the longest stretches of their types, in order; None if one stays empty."""
    if stemmed.preset is not None:
        return {}
    chosen: list[SlotSpan] = []
    slots = stemmed.sample.slots
    for slot_type in slots.values():
        free = [
            span
            for span in spans
            if span.slot_type == slot_type
            and all(span.end <= other.start or span.start >= other.end for other in chosen)
        ]
        if not free:
            return None
        chosen.append(max(free, key=lambda span: (span.end - span.start, -span.start)))
    in_order = sorted(chosen, key=lambda span: span.start)
    return {
        name: in_order.pop(next(i for i, span in enumerate(in_order) if span.slot_type == slot_type))
        for name, slot_type in slots.items()
    }


def _parted(stemmed: StemmedSample, slots: dict[str, SlotSpan], stems: list[str]) -> bool:
    """Return whether two slots of one type are parted by the sample's own words.

    "twelve not ten" is no "{distance} point {decimal}".
    """
    places = [index for index, item in enumerate(stemmed.items) if item.startswith("{")]
    names = list(stemmed.sample.slots)
    for first, second in pairwise(range(len(places) if slots else 0)):
        one, other = slots[names[first]], slots[names[second]]
        between = stemmed.items[places[first] + 1 : places[second]]
        if one.slot_type == other.slot_type and not set(between).issubset(stems[one.end : other.start]):
            return False
    return True
