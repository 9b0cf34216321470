"""Near understanding: the sample utterance that says most nearly the same, and how nearly."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from skill.hearing.phrases import Phrase, fold
from skill.hearing.slot_values import Spot
from skill.hearing.templates import Template
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word, forms, said

_SHORTLIST = 80
_COMMON = 900
"""Light words in more phrases than this tell too little to look all of those phrases up."""
_SLOT_WEIGHT = 2.5
_LIGHT_WEIGHT = 0.35
_ORDER_SHARE = 0.2
_QUESTION = 0.08
"""What it loses where they ask differently."""
_STRANGER = 0.07
"""What it loses for each word that no sample knows."""
_NEGATION = 0.2
"""What a score loses where one of the two says no and the other does not."""


@dataclass(frozen=True, slots=True)
class Near:
    """A phrase near an utterance.

    Attributes:
        template: the template it comes from.
        slots: what fills its slots.
        score: from 0 (nothing alike) to 1.
        margin: how much less the nearest phrase of any other intent scores.
    """

    template: Template
    slots: dict[str, Spot]
    score: float
    margin: float = 0.0


class Nearest:
    """Finds the nearest phrase."""

    def __init__(self, phrases: Iterable[Phrase], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._phrases = list(phrases)
        intents_with: dict[str, set[str]] = {}
        self._postings: dict[str, list[int]] = {}
        for index, phrase in enumerate(self._phrases):
            for item in set(phrase.items):
                intents_with.setdefault(item, set()).add(phrase.template.intent)
                self._postings.setdefault(item, []).append(index)
        intents = len({phrase.template.intent for phrase in self._phrases})
        self._unknown = math.log(1 + intents)
        self._weights = {
            item: self._weight(item, math.log(1 + intents / len(names)))
            for item, names in intents_with.items()
        }
        self._totals = [sum(self._weights[item] for item in phrase.items) for phrase in self._phrases]
        self._needs = [
            frozenset(item[1:-1] for item in phrase.items if item.startswith("{")) for phrase in self._phrases
        ]

    def _weight(self, item: str, rarity: float) -> float:
        if item.startswith("{"):
            return _SLOT_WEIGHT
        return rarity * (_LIGHT_WEIGHT if item in self._vocabulary.light else 1)

    def weight(self, literals: Iterable[str]) -> float:
        """Return how much the weightiest of some words tells about the intent; 0 for no words."""
        return max((self._item_weight(fold(literal, self._vocabulary)) for literal in literals), default=0.0)

    def find(self, words: tuple[Word, ...], spots: list[Spot]) -> Near | None:
        """Return the nearest phrase; None if nothing is alike."""
        folded = [fold(form, self._vocabulary) for form in forms(words)]
        heard = {spot.slot_type for spot in spots}
        found = [
            near
            for index in self._shortlist(folded, heard)
            if (near := self._compare(index, words, folded, spots))
        ]
        if not found:
            return None
        best = max(found, key=lambda near: near.score)
        others = [near.score for near in found if near.template.intent != best.template.intent]
        return replace(best, margin=best.score - max(others, default=0.0))

    def _shortlist(self, folded: list[str], heard: set[str]) -> list[int]:
        """Return the phrases that share most with an utterance, by its telling words where it has any."""
        items = {*folded, *(f"{{{slot_type}}}" for slot_type in heard)}
        known = items & self._postings.keys()
        light = self._vocabulary.light
        telling = {
            item for item in known if item not in light or len(self._postings[item]) <= _COMMON
        } or known
        overlap: dict[int, float] = {}
        for item in telling:
            weight = self._weights.get(item, 0.0)
            for index in self._postings.get(item, ()):
                overlap[index] = overlap.get(index, 0.0) + weight
        total = sum(self._item_weight(item) for item in folded)
        return nlargest(
            _SHORTLIST,
            (index for index in overlap if self._needs[index] <= heard),
            key=lambda index: overlap[index] / (self._totals[index] + total),
        )

    def strangers(self, words: tuple[Word, ...]) -> int:
        """Return how many words no sample knows."""
        folded = {fold(form, self._vocabulary) for form in forms(words)}
        return len(self._strangers(folded))

    def _strangers(self, items: Iterable[str]) -> set[str]:
        return {item for item in items if item not in self._weights and item not in self._vocabulary.light}

    def _compare(
        self, index: int, words: tuple[Word, ...], folded: list[str], spots: list[Spot]
    ) -> Near | None:
        phrase = self._phrases[index]
        slots = _assign(phrase, spots)
        if slots is None or not _parted(phrase, slots, folded):
            return None
        items: list[str] = []
        starts = {spot.start: spot for spot in slots.values()}
        at = 0
        while at < len(folded):
            if at in starts:
                items.append(f"{{{starts[at].slot_type}}}")
                at = starts[at].end
            else:
                items.append(folded[at])
                at += 1
        shared = Counter(items) & Counter(phrase.items)
        matched = sum(self._item_weight(item) * count for item, count in shared.items())
        total = sum(self._item_weight(item) for item in items) + self._totals[index]
        order = LCSseq.normalized_similarity(items, phrase.items)
        score = (1 - _ORDER_SHARE) * 2 * matched / total + _ORDER_SHARE * order
        score -= self._contradiction(items, phrase.items)
        if phrase.preset is not None:
            slot = next(iter(phrase.template.slots))
            slots = {slot: replace(phrase.preset, value=said(words))}
        return Near(phrase.template, slots, max(score, 0.0))

    def _contradiction(self, items: Sequence[str], phrase: Sequence[str]) -> float:
        negations, questions = self._vocabulary.negations, self._vocabulary.questions
        loss = _NEGATION if negations.isdisjoint(items) != negations.isdisjoint(phrase) else 0.0
        loss += _QUESTION if questions.intersection(items) != questions.intersection(phrase) else 0.0
        return loss + _STRANGER * len(self._strangers(items))

    def _item_weight(self, item: str) -> float:
        if item in self._weights:
            return self._weights[item]
        return self._weight(item, self._unknown)


def _assign(phrase: Phrase, spots: list[Spot]) -> dict[str, Spot] | None:
    """Give the slots of a phrase the longest stretches of their types, in order; None if one stays empty."""
    if phrase.preset is not None:
        return {}
    chosen: list[Spot] = []
    slots = phrase.template.slots
    for slot_type in slots.values():
        free = [
            spot
            for spot in spots
            if spot.slot_type == slot_type
            and all(spot.end <= other.start or spot.start >= other.end for other in chosen)
        ]
        if not free:
            return None
        chosen.append(max(free, key=lambda spot: (spot.end - spot.start, -spot.start)))
    in_order = sorted(chosen, key=lambda spot: spot.start)
    return {
        name: in_order.pop(next(i for i, spot in enumerate(in_order) if spot.slot_type == slot_type))
        for name, slot_type in slots.items()
    }


def _parted(phrase: Phrase, slots: dict[str, Spot], folded: list[str]) -> bool:
    """Return whether two slots of one type are parted by the phrase's own words.

    "twelve not ten" is no "{distance} point {decimal}".
    """
    places = [index for index, item in enumerate(phrase.items) if item.startswith("{")]
    names = list(phrase.template.slots)
    for first, second in pairwise(range(len(places) if slots else 0)):
        one, other = slots[names[first]], slots[names[second]]
        between = phrase.items[places[first] + 1 : places[second]]
        if one.slot_type == other.slot_type and not set(between).issubset(folded[one.end : other.start]):
            return False
    return True
