"""What a speaker heard, understood as Alexa would deliver it: an intent and its slots.

Alexa's own understanding cannot be had offline. This one learns from the same interaction model: an
utterance that says a sample word for word is recognised by hassil, anything else is compared with all
samples by `near_match`, and what resembles none of them closely enough is not understood.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, Self

from skill.hearing.elicited_slot import ElicitedSlot, slots_in_answer
from skill.hearing.exact_match import ExactMatch, ExactMatcher
from skill.hearing.free_names import FreeNames
from skill.hearing.interaction_model import InteractionModel, SlotValue, load, model_path
from skill.hearing.interpretation import FilledSlot, Interpretation
from skill.hearing.invocation import Invocation
from skill.hearing.lead_in_clause import slots_in_lead_in
from skill.hearing.near_match import NearMatch, NearMatcher
from skill.hearing.samples import samples_of
from skill.hearing.slot_spans import MarkedWords, SlotSpan, SlotSpanFinder
from skill.hearing.spelling import Spelling
from skill.hearing.stemmed_samples import stemmed_samples_of
from skill.hearing.vocabulary import Vocabulary, vocabulary
from skill.hearing.words import Word, clauses, forms, unpadded, words_of

THRESHOLD = 0.66
"""The score that an utterance needs to be understood."""
_PLAIN = 0.6
"""As `THRESHOLD`, where every word is known and the nearest intent is well ahead of the next one."""
_MARGIN = 0.04
_DOUBT = 0.06
"""Added to `THRESHOLD` where spelling was corrected: "movies" are not "moves"."""

_CORRECTED = 0.95
_NEAR_ENOUGH = 0.85
"""The score from which the nearest sample is taken without looking for an unlisted name or a clause."""
_CLAUSE = 0.8
_FEW_WORDS = 3
_TELLING = 2.0
"""How much the weightiest word of a clause of few words must weigh: "all right, ..." tells nothing."""
_UNLISTED = 0.7

DECISIVE = frozenset({"AMAZON.YesIntent", "AMAZON.NoIntent", "DeleteMyDataIntent", "ConfirmDeletionIntent"})
"""Intents that decide something: meant by a whole utterance only, and without a hedge ("maybe yes")."""
BY_ITS_OWN_WORDS = DECISIVE | {"DeleteRunIntent", "UndoIntent", "RetireShoesIntent"}
"""Intents after which something may be gone: what only resembles their samples is not understood."""

_Taught = Mapping[str, list[SlotValue]]


@dataclass(frozen=True, slots=True)
class _Occasion:
    """What is known beside the model: the day, the values taught at run time, the slot that was asked for."""

    day: date
    taught: _Taught
    elicited: ElicitedSlot | None


class Interpreter:
    """Understands utterances by one locale's interaction model, in the words of its language.

    Attributes:
        model: what Alexa is taught too.
        invocation: how the skill is opened.
    """

    def __init__(self, model: InteractionModel, words: Vocabulary) -> None:
        self.model = model
        self.invocation = Invocation(model.invocation_name, words)
        self._vocabulary = words
        samples = samples_of(model, words)
        self._exact_matcher = ExactMatcher(samples, words.language)
        self._span_finder = SlotSpanFinder(model, words)
        self._near_matcher = NearMatcher(stemmed_samples_of(model, samples, words), words)
        self._free_names = FreeNames(
            self._exact_matcher, self._near_matcher, words, self._span_finder.made_up_types
        )
        self._spelling = Spelling(
            self._span_finder.known_words | {form for sample in samples for form in sample.literals}, words
        )

    @classmethod
    def of(cls, locale: str) -> Self:
        """The interpreter of a locale, as in "en-US".

        Raises:
            LocaleError: the locale has no interaction model.
        """
        return cls(load(model_path(locale)), vocabulary(locale.partition("-")[0]))

    def understand(
        self,
        utterance: str,
        dynamic_entities: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
        today: date | None = None,
        elicited: ElicitedSlot | None = None,
    ) -> Interpretation:
        """Return what an utterance means.

        Args:
            utterance: what was said, in any case and punctuation, after the wake word or with it.
            dynamic_entities: values taught for this session: by slot type, mappings with `id` and `values`
                (the value's name and its synonyms).
            today: the day on the speaker's own calendar; by default today in UTC.
            elicited: the slot that was asked for, an intent and a slot of the model. A value for it is its
                answer; an utterance that a sample of another intent says exactly is none, unless it is a
                value with nothing but stop words around it.
        """
        words = words_of(utterance, self._vocabulary)
        if not words:
            return Interpretation(utterance)
        taught = {
            slot_type: [
                SlotValue(str(value["id"]), tuple(value["values"])) for value in values if value["values"]
            ]
            for slot_type, values in (dynamic_entities or {}).items()
        }
        occasion = _Occasion(today or datetime.now(UTC).date(), taught, elicited)
        said = frozenset(forms(words))
        understood = self._exactly(utterance, words, occasion, 1.0, said)
        if understood is not None:
            return understood
        if self._wants_nothing(words):
            return Interpretation(utterance)
        corrected = self._spelling.correct(words, self._words_of(taught))
        if corrected != words:
            understood = self._exactly(utterance, corrected, occasion, _CORRECTED, said)
            if understood is not None:
                return understood
        understood = self._nearly(utterance, corrected, occasion, plain=corrected == words)
        if elicited and understood.intent != elicited.intent and understood.score < _NEAR_ENOUGH:
            name = self._name(words, occasion, elicited)
            return (
                Interpretation(utterance, elicited.intent, _filled(name), _UNLISTED) if name else understood
            )
        return understood

    def _wants_nothing(self, words: tuple[Word, ...]) -> bool:
        """Whether it is nothing but what is said around a request, or is for the device itself."""
        known = self._vocabulary
        if forms(words) in (*known.openings, *known.closings):
            return True
        return any(forms(way) in known.for_the_device for way in unpadded(words, known))

    def _exactly(
        self,
        utterance: str,
        words: tuple[Word, ...],
        occasion: _Occasion,
        score: float,
        said: frozenset[str],
    ) -> Interpretation | None:
        """Understand a value for the slot that was asked for, or what a sample says."""
        exact, elicited = self._exact(words, occasion), occasion.elicited
        if elicited:
            answer = self._answer(words, exact, occasion, elicited)
            if answer is not None:
                return Interpretation(utterance, elicited.intent, _filled(answer), score)
        if exact is None:
            return None
        return (
            _interpretation(utterance, exact, score)
            if self._is_plain(exact, said)
            else Interpretation(utterance)
        )

    def _is_plain(self, exact: ExactMatch, said: frozenset[str]) -> bool:
        """Whether what decides or takes away was said in the sample's own words, none of them put right."""
        intent, own = exact.sample.intent, exact.sample.literals
        if intent in BY_ITS_OWN_WORDS and not own <= said:
            return False
        return intent not in DECISIVE or self._vocabulary.hedges.isdisjoint(said - own)

    def _answer(
        self,
        words: tuple[Word, ...],
        exact: ExactMatch | None,
        occasion: _Occasion,
        elicited: ElicitedSlot,
    ) -> dict[str, SlotSpan] | None:
        """Understand a value for the slot that was asked for, by a sample that tells slots apart or alone."""
        slots = self.model.slots_of(elicited.intent)
        if exact and elicited.slot in exact.slots and exact.sample.slots.items() <= slots.items():
            light = self._vocabulary.around_answers.issuperset(exact.sample.literals)
            if light or exact.sample.intent == elicited.intent:
                return exact.slots
        commands = exact is not None and not exact.sample.slots
        around = frozenset() if commands else self._vocabulary.around_answers
        answers = (
            slots_in_answer(marked, elicited.slot, slots, around)
            for marked in self._marked_ways(words, occasion)
        )
        found = next((answer for answer in answers if answer), None)
        if found is None and exact and not exact.sample.literals and len(exact.slots) == 1:
            number_or_day = next(iter(exact.slots.values())).slot_type.startswith("AMAZON.")
            found = self._name(words, occasion, elicited) if number_or_day else None
        return found

    def _name(
        self, words: tuple[Word, ...], occasion: _Occasion, elicited: ElicitedSlot
    ) -> dict[str, SlotSpan] | None:
        """Take a few words for a name that no list has, where a name was asked for."""
        slot_type = self.model.slots_of(elicited.intent)[elicited.slot]
        name = self._free_names.bare(list(self._marked_ways(words, occasion)), slot_type)
        return {elicited.slot: name} if name else None

    def _nearly(
        self, utterance: str, words: tuple[Word, ...], occasion: _Occasion, *, plain: bool
    ) -> Interpretation:
        """Understand what no sample says: by the nearest one, around an unlisted name, or by a clause."""
        doubt = 0.0 if plain else _DOUBT
        plain = plain and not self._near_matcher.strangers(words)
        ways = list(self._marked_ways(words, occasion))
        found = [near for way, spans in ways if (near := self._near_matcher.find(way, spans))]
        nearest = max(found, key=lambda near: near.score, default=None)
        score = nearest.score if nearest else 0.0
        only_alike = nearest is not None and nearest.sample.intent in BY_ITS_OWN_WORDS
        if nearest and score >= _NEAR_ENOUGH and not only_alike:
            meant = self._free_names.longer(ways, nearest) or nearest
            return _interpretation(utterance, meant, min(score, _CORRECTED))
        if named := self._free_names.name(ways):
            return _interpretation(utterance, named, _UNLISTED)
        clause = self._clause(words, occasion)
        if clause and clause.sample.intent not in DECISIVE:
            return _interpretation(utterance, clause, _CLAUSE)
        clear = plain and nearest is not None and nearest.margin >= _MARGIN
        if nearest and (score >= THRESHOLD + doubt or (clear and score >= _PLAIN)):
            return Interpretation(utterance) if only_alike else _interpretation(utterance, nearest, score)
        unlisted = self._free_names.number(ways) or self._free_names.answer(ways)
        if unlisted:
            return _interpretation(utterance, unlisted, THRESHOLD)
        return Interpretation(utterance, score=score)

    def _exact(self, words: tuple[Word, ...], occasion: _Occasion) -> ExactMatch | None:
        for marked in self._marked_ways(words, occasion):
            found = self._exact_matcher.recognise(marked)
            if found:
                return found[0]
        return None

    def _clause(self, words: tuple[Word, ...], occasion: _Occasion) -> ExactMatch | None:
        """Understand the last clause that says just what a sample says: what is wanted is said last.

        Of clauses that want the same, the one that says most about it: "my Ghosts are done, retire them".
        A clause that wants nothing else fills the slots still empty: "off for twelve k, which shoes".
        """
        parts = clauses(words, self._vocabulary)
        exacts = [self._exact(clause, occasion) for clause in parts]
        found = [
            exact
            for clause, exact in zip(reversed(parts), reversed(exacts), strict=True)
            if exact and len(clause) > 1 and (len(clause) > _FEW_WORDS or exact.slots or self._tells(exact))
        ]
        wanted = [exact for exact in found if exact.sample.intent == found[0].sample.intent]
        said = max(wanted, key=lambda exact: len(exact.slots), default=None)
        if said is None:
            return None
        slots = dict(said.slots)
        for clause, exact in zip(parts, exacts, strict=True):
            if exact is None or not exact.sample.literals:
                empty = {
                    name: slot_type
                    for name, slot_type in self.model.slots_of(said.sample.intent).items()
                    if name not in slots
                }
                slots.update(slots_in_lead_in(self._marked(clause, occasion), empty, self._exact_matcher))
        return replace(said, slots=slots)

    def _tells(self, exact: ExactMatch) -> bool:
        return self._near_matcher.weight(exact.sample.literals) >= _TELLING

    def _marked_ways(self, words: tuple[Word, ...], occasion: _Occasion) -> Iterator[MarkedWords]:
        for way in unpadded(words, self._vocabulary):
            yield self._marked(way, occasion)

    def _marked(self, words: tuple[Word, ...], occasion: _Occasion) -> MarkedWords:
        return MarkedWords(words, self._span_finder.find(words, occasion.day, occasion.taught))

    def _words_of(self, taught: _Taught) -> frozenset[str]:
        names = (name for values in taught.values() for value in values for name in value.names)
        return frozenset(form for name in names for form in forms(words_of(name, self._vocabulary)))


def _interpretation(utterance: str, found: ExactMatch | NearMatch, score: float) -> Interpretation:
    return Interpretation(utterance, found.sample.intent, _filled(found.slots), score)


def _filled(spans: Mapping[str, SlotSpan]) -> dict[str, FilledSlot]:
    return {
        name: FilledSlot(span.value, span.slot_type, span.static, span.dynamic)
        for name, span in spans.items()
    }
