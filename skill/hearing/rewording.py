"""What is said by another sentence than the grammar has, put as one that it has."""

import re
from datetime import date, timedelta
from functools import partial

from skill.hearing.answers import Answers
from skill.hearing.certainty import DECISIVE, DISTANCE, LEAVING, MOVES, RUN_TO_COME, RUN_TOLD, VALUES
from skill.hearing.gist import Gists
from skill.hearing.grammar import GrammarMatch
from skill.hearing.indirect_question import asked_directly
from skill.hearing.interpretation import Interpretation
from skill.hearing.listed_names import ListedNames
from skill.hearing.meanings import Meanings
from skill.hearing.named_before import with_the_name_put_back
from skill.hearing.paraphrase import Paraphrases
from skill.hearing.self_correction import takes_back, without_what_was_taken_back
from skill.hearing.sentences import DATE
from skill.hearing.slot_spans import MarkedWords, SlotSpan, names_a_pair
from skill.hearing.told_in_parts import asks, asks_somebody, tells_a_run, told_in_parts
from skill.hearing.utterance import Reader, Utterance
from skill.hearing.words import Word, forms, words_of
from skill.value import replace

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(T[A-Z]{2})?")
"""A day, or a part of one, as AMAZON.DATE delivers it."""


class Rewording:
    """Understands by rules of a language what none of its sentences says as it was said.

    Args:
        meanings: what intents mean.
        answers: understands answers for a slot.
        reader: reads words.
    """

    def __init__(self, meanings: Meanings, answers: Answers, reader: Reader) -> None:
        self._meanings = meanings
        self._answers = answers
        self._reader = reader
        self._vocabulary = reader.vocabulary
        self._untaught = ListedNames({}, reader.vocabulary)
        self._gists = Gists(reader.vocabulary)
        self._paraphrases = Paraphrases(reader.vocabulary)

    def written_out(self, words: tuple[Word, ...], utterance: Utterance) -> Interpretation | None:
        """Understand what a sentence says with the verb in full that was shortened behind the name of a pair.

        "Bruno's for the trails" is "Bruno is for the trails", "Bruno's done five hundred" "Bruno has done".
        """
        short = [at for at, word in enumerate(words) if word.form == self._vocabulary.short_verb]
        if not short:
            return None
        behind_a_pair = {span.end for span in utterance.spans(words) if names_a_pair(span)}
        for at in behind_a_pair.intersection(short):
            for verb in self._vocabulary.short_for:
                match = utterance.match((*words[:at], replace(words[at], form=verb), *words[at + 1 :]))
                if match and match.intent not in DECISIVE:
                    return self._meanings.understood(utterance, match)
        return None

    def direct_question(self, words: tuple[Word, ...], utterance: Utterance) -> Interpretation | None:
        """Understand an indirect question as a direct one, and no run with it, which would be lost."""
        if tells_a_run(words, utterance.spans(words), self._vocabulary):
            return None
        for direct in asked_directly(words, self._vocabulary):
            match = utterance.match(direct)
            if match and not self._meanings.writes(match.intent):
                return self._meanings.understood(utterance, match)
        return None

    def gist(self, words: tuple[Word, ...], utterance: Utterance) -> Interpretation | None:
        """Understand what a few of the words mean in any order, where they are about no run, pair or song."""
        if not self._vocabulary.other_things.isdisjoint(forms(words)):
            return None
        spans = utterance.spans(words)
        if any(map(names_a_pair, spans)) or tells_a_run(words, spans, self._vocabulary):
            return None
        meant = self._gists.meant(utterance.text, words, self._meanings.slots_of)
        intent = meant.intent if meant else None
        undone = intent in LEAVING and takes_back(words, self._vocabulary)
        asked = intent in MOVES and asks_somebody(forms(words), self._vocabulary.telling)
        return None if undone or asked else meant

    def gist_of_direct_question(self, words: tuple[Word, ...], utterance: Utterance) -> Interpretation | None:
        """Understand what a few words of an indirect question mean once it is put as a direct one."""
        direct = next(asked_directly(words, self._vocabulary), None)
        meant = self.gist(direct, utterance) if direct else None
        return meant if meant and not self._meanings.writes(meant.intent or "") else None

    def taken_back(self, words: tuple[Word, ...], utterance: Utterance) -> Interpretation | None:
        """Understand what is said with a value put right in the same breath; what changes things is asked."""
        plain = tuple(word for word in words if word.form not in self._vocabulary.fillers)
        values = [span for span in utterance.spans(plain, unlisted=True) if not span.familiar]
        meant = without_what_was_taken_back(plain, values, self._vocabulary)
        if meant == plain:
            return None
        if utterance.elicited and (answer := self._answers.value(meant, utterance)):
            return answer
        for unlisted in (False, True):
            match = utterance.match(meant, unlisted=unlisted)
            if match and match.intent not in DECISIVE:
                guess = " ".join(forms(meant)) if self._meanings.asks_first(match) else ""
                return self._meanings.understood(utterance, match, guess)
        return self.in_parts(meant, utterance)

    def begun_anew(self, words: tuple[Word, ...], utterance: Utterance) -> Interpretation | None:
        """Understand a sentence behind words that take back what was only thought: "no wait, carry on"."""
        said = forms(words)
        longest = max(
            (len(phrase) for phrase in self._vocabulary.taking_back if said[: len(phrase)] == phrase),
            default=0,
        )
        if longest <= 1:  # a "no" alone may say anything
            return None
        for rest in (words[1:], words[longest:]):  # "no, hang on, I need a towel" asks for a moment
            match = utterance.match(rest) if rest else None
            if match and match.intent not in DECISIVE:
                guess = " ".join(forms(rest)) if self._meanings.asks_first(match) else ""
                return self._meanings.understood(utterance, match, guess)
        return self.begun_anew(words[longest:], utterance)

    def named_before(self, words: tuple[Word, ...], utterance: Utterance) -> Interpretation | None:
        """Understand what the last clause wants of the pair that was named before it."""
        spans = utterance.spans(words)
        if tells_a_run(words, spans, self._vocabulary):
            return None
        said = with_the_name_put_back(words, spans, self._vocabulary)
        is_question = asks(forms(words), self._vocabulary)
        meant = self._meanings.put_otherwise(said, utterance, is_question=is_question)
        if meant is None or meant.intent in VALUES:  # a clause that names the pair alone wants nothing of it
            return None
        own = any(span.dynamic for span in spans)  # of a pair first told here nothing is kept
        return meant if own or not self._meanings.writes(meant.intent or "") else None

    def paraphrased(
        self, words: tuple[Word, ...], utterance: Utterance, *, no_run: bool = False
    ) -> Interpretation | None:
        """Understand a sentence that says what a few of the words are about; what changes things is asked."""
        spans = utterance.spans(words)
        if tells_a_run(words, spans, self._vocabulary):
            return None
        is_distance = partial(self._is_distance, utterance)
        said = (
            put.sentence
            for put in self._paraphrases.of(words, spans, is_distance, no_run=no_run)
            if not (put.says_less and self._writes(put.sentence, utterance))
        )
        return self._meanings.put_otherwise(said, utterance, is_question=asks(forms(words), self._vocabulary))

    def beside_a_plan(self, words: tuple[Word, ...], utterance: Utterance) -> Interpretation | None:
        """Understand a run that is told in one breath with one to come, of which nothing is kept."""
        for at, word in enumerate(words):
            if word.form not in self._vocabulary.linking:
                continue
            halves = [utterance.match(half) if half else None for half in (words[:at], words[at + 1 :])]
            told = [match for match in halves if match and match.intent in RUN_TOLD]
            if len(told) == 1 and any(match and match.intent == RUN_TO_COME for match in halves):
                return self._meanings.understood(utterance, told[0])
        return None

    def in_parts(self, words: tuple[Word, ...], utterance: Utterance) -> Interpretation | None:
        """Put a run together from its parts, to be asked about; to be deleted, it is asked about anyway."""
        spans = utterance.spans(words)
        if any(_is_ahead(span, utterance.day) for span in spans):
            return None
        told = told_in_parts(words, spans, self._vocabulary, partial(self._is_distance, utterance))
        return self._meanings.put_otherwise(
            (said for said in told if self._writes(said, utterance)), utterance
        )

    def still_to_come(
        self, words: tuple[Word, ...], match: GrammarMatch, utterance: Utterance
    ) -> Interpretation | None:
        """Understand "ten k next Friday" as planned: nobody has run it yet, and nobody says so."""
        days = [span for span in match.slots.values() if span.slot_type == DATE]
        ahead = any(self._is_said_ahead(forms(words[span.start : span.end])) for span in days)
        ran = not self._vocabulary.telling.running.isdisjoint(forms(words))
        if match.intent not in RUN_TOLD or ran or not ahead:
            return None
        taken = self._meanings.slots_of(RUN_TO_COME)
        slots = {name: span for name, span in match.slots.items() if name in taken}
        return Interpretation(utterance.text, RUN_TO_COME, self._meanings.filled(slots))

    def _is_said_ahead(self, day: tuple[str, ...]) -> bool:
        dates = self._vocabulary.dates
        return day[0] == dates["next"] or " ".join(day) in (*dates["tomorrow"], *dates["after_tomorrow"])

    def _writes(self, said: str, utterance: Utterance) -> bool:
        match = utterance.match(words_of(said, self._vocabulary))
        return match is not None and self._meanings.writes(match.intent)

    def _is_distance(self, utterance: Utterance, words: tuple[Word, ...]) -> bool:
        if words not in utterance.distances:
            utterance.distances[words] = self._says_a_distance(utterance, words)
        return utterance.distances[words]

    def _says_a_distance(self, utterance: Utterance, words: tuple[Word, ...]) -> bool:
        marked = MarkedWords(words, self._reader.span_finder.find(words, utterance.day, self._untaught))
        found = next(iter(self._reader.grammar.matches(marked)), None)
        if found is None or found.intent != DISTANCE or found.slots.keys() <= {"distance"}:
            return False
        return self._vocabulary.telling.in_a_distance.issuperset(found.words_around)


def _is_ahead(span: SlotSpan, today: date) -> bool:
    """Whether a day is so far ahead that it is no weekday of the last days: nothing was run on it yet."""
    day = _DAY.fullmatch(span.value) if span.slot_type == DATE else None
    return day is not None and date.fromisoformat(day[1]) - today >= timedelta(weeks=1)
