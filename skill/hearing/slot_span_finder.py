"""Finds slot values in words: numbers, days, times, durations, listed values, names that people make up."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from skill.hearing.expansion import every_way
from skill.hearing.made_up_names import MadeUpNames
from skill.hearing.sentences import DATE, DURATION, NUMBER, TIME, Sentences, slot_type_of
from skill.hearing.slot_spans import Match, Names, SlotSpan, SlotValue, stretches
from skill.hearing.spoken_dates import dates_in
from skill.hearing.spoken_durations import durations_in
from skill.hearing.spoken_numbers import numbers_in
from skill.hearing.spoken_times import times_in
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word, forms, said, singulars, words_of


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
        self._names = self._names_of(types)
        self._longest = max(map(len, self._names), default=0)
        listed = {form for name in self._names for form in name}
        self.known_words = frozenset(listed).union(f"{form}s" for form in listed)
        self._made_up_names = MadeUpNames(
            self._names, types.keys(), self.made_up_types, words | self.known_words, vocabulary
        )

    def find(
        self, words: tuple[Word, ...], today: date, dynamic: Mapping[str, Iterable[SlotValue]]
    ) -> list[SlotSpan]:
        """Return every stretch of `words` that can fill a slot; they may overlap.

        Args:
            words: the utterance.
            today: the speaker's own day, which "yesterday" is counted from.
            dynamic: values taught for this session, by slot type.
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
        taught = self._names_of(dynamic)
        spans.extend(self._listed(words, taught))
        return [*spans, *self._made_up_names.find(words, taught, spans)]

    def _listed(self, words: tuple[Word, ...], taught: Names) -> Iterator[SlotSpan]:
        name = singulars(words, self._vocabulary)
        for start, end in stretches(words, max(self._longest, *map(len, taught), 0)):
            static, dynamic = self._names.get(name[start:end], {}), taught.get(name[start:end], {})
            for slot_type in static.keys() | dynamic.keys():
                matches, own = tuple(static.get(slot_type, ())), tuple(dynamic.get(slot_type, ()))
                yield SlotSpan(start, end, slot_type, said(words[start:end]), matches, own)

    def _names_of(self, types: Mapping[str, Iterable[SlotValue]]) -> Names:
        names: Names = {}
        for slot_type, values in types.items():
            for value in values:
                match = Match(value.id or value.names[0], value.names[0])
                has_match = value.id is not None or slot_type in self.made_up_types
                for name in value.names:
                    words = singulars(words_of(name, self._vocabulary), self._vocabulary)
                    matches = names.setdefault(words, {}).setdefault(slot_type, [])
                    if has_match and match not in matches:
                        matches.append(match)
        names.pop((), None)
        return names
