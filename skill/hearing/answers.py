"""What answers a question for a slot: a value of it, or a name that no list has."""

from skill.hearing.certainty import of_somebody_else
from skill.hearing.elicited_slot import name_in_answer, slots_in_answer
from skill.hearing.interpretation import Interpretation
from skill.hearing.meanings import Meanings
from skill.hearing.slot_span_finder import SlotSpanFinder
from skill.hearing.told_in_parts import asks
from skill.hearing.utterance import Utterance
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word, forms


class Answers:
    """Understands what is said where a slot was asked for.

    Args:
        meanings: what intents mean.
        span_finder: knows which values are made up by their speaker.
        words: the words of the language.
    """

    def __init__(self, meanings: Meanings, span_finder: SlotSpanFinder, words: Vocabulary) -> None:
        self._meanings = meanings
        self._span_finder = span_finder
        self._vocabulary = words

    def value(self, words: tuple[Word, ...], utterance: Utterance) -> Interpretation | None:
        """Understand a value for the slot that was asked for, with light words around it at most.

        A question with a value in it is a question, "did I run on Thursday", and what somebody else ran is no
        run of the runner's.
        """
        elicited = utterance.elicited
        if elicited is None or of_somebody_else(words, self._vocabulary):
            return None
        slots, around = self._meanings.slots_of(elicited.intent), self._vocabulary.around_answers
        exact = utterance.match(words)
        if exact and exact.intent != elicited.intent and self._asks(forms(words)):
            return None
        fits = exact is not None and elicited.slot in exact.slots and exact.slots.keys() <= slots.keys()
        if exact and fits and (exact.intent == elicited.intent or around.issuperset(exact.words_around)):
            return Interpretation(utterance.text, elicited.intent, self._meanings.filled(exact.slots))
        if exact and all(span.slot_type != slots[elicited.slot] for span in exact.slots.values()):
            around = frozenset()
        for marked in utterance.ways(words):
            answer = slots_in_answer(marked, elicited.slot, slots, around)
            if answer:
                return Interpretation(utterance.text, elicited.intent, self._meanings.filled(answer))
        if exact and not exact.words_around and len(exact.slots) == 1:
            return self.name(words, utterance)
        return None

    def _asks(self, said: tuple[str, ...]) -> bool:
        """Whether it is a question: at its beginning, or by a word in it, "for Monday's run which shoes"."""
        return asks(said, self._vocabulary) or not self._vocabulary.indirect_questions.asking.isdisjoint(said)

    def name(self, words: tuple[Word, ...], utterance: Utterance) -> Interpretation | None:
        """Take a few words for a name that no list has, where a name was asked for."""
        elicited = utterance.elicited
        if elicited is None:
            return None
        slot_type = self._meanings.slots_of(elicited.intent)[elicited.slot]
        ways = utterance.ways(words, unlisted=True)
        made_up = slot_type in self._span_finder.made_up_types
        names = (name_in_answer(way, slot_type, self._vocabulary, made_up=made_up) for way in ways)
        name = next((name for name in names if name), None)
        filled = self._meanings.filled({elicited.slot: name} if name else {})
        return Interpretation(utterance.text, elicited.intent, filled) if name else None
