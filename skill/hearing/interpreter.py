"""What a speaker heard, understood as Alexa would deliver it: an intent and its slots.

Alexa's own understanding cannot be had offline. This one hears by the same sentences: what one of them says
is understood, and so is what one says but for a misspelt word, unless it would change what is kept of a
runner. What only a part of an utterance says is a guess. It is asked about, or acted on where that part is
nearly all of it and changes nothing that is kept.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from typing import Any, Self

from skill.hearing.elicited_slot import ElicitedSlot, name_in_answer, slots_in_answer
from skill.hearing.gist import Gists
from skill.hearing.grammar import Grammar, GrammarMatch
from skill.hearing.interpretation import FilledSlot, Interpretation
from skill.hearing.invocation import Invocation
from skill.hearing.likeness import (
    CERTAIN,
    FEWEST_KEPT,
    NEARLY_ALL,
    ahead_of_a_clause,
    cuts_a_question,
    last_words,
    share_kept,
    with_words_left_out,
)
from skill.hearing.locales import language_of
from skill.hearing.paraphrase import Paraphrases
from skill.hearing.red_flags import FlagFinder
from skill.hearing.sentences import Sentences, sentences
from skill.hearing.slot_span_finder import SlotSpanFinder
from skill.hearing.slot_spans import MarkedWords, SlotSpan, SlotValue, names_a_pair
from skill.hearing.spelling import Spelling
from skill.hearing.told_in_parts import tells_a_run, told_in_parts
from skill.hearing.vocabulary import Vocabulary, vocabulary
from skill.hearing.words import Word, forms, unpadded, words_of

WAITING = "AMAZON.PauseIntent"
ENDING = ("AMAZON.StopIntent", "AMAZON.CancelIntent")
GREETING = "HelloIntent"
DISTANCE = "DistanceIntent"
FINDINGS = "FindingsIntent"
"""Notes what was found in a pair, in a check-up; it writes nothing anywhere else."""
ASK_FIRST = frozenset({"DeleteRunIntent", "LogTwoRunsIntent"})
"""Intents after which nothing is changed before it is asked."""
RUN_TOLD = frozenset({"LogRunIntent", "RunWasIntent", "LogTwoRunsIntent", DISTANCE})
"""Intents that tell what was run."""
VALUES = ("WhichShoeIntent", "WhichOneIntent", DISTANCE)
"""What says a value and nothing about it: a part of an utterance where nobody asked for one is none."""
DECISIVE = frozenset(
    {"AMAZON.YesIntent", "AMAZON.NoIntent", "LaterIntent", "DeleteMyDataIntent", "ConfirmDeletionIntent"}
)
"""Intents that decide something: meant by a whole utterance only, in its own words and without a hedge."""

RED_FLAGS = ("EmergencyIntent", "InjuryIntent")
"""Intents that are looked for before anything else, whatever was asked and whatever is said around them; the
gravest first."""

PAINS = ("CrampIntent", "PainIntent")
"""Intents that are looked for in what no sentence says, before any guess."""

NO_INJURY = frozenset({"AskDoctorIntent", "AllRightIntent"})
"""What is said of an old injury, or of one that is over, of which a part may sound like one of now."""

_Taught = Mapping[str, list[SlotValue]]


@dataclass(frozen=True, slots=True)
class _Occasion:
    """What was said, and what is known beside the sentences: the day, values taught, the slot asked for.

    The same words are looked at on several ways: what was found in them is kept, spans and matches.
    """

    utterance: str
    words: tuple[Word, ...]
    day: date
    taught: _Taught
    elicited: ElicitedSlot | None
    spans: dict[tuple[Word, ...], list[SlotSpan]] = field(default_factory=dict)
    matches: dict[tuple[tuple[Word, ...], bool], GrammarMatch | None] = field(default_factory=dict)


class Interpreter:
    """Understands utterances by the sentences of one language, in the words of it.

    Attributes:
        invocation: how the skill is opened.
    """

    def __init__(self, known: Sentences, words: Vocabulary) -> None:
        self.invocation = Invocation(known.invocation_name, words)
        self._sentences = known
        self._vocabulary = words
        self._grammar = Grammar(known, words)
        self._turning = words.turning | {*words.numbers["words"]} - {*words.numbers["one"]}
        self._span_finder = SlotSpanFinder(known, self._grammar.words, words)
        self._red_flags = FlagFinder(known, words, RED_FLAGS, asked_about=True)
        self._pains = FlagFinder(known, words, PAINS, asked_about=False)
        self._gists = Gists(words)
        self._paraphrases = Paraphrases(words)
        known_words = self._span_finder.known_words | self._grammar.words | words.red_flags.no_body
        self._spelling = Spelling(known_words, words)

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
        return self._grammar.slots.get(intent, {})

    def writes(self, intent: str) -> bool:
        """Whether an intent changes what is kept of a runner."""
        return intent in self._sentences.writing

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
        day = today or datetime.now(UTC).date()
        heard = self._surest(_Occasion(utterance, words, day, taught, elicited)) if words else None
        return heard or Interpretation(utterance)

    def _surest(self, occasion: _Occasion) -> Interpretation | None:
        """Take the first way to understand that leads anywhere, the surest first."""
        words = occasion.words
        flag = self._anywhere(self._red_flags, words, occasion)
        if flag and flag.intent == RED_FLAGS[0]:
            return flag
        heard = self._answer(words, occasion) or self._sentence(words, occasion)
        if flag and not (heard and heard.intent in NO_INJURY):
            return flag
        if heard or (heard := self._anywhere(self._pains, words, occasion)):
            return heard
        if any(forms(way) in self._vocabulary.for_the_device for way in unpadded(words, self._vocabulary)):
            return None
        corrected = self._spelling.correct(words, self._words_of(occasion.taught))
        if corrected != words:
            heard = self._anywhere(self._red_flags, corrected, occasion) or self._answer(corrected, occasion)
            heard = (
                heard
                or self._sentence(corrected, occasion)
                or self._anywhere(self._pains, corrected, occasion)
            )
        return (
            heard
            or self._name(words, occasion)
            or self._gist(words, occasion)
            or self._sentence(words, occasion, unlisted=True)
            or self._sentence(corrected, occasion, unlisted=True)
            or self._paraphrased(words, occasion, no_run=True)
            or self._in_parts(words, occasion)
            or self._with_a_clause(corrected, occasion)
            or self._said_otherwise(corrected, occasion)
        )

    def _anywhere(
        self, finder: FlagFinder, words: tuple[Word, ...], occasion: _Occasion
    ) -> Interpretation | None:
        """Understand what a part says of which nothing else matters."""
        match = finder.find(words, occasion.day, occasion.taught)
        return Interpretation(occasion.utterance, match.intent, self._filled(match.slots)) if match else None

    def _answer(self, words: tuple[Word, ...], occasion: _Occasion) -> Interpretation | None:
        """Understand a value for the slot that was asked for, with light words around it at most."""
        elicited = occasion.elicited
        if elicited is None:
            return None
        slots, around = self.slots_of(elicited.intent), self._vocabulary.around_answers
        exact = self._match(words, occasion)
        fits = exact is not None and elicited.slot in exact.slots and exact.slots.keys() <= slots.keys()
        if exact and fits and (exact.intent == elicited.intent or around.issuperset(exact.words_around)):
            return Interpretation(occasion.utterance, elicited.intent, self._filled(exact.slots))
        if exact and all(span.slot_type != slots[elicited.slot] for span in exact.slots.values()):
            around = frozenset()
        for marked in self._marked_ways(words, occasion):
            answer = slots_in_answer(marked, elicited.slot, slots, around)
            if answer:
                return Interpretation(occasion.utterance, elicited.intent, self._filled(answer))
        if exact and not exact.words_around and len(exact.slots) == 1:
            return self._name(words, occasion)
        return None

    def _sentence(
        self, words: tuple[Word, ...], occasion: _Occasion, *, unlisted: bool = False
    ) -> Interpretation | None:
        """Understand what a sentence says."""
        match = self._match(words, occasion, unlisted=unlisted)
        if match is None:
            return None
        heard = frozenset(forms(occasion.words))
        own = frozenset(match.words_around)
        if match.intent in DECISIVE and not (
            own <= heard and self._vocabulary.hedges.isdisjoint(heard - own)
        ):
            return Interpretation(occasion.utterance)
        guess = "" if own <= heard or not self.writes(match.intent) else _put_right(words, occasion.words)
        return Interpretation(occasion.utterance, match.intent, self._filled(match.slots), guess)

    def _name(self, words: tuple[Word, ...], occasion: _Occasion) -> Interpretation | None:
        """Take a few words for a name that no list has, where a name was asked for."""
        elicited = occasion.elicited
        if elicited is None:
            return None
        slot_type = self.slots_of(elicited.intent)[elicited.slot]
        ways = self._marked_ways(words, occasion)
        made_up = slot_type in self._span_finder.made_up_types
        names = (name_in_answer(way, slot_type, self._vocabulary, made_up=made_up) for way in ways)
        name = next((name for name in names if name), None)
        filled = self._filled({elicited.slot: name} if name else {})
        return Interpretation(occasion.utterance, elicited.intent, filled) if name else None

    def _gist(self, words: tuple[Word, ...], occasion: _Occasion) -> Interpretation | None:
        """Understand what a few of the words mean in any order, where they are about no run and no pair."""
        spans = self._spans(words, occasion)
        if any(map(names_a_pair, spans)) or tells_a_run(words, spans, self._vocabulary):
            return None
        return self._gists.meant(occasion.utterance, words, self.slots_of)

    def _in_parts(self, words: tuple[Word, ...], occasion: _Occasion) -> Interpretation | None:
        """Put a run together from its parts, to be asked about; to be deleted, it is asked about anyway."""
        spans = self._spans(words, occasion)
        told = told_in_parts(words, spans, self._vocabulary, partial(self._is_distance, occasion))
        return self._put_otherwise((said for said in told if self._is_told(said, occasion)), occasion)

    def _is_told(self, said: str, occasion: _Occasion) -> bool:
        match = self._match(words_of(said, self._vocabulary), occasion)
        return match is not None and self.writes(match.intent)

    def _put_otherwise(self, sentences: Iterable[str], occasion: _Occasion) -> Interpretation | None:
        """Understand the first of these that the grammar knows; what writes unasked is asked about."""
        for said in sentences:
            match = self._match(words_of(said, self._vocabulary), occasion)
            if match:
                asks = self.writes(match.intent) and match.intent not in ASK_FIRST
                guess = said if asks else ""
                return Interpretation(occasion.utterance, match.intent, self._filled(match.slots), guess)
        return None

    def _said_otherwise(self, words: tuple[Word, ...], occasion: _Occasion) -> Interpretation | None:
        """Understand nearly a sentence, else what a few words are about, else a part that a sentence says."""
        alike, share = self._alike(words, occasion)
        return alike if share >= NEARLY_ALL else self._paraphrased(words, occasion) or alike

    def _paraphrased(
        self, words: tuple[Word, ...], occasion: _Occasion, *, no_run: bool = False
    ) -> Interpretation | None:
        """Understand a sentence that says what a few of the words are about; what changes things is asked."""
        spans = self._spans(words, occasion)
        if tells_a_run(words, spans, self._vocabulary):
            return None
        is_distance = partial(self._is_distance, occasion)
        return self._put_otherwise(self._paraphrases.of(words, spans, is_distance, no_run=no_run), occasion)

    def _is_distance(self, occasion: _Occasion, words: tuple[Word, ...]) -> bool:
        marked = MarkedWords(words, self._span_finder.find(words, occasion.day, {}))
        found = next(iter(self._grammar.matches(marked)), None)
        if found is None or found.intent != DISTANCE or found.slots.keys() <= {"distance"}:
            return False
        return self._vocabulary.telling.in_a_distance.issuperset(found.words_around)

    def _with_a_clause(self, words: tuple[Word, ...], occasion: _Occasion) -> Interpretation | None:
        """Understand what a sentence says ahead of a clause of its own, which gives a reason or chats.

        Acted on is what is harmless where the clause meant something else: nothing that is kept is changed,
        and nothing ends. Who asks for a moment may do so behind anything.
        """
        if tells_a_run(words, self._spans(words, occasion), self._vocabulary):
            return None
        for ahead in ahead_of_a_clause(words, self._vocabulary):
            match = self._match(ahead, occasion)
            if match and self._is_harmless(match) and (len(ahead) > 1 or match.intent == WAITING):
                return Interpretation(occasion.utterance, match.intent, self._filled(match.slots))
        for last in last_words(words, self._vocabulary):
            match = self._match(last, occasion)
            if match and match.intent == WAITING:
                return Interpretation(occasion.utterance, match.intent, self._filled(match.slots))
        return None

    def _is_harmless(self, match: GrammarMatch) -> bool:
        """Whether what is done, if it was not meant, changes nothing that is kept and ends nothing.

        A greeting alone is never what somebody who says more wants.
        """
        grave = (*DECISIVE, *RED_FLAGS, *PAINS, *ENDING, GREETING)
        return match.intent not in grave and not self.writes(match.intent)

    def _alike(self, words: tuple[Word, ...], occasion: _Occasion) -> tuple[Interpretation | None, float]:
        """Understand what a sentence says of it, with the fewest words left out, and how much of it that is.

        It is asked about, unless it is most of the utterance and harmless.
        """
        for fewer in with_words_left_out(words, self._vocabulary):
            match, share = self._match(fewer, occasion), share_kept(fewer, words)
            if match is None or match.intent in (*DECISIVE, *RED_FLAGS, *PAINS):
                continue
            if match.intent in VALUES and occasion.elicited is None:
                continue
            if cuts_a_question(fewer, words, self._vocabulary):
                continue
            if match.intent in RUN_TOLD and self._leaves_out(fewer, words):
                continue
            certain = share >= CERTAIN and not self.writes(match.intent)
            notes = self.writes(match.intent) or match.intent == FINDINGS
            if notes and self._turns(fewer, words):
                continue
            if share >= FEWEST_KEPT:
                guess = "" if certain else _put_right(fewer, occasion.words)
                heard = Interpretation(occasion.utterance, match.intent, self._filled(match.slots), guess)
                return heard, share
        return None, 0

    def _leaves_out(self, fewer: tuple[Word, ...], words: tuple[Word, ...]) -> bool:
        """Whether words are left out by which nothing was run: a plan, somebody else, another sport."""
        return not self._vocabulary.telling.blocking.isdisjoint({*forms(words)} - {*forms(fewer)})

    def _turns(self, fewer: tuple[Word, ...], words: tuple[Word, ...]) -> bool:
        """Whether something else is said without the words left out: "also", "except", a part of a number.

        A "but" that begins an utterance only leads to it.
        """
        said = [word for word in forms(words)[1:] if word in self._turning]
        return len(said) > sum(word in self._turning for word in forms(fewer))

    def _match(
        self, words: tuple[Word, ...], occasion: _Occasion, *, unlisted: bool = False
    ) -> GrammarMatch | None:
        key = words, unlisted
        if key not in occasion.matches:
            ways = self._marked_ways(words, occasion)
            found = (self._grammar.matches(marked, unlisted=unlisted) for marked in ways)
            occasion.matches[key] = next((matches[0] for matches in found if matches), None)
        return occasion.matches[key]

    def _spans(self, words: tuple[Word, ...], occasion: _Occasion) -> list[SlotSpan]:
        if words not in occasion.spans:
            occasion.spans[words] = self._span_finder.find(words, occasion.day, occasion.taught)
        return occasion.spans[words]

    def _marked_ways(self, words: tuple[Word, ...], occasion: _Occasion) -> Iterator[MarkedWords]:
        for way in unpadded(words, self._vocabulary):
            yield MarkedWords(way, self._spans(way, occasion))

    def _words_of(self, taught: _Taught) -> frozenset[str]:
        names = (name for values in taught.values() for value in values for name in value.names)
        return frozenset(form for name in names for form in forms(words_of(name, self._vocabulary)))

    def _filled(self, spans: Mapping[str, SlotSpan]) -> dict[str, FilledSlot]:
        return {
            name: FilledSlot(span.value, span.slot_type, span.static, span.dynamic)
            for name, span in spans.items()
            if name not in self._sentences.asides
        }


def _put_right(words: tuple[Word, ...], original: tuple[Word, ...]) -> str:
    """Words as they were said, the misspelt ones as they are understood."""
    return " ".join(word.said if word in original else word.form for word in words if word.said)
