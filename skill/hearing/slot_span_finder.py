"""Finds slot values in words: numbers, days, times, durations, listed values, names that people make up."""

from collections.abc import Iterable, Iterator
from datetime import date

from skill.hearing.expansion import every_way
from skill.hearing.listed_names import ListedNames, listed_in
from skill.hearing.made_up_names import PLURAL, MadeUpNames
from skill.hearing.sentences import DATE, DURATION, NUMBER, TIME, Sentences, slot_type_of
from skill.hearing.slot_spans import SlotSpan, SlotValue
from skill.hearing.spoken_dates import dates_in
from skill.hearing.spoken_durations import durations_in
from skill.hearing.spoken_numbers import numbers_in
from skill.hearing.spoken_times import times_in
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word, forms, said, singulars

_OF_VALUES = frozenset({NUMBER, DURATION, DATE, TIME})


class SlotSpanFinder:
    """Finds slot values in words.

    Attributes:
        known_words: the words of all values that a list has.
        made_up_types: the slot types of names that people make up: their values have no ids.
    """

    def __init__(self, sentences: Sentences, words: frozenset[str], vocabulary: Vocabulary) -> None:
        """Learn the values of all lists.

        Args:
            sentences: have the lists.
            words: every word of the sentences themselves.
            vocabulary: the language's.
        """
        self._vocabulary = vocabulary
        types = {
            slot_type_of(name): [
                SlotValue(id_, tuple(every_way(text, sentences.rules))) for text, id_ in values
            ]
            for name, values in sentences.lists.items()
        }
        self.made_up_types = frozenset(
            slot_type for slot_type, values in types.items() if all(value.id is None for value in values)
        )
        self._names = ListedNames(types, vocabulary, self.made_up_types)
        self.known_words = frozenset(self._names.words).union(f"{form}s" for form in self._names.words)
        self._made_up_names = MadeUpNames(
            self._names.all, types.keys(), self.made_up_types, words | self.known_words, vocabulary
        )

    def find(self, words: tuple[Word, ...], today: date, taught: ListedNames) -> list[SlotSpan]:
        """Return every stretch of `words` that has a value; they may overlap.

        Args:
            words: the utterance.
            today: the speaker's own day, which "yesterday" is counted from.
            taught: the names taught for this session.
        """
        said_forms = forms(words)
        built_in = {
            NUMBER: numbers_in(said_forms, self._vocabulary),
            DURATION: durations_in(said_forms, self._vocabulary),
            DATE: dates_in(said_forms, today, self._vocabulary),
            TIME: times_in(said_forms, self._vocabulary),
        }
        spans = [
            SlotSpan(heard.start, heard.end, slot_type, heard.value)
            for slot_type, found in built_in.items()
            for heard in found
        ]
        spans.extend(self._listed(words, taught))
        joined = list(self._made_up_names.joined(words, taught.all, spans))
        versions = {span.end for span in joined if words[span.end - 1].said == PLURAL}
        # "The Clifton 9s" are no nine seconds.
        spans = [span for span in spans if span.slot_type != DURATION or span.end not in versions]
        return [*spans, *joined]

    def types_with(self, word: Word, taught: ListedNames) -> frozenset[str]:
        """Return the slot types that may have a value with a word in it, whatever stands beside it."""
        (name,) = singulars((word,), self._vocabulary)
        types = {*self._names.types_with(name), *taught.types_with(name)}
        if word.form.isdecimal() or word.form in self._vocabulary.of_values:
            types |= _OF_VALUES
        if name.isdecimal() or word.said == PLURAL:
            types |= self.made_up_types
        return frozenset(types)

    def unlisted(
        self, words: tuple[Word, ...], taught: ListedNames, found: Iterable[SlotSpan]
    ) -> Iterator[SlotSpan]:
        """Yield every stretch of `words` that may be a name though no list has it; `found` are the values."""
        return self._made_up_names.unlisted(words, taught.all, found)

    def _listed(self, words: tuple[Word, ...], taught: ListedNames) -> Iterator[SlotSpan]:
        name = singulars(words, self._vocabulary)
        for start, end in listed_in(name, self._names, taught):
            static, dynamic = self._names.all.get(name[start:end], {}), taught.all.get(name[start:end], {})
            for slot_type in static.keys() | dynamic.keys():
                matches, own = tuple(static.get(slot_type, ())), tuple(dynamic.get(slot_type, ()))
                yield SlotSpan(start, end, slot_type, said(words[start:end]), matches, own)
