"""What a speaker heard, understood as Alexa would deliver it: an intent and its slots.

Alexa's own understanding cannot be had offline. This one hears by the same sentences: what one of them says
is understood, and so is what one says but for a misspelt word, unless it would change what is kept of a
runner. What only a part of an utterance says is a guess. It is asked about, or acted on where that part is
nearly all of it and changes nothing that is kept.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Self

from skill.hearing.answers import Answers
from skill.hearing.certainty import (
    DECISIVE,
    NO_INJURY,
    PAINS,
    RED_FLAGS,
    Certainty,
    put_right,
    speaks_of_another,
)
from skill.hearing.elicited_slot import ElicitedSlot
from skill.hearing.grammar import Grammar
from skill.hearing.interpretation import Interpretation
from skill.hearing.invocation import Invocation
from skill.hearing.listed_names import ListedNames
from skill.hearing.locales import language_of
from skill.hearing.meanings import Meanings
from skill.hearing.parts import Parts
from skill.hearing.red_flags import FlagFinder
from skill.hearing.rewording import Rewording
from skill.hearing.sentences import Sentences, sentences
from skill.hearing.slot_span_finder import SlotSpanFinder
from skill.hearing.slot_spans import SlotValue
from skill.hearing.spelling import Spelling
from skill.hearing.utterance import Reader, Utterance
from skill.hearing.vocabulary import Vocabulary, vocabulary
from skill.hearing.words import Word, forms, unpadded, words_of


class Interpreter:
    """Understands utterances by the sentences of one language, in the words of it.

    Attributes:
        invocation: how the skill is opened.
    """

    def __init__(self, known: Sentences, words: Vocabulary) -> None:
        self.invocation = Invocation(known.invocation_name, words)
        grammar = Grammar(known, words)
        span_finder = SlotSpanFinder(known, grammar.words, words)
        known_words = span_finder.known_words | grammar.words | words.red_flags.no_body
        self._vocabulary = words
        self._reader = Reader(grammar, span_finder, words)
        self._red_flags = FlagFinder(known, words, RED_FLAGS, asked_about=True)
        self._pains = FlagFinder(known, words, PAINS, asked_about=False)
        self._spelling = Spelling(known_words, words)
        self._meanings = Meanings(known, grammar, words)
        self._answers = Answers(self._meanings, span_finder, words)
        self._rewording = Rewording(self._meanings, self._answers, self._reader)
        certainty = Certainty(known.writing, words)
        self._parts = Parts(self._meanings, self._rewording, certainty, known_words, words)

    @classmethod
    def of(cls, locale: str) -> Self:
        """The interpreter of a locale, as in "en-US".

        Raises:
            LocaleError: nobody speaks to the coach there.
        """
        language = language_of(locale)
        return cls(sentences(language), vocabulary(language))

    def slots_of(self, intent: str) -> Mapping[str, str]:
        """The type of each slot of an intent, by slot name; empty for an intent that no sentence says."""
        return self._meanings.slots_of(intent)

    def writes(self, intent: str) -> bool:
        """Whether an intent changes what is kept of a runner."""
        return self._meanings.writes(intent)

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
            elicited: the slot that was asked for, an intent and a slot of it. A value for it is its answer;
                an utterance that a sentence of another intent says is none, unless it is a value with
                nothing but light words around it.
        """
        words = words_of(utterance, self._vocabulary)
        taught = {
            slot_type: [
                SlotValue(str(value["id"]), tuple(value["values"])) for value in values if value["values"]
            ]
            for slot_type, values in (dynamic_entities or {}).items()
        }
        names = ListedNames(taught, self._vocabulary)
        day = today or datetime.now(UTC).date()
        heard = (
            self._surest(Utterance(utterance, words, day, names, elicited, self._reader)) if words else None
        )
        return heard or Interpretation(utterance)

    def _surest(self, utterance: Utterance) -> Interpretation | None:
        """Take the first way to understand that leads anywhere, the surest first."""
        words = utterance.words
        flag = self._anywhere(self._red_flags, words, utterance)
        if flag and flag.intent == RED_FLAGS[0]:
            return flag
        heard = self._answers.value(words, utterance) or self._sentence(words, utterance)
        heard = heard or self._rewording.written_out(words, utterance)
        if flag and not (heard and heard.intent in NO_INJURY):
            return flag
        own = not speaks_of_another(words, self._vocabulary)
        if heard or (own and (heard := self._anywhere(self._pains, words, utterance))):
            return heard
        if any(forms(way) in self._vocabulary.for_the_device for way in unpadded(words, self._vocabulary)):
            return None
        corrected = self._spelling.correct(words, utterance.taught.forms)
        if corrected != words:
            heard = self._anywhere(self._red_flags, corrected, utterance) or self._answers.value(
                corrected, utterance
            )
            heard = (
                heard
                or self._sentence(corrected, utterance)
                or (self._anywhere(self._pains, corrected, utterance) if own else None)
            )
        return (
            heard
            or self._answers.name(words, utterance)
            or self._rewording.begun_anew(words, utterance)
            or self._rewording.direct_question(corrected, utterance)
            or self._rewording.gist(words, utterance)
            or self._rewording.gist_of_direct_question(corrected, utterance)
            or self._sentence(words, utterance, unlisted=True)
            or self._sentence(corrected, utterance, unlisted=True)
            or self._rewording.taken_back(corrected, utterance)
            or self._rewording.named_before(words, utterance)
            or self._rewording.paraphrased(words, utterance, no_run=True)
            or self._rewording.beside_a_plan(words, utterance)
            or self._rewording.in_parts(words, utterance)
            or self._parts.before_a_clause(corrected, utterance)
            or self._parts.said_otherwise(corrected, utterance)
        )

    def _anywhere(
        self, finder: FlagFinder, words: tuple[Word, ...], utterance: Utterance
    ) -> Interpretation | None:
        """Understand what a part says of which nothing else matters."""
        match = finder.find(words, utterance.day, utterance.taught)
        return self._meanings.understood(utterance, match) if match else None

    def _sentence(
        self, words: tuple[Word, ...], utterance: Utterance, *, unlisted: bool = False
    ) -> Interpretation | None:
        """Understand what a sentence says."""
        match = utterance.match(words, unlisted=unlisted)
        if match is None:
            return None
        heard = frozenset(forms(utterance.words))
        own = frozenset(match.words_around)
        if match.intent in DECISIVE and not (
            own <= heard and self._vocabulary.hedges.isdisjoint(heard - own)
        ):
            return Interpretation(utterance.text)
        if planned := self._rewording.still_to_come(words, match, utterance):
            return planned
        sure = own <= heard or not self.writes(match.intent)
        guess = "" if sure else put_right(words, utterance.words, self._vocabulary)
        return self._meanings.understood(utterance, match, guess)
