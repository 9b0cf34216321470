"""What a speaker heard, understood as Alexa would deliver it: an intent and its slots.

Alexa's own understanding cannot be had offline. This one learns from the same interaction model: an
utterance that says a sample word for word is recognised by hassil, anything else is compared with all
samples by `nearest`, and what resembles none of them closely enough is not understood.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from skill.hearing.interaction_model import SlotValue, load
from skill.hearing.leading import said_before
from skill.hearing.mishearing import Spelling
from skill.hearing.nearest import Near, Nearest
from skill.hearing.phrases import phrases_of
from skill.hearing.slot_values import Reading, SlotValues
from skill.hearing.templates import Exact, Templates, templates_of
from skill.hearing.understood import Understood, UnderstoodSlot
from skill.hearing.unlisted import UnlistedNames
from skill.hearing.vocabulary import Vocabulary, vocabulary
from skill.hearing.words import Word, clauses, cores, forms, words_of

THRESHOLD = 0.66
"""The score under which an utterance is not understood: what the tests decline scores less."""
_PLAIN = 0.6
"""As `THRESHOLD`, where every word is known and the nearest intent is well ahead of the next."""
_MARGIN = 0.04
_DOUBT = 0.06
"""How much nearer a sample must be where words had to be taken for others: "movies" are no moves."""

_CORRECTED = 0.95
_NEAR_ENOUGH = 0.85
"""The score from which the nearest sample is taken without looking for an unlisted name or a clause."""
_CLAUSE = 0.8
_FEW_WORDS = 3
_TELLING = 2.0
"""How much the weightiest word of a clause of few words must weigh: "all right, ..." tells nothing."""
_UNLISTED = 0.7

_Taught = Mapping[str, list[SlotValue]]


class Understanding:
    """Understands utterances by one locale's interaction model."""

    def __init__(self, path: Path, words: Vocabulary | None = None) -> None:
        """Read the model at `path`; raises what `interaction_model.load` raises."""
        self.model = load(path)
        self._vocabulary = words or vocabulary()
        self._slots = {intent.name: intent.slots for intent in self.model.intents}
        templates = templates_of(self.model, self._vocabulary)
        self._templates = Templates(templates)
        self._slot_values = SlotValues(self.model, self._vocabulary)
        self._nearest = Nearest(phrases_of(self.model, templates, self._vocabulary), self._vocabulary)
        self._unlisted = UnlistedNames(
            self._templates, self._nearest, self._vocabulary, self._slot_values.made_up_types
        )
        self._spelling = Spelling(
            self._slot_values.known_words | {form for template in templates for form in template.literals},
            self._vocabulary,
        )

    def understand(
        self,
        utterance: str,
        dynamic_entities: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
        today: date | None = None,
    ) -> Understood:
        """Return what an utterance means.

        Args:
            utterance: what was said, in any case and punctuation, after the wake word or with it.
            dynamic_entities: values taught for this session: by slot type, mappings with `id` and `values`
                (the value's name and its synonyms).
            today: the day on the speaker's own calendar; by default today in UTC.
        """
        words = words_of(utterance, self._vocabulary)
        if not words:
            return Understood(utterance)
        day = today or datetime.now(UTC).date()
        taught = {
            slot_type: [
                SlotValue(str(value["id"]), tuple(value["values"])) for value in values if value["values"]
            ]
            for slot_type, values in (dynamic_entities or {}).items()
        }
        exact = self._exact(words, day, taught)
        if exact is not None:
            return _understood(utterance, exact, 1.0)
        if any(forms(core) in self._vocabulary.elsewhere for core in cores(words, self._vocabulary)):
            return Understood(utterance)
        corrected = self._spelling.correct(words, self._words_of(taught))
        if corrected != words:
            exact = self._exact(corrected, day, taught)
            if exact is not None:
                return _understood(utterance, exact, _CORRECTED)
        return self._nearly(utterance, corrected, day, taught, plain=corrected == words)

    def _nearly(
        self, utterance: str, words: tuple[Word, ...], day: date, taught: _Taught, *, plain: bool
    ) -> Understood:
        """Understand what no sample says: by the nearest one, around an unlisted name, or by a clause."""
        doubt = 0.0 if plain else _DOUBT
        plain = plain and not self._nearest.strangers(words)
        readings = list(self._readings(words, day, taught))
        found = [near for core, spots in readings if (near := self._nearest.find(core, spots))]
        nearest = max(found, key=lambda near: near.score, default=None)
        score = nearest.score if nearest else 0.0
        if nearest and score >= _NEAR_ENOUGH:
            meant = self._unlisted.longer(readings, nearest) or nearest
            return _understood(utterance, meant, min(score, _CORRECTED))
        if named := self._unlisted.name(readings):
            return _understood(utterance, named, _UNLISTED)
        if clause := self._clause(words, day, taught):
            return _understood(utterance, clause, _CLAUSE)
        clear = plain and nearest is not None and nearest.margin >= _MARGIN
        if nearest and (score >= THRESHOLD + doubt or (clear and score >= _PLAIN)):
            return _understood(utterance, nearest, score)
        unlisted = self._unlisted.number(readings) or self._unlisted.answer(readings)
        if unlisted:
            return _understood(utterance, unlisted, THRESHOLD)
        return Understood(utterance, score=score)

    def _exact(self, words: tuple[Word, ...], day: date, taught: _Taught) -> Exact | None:
        for reading in self._readings(words, day, taught):
            found = self._templates.recognise(reading)
            if found:
                return found[0]
        return None

    def _clause(self, words: tuple[Word, ...], day: date, taught: _Taught) -> Exact | None:
        """Understand the last clause that says just what a sample says: what is wanted is said last.

        Of clauses that want the same, the one that says most about it: "my Ghosts are done, retire them".
        A clause that wants nothing else fills the slots still empty: "off for twelve k, which shoes".
        """
        parts = clauses(words, self._vocabulary)
        exacts = [self._exact(clause, day, taught) for clause in parts]
        found = [
            exact
            for clause, exact in zip(reversed(parts), reversed(exacts), strict=True)
            if exact and len(clause) > 1 and (len(clause) > _FEW_WORDS or exact.slots or self._tells(exact))
        ]
        wanted = [exact for exact in found if exact.template.intent == found[0].template.intent]
        said = max(wanted, key=lambda exact: len(exact.slots), default=None)
        if said is None:
            return None
        slots = dict(said.slots)
        for clause, exact in zip(parts, exacts, strict=True):
            if exact is None or not exact.template.literals:
                empty = {
                    name: slot_type
                    for name, slot_type in self._slots[said.template.intent].items()
                    if name not in slots
                }
                slots.update(said_before(self._reading(clause, day, taught), empty, self._templates))
        return replace(said, slots=slots)

    def _tells(self, exact: Exact) -> bool:
        return self._nearest.weight(exact.template.literals) >= _TELLING

    def _readings(self, words: tuple[Word, ...], day: date, taught: _Taught) -> Iterator[Reading]:
        for core in cores(words, self._vocabulary):
            yield self._reading(core, day, taught)

    def _reading(self, words: tuple[Word, ...], day: date, taught: _Taught) -> Reading:
        return Reading(words, self._slot_values.find(words, day, taught))

    def _words_of(self, taught: _Taught) -> frozenset[str]:
        names = (name for values in taught.values() for value in values for name in value.names)
        return frozenset(form for name in names for form in forms(words_of(name, self._vocabulary)))


def _understood(utterance: str, found: Exact | Near, score: float) -> Understood:
    return Understood(
        utterance,
        found.template.intent,
        {
            name: UnderstoodSlot(spot.value, spot.slot_type, spot.static, spot.dynamic)
            for name, spot in found.slots.items()
        },
        score,
    )
