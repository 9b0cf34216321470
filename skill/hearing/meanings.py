"""What an intent of the sentences means: its slots, whether it writes, and what is asked about first."""

from collections.abc import Iterable, Mapping

from skill.hearing.certainty import ASK_FIRST
from skill.hearing.grammar import Grammar, GrammarMatch
from skill.hearing.interpretation import FilledSlot, Interpretation
from skill.hearing.red_flags import Found
from skill.hearing.sentences import Sentences
from skill.hearing.slot_spans import SlotSpan
from skill.hearing.utterance import Utterance
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import words_of


class Meanings:
    """What the sentences of one language mean.

    Args:
        known: the sentences.
        grammar: the same, to be matched.
        words: the words of the language.
    """

    def __init__(self, known: Sentences, grammar: Grammar, words: Vocabulary) -> None:
        self._sentences = known
        self._grammar = grammar
        self._vocabulary = words

    def slots_of(self, intent: str) -> Mapping[str, str]:
        """The type of each slot of an intent, by slot name; empty for an intent that no sentence says."""
        return self._grammar.slots.get(intent, {})

    def writes(self, intent: str) -> bool:
        """Whether an intent changes what is kept of a runner."""
        return intent in self._sentences.writing

    def understood(
        self, utterance: Utterance, match: GrammarMatch | Found, guess: str = ""
    ) -> Interpretation:
        """What a match means; with a guess, it is asked about in these words first."""
        return Interpretation(utterance.text, match.intent, self.filled(match.slots), guess)

    def put_otherwise(
        self, sentences: Iterable[str], utterance: Utterance, *, is_question: bool = False
    ) -> Interpretation | None:
        """Understand the first of these that the grammar knows; what writes unasked is asked about.

        A question writes nothing: "is Bruno knackered yet" is no wish to have him retired.
        """
        for said in sentences:
            match = utterance.match(words_of(said, self._vocabulary))
            if match and not (is_question and self.writes(match.intent)):
                return self.understood(utterance, match, said if self.asks_first(match) else "")
        return None

    def asks_first(self, match: GrammarMatch) -> bool:
        """Whether it is to be asked about: it changes what is kept, and nobody asks before it does."""
        return self.writes(match.intent) and match.intent not in ASK_FIRST

    def filled(self, spans: Mapping[str, SlotSpan]) -> dict[str, FilledSlot]:
        """The slots as they are delivered, without what is only said beside them."""
        return {
            name: FilledSlot(span.value, span.slot_type, span.static, span.dynamic)
            for name, span in spans.items()
            if name not in self._sentences.asides
        }
