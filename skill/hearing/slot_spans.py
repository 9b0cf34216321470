"""Slot values found in words: where they are, what they mean, and which known values they match."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from skill.hearing.expansion import every_way
from skill.hearing.sentences import DATE, DURATION, NUMBER, Sentences, slot_type_of
from skill.hearing.spoken_dates import dates_in
from skill.hearing.spoken_durations import durations_in
from skill.hearing.spoken_numbers import numbers_in
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word, forms, said, words_of


@dataclass(frozen=True, slots=True)
class Match:
    """A known value that a slot's words resolve to.

    Attributes:
        id: the value's id; its name where it has none.
        name: the value's own name.
    """

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class SlotSpan:
    """A stretch of an utterance that can fill a slot.

    Attributes:
        start, end: the words from `start` up to, not including, `end`.
        slot_type: the slot type it fills.
        value: what a request delivers: digits, ISO 8601, or for a custom type the words as they were said.
        static: the model's values that it matches, none for words outside the type's list.
        dynamic: the values taught at run time that it matches.
        unlisted: whether no list has it: it only stands in a slot's place.
        familiar: whether all of its words stand in sentences or lists, if it is unlisted.
    """

    start: int
    end: int
    slot_type: str
    value: str
    static: tuple[Match, ...] = ()
    dynamic: tuple[Match, ...] = ()
    unlisted: bool = False
    familiar: bool = False


class MarkedWords(NamedTuple):
    """Words to be understood, and every stretch of them that can fill a slot."""

    words: tuple[Word, ...]
    spans: list[SlotSpan]


@dataclass(frozen=True, slots=True)
class SlotValue:
    """One value of a slot type.

    Attributes:
        id: what the skill calls it; None in a type of names that people make up, such as their shoes'.
        names: what people call it, the value's own name first.
    """

    id: str | None
    names: tuple[str, ...]


_Names = dict[tuple[str, ...], dict[str, list[Match]]]


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
        self._names: _Names = {}
        types = {slot_type_of(name): _values(values, sentences) for name, values in sentences.lists.items()}
        self.made_up_types = frozenset(
            slot_type for slot_type, values in types.items() if all(value.id is None for value in values)
        )
        ordinals = (word for ordinal in vocabulary.dates["ordinals"] for word in ordinal.split())
        self._closed = vocabulary.stop_words.union(ordinals, [vocabulary.dates["last"]])
        self._open_words: dict[str, set[str]] = {slot_type: set() for slot_type in self.made_up_types}
        for slot_type, values in types.items():
            self._learn(slot_type, values, self._names, self._open_words)
        self._types = frozenset(types)
        self._the = (vocabulary.dates["the"],)
        self._longest = max((len(name) for name in self._names), default=0)
        names = {form for name in self._names for form in name}
        self.known_words = frozenset(names).union(f"{form}s" for form in names)
        self._no_names = (
            vocabulary.stop_words | vocabulary.nameless | vocabulary.negations | vocabulary.questions
        )
        self._familiar = words | self.known_words | vocabulary.all_words

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
        }
        spans = [
            SlotSpan(heard.start, heard.end, slot_type, heard.value)
            for slot_type, found in built_in.items()
            for heard in found
        ]
        taught: _Names = {}
        open_words = {slot_type: set(known) for slot_type, known in self._open_words.items()}
        for slot_type, values in dynamic.items():
            self._learn(slot_type, values, taught, open_words)
        spans.extend(self._named(words, taught))
        spans.extend(self._made_up(words, open_words, tuple(spans)))
        spans.extend(self._unlisted(words, {form for name in taught for form in name}, tuple(spans)))
        return spans

    def _unlisted(
        self, words: tuple[Word, ...], taught: set[str], found: Sequence[SlotSpan]
    ) -> Iterator[SlotSpan]:
        """Take a few words for a name that no list has.

        A word that means something else is none, and neither is one that stands in a sentence: "my chest".
        But a number is, of two Ghosts: "the sixteen".
        """
        said_forms = forms(words)
        known = self._familiar | taught
        strange = [
            not form.isdecimal() and {form, self.singular(form)}.isdisjoint(known) for form in said_forms
        ]
        numbers = {(span.start, span.end) for span in found if span.slot_type == NUMBER}
        for start in range(len(words)):
            for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1):
                if not self._no_names.isdisjoint({said_forms[start], said_forms[end - 1]}):
                    continue
                inside = [
                    span for span in found if span.start < end and start < span.end and not span.dynamic
                ]
                version = (start, end) in numbers and said_forms[start - 1 : start] == self._the
                for slot_type in self._types:
                    clear = any(strange[start:end]) and all(
                        span.slot_type in {slot_type, NUMBER} for span in inside
                    )
                    made_up = slot_type in self.made_up_types
                    if clear or made_up:
                        value = said(words[start:end])
                        familiar = not clear and not version
                        yield SlotSpan(start, end, slot_type, value, unlisted=True, familiar=familiar)

    def _named(self, words: tuple[Word, ...], taught: _Names) -> Iterator[SlotSpan]:
        singulars = [self.singular(form) for form in forms(words)]
        longest = max(self._longest, max((len(name) for name in taught), default=0))
        for start in range(len(words)):
            for end in range(start + 1, min(start + longest, len(words)) + 1):
                name = tuple(singulars[start:end])
                static, dynamic = self._names.get(name, {}), taught.get(name, {})
                for slot_type in static.keys() | dynamic.keys():
                    yield SlotSpan(
                        start,
                        end,
                        slot_type,
                        said(words[start:end]),
                        tuple(static.get(slot_type, ())),
                        tuple(dynamic.get(slot_type, ())),
                    )

    def _made_up(
        self, words: tuple[Word, ...], open_words: Mapping[str, set[str]], found: Sequence[SlotSpan]
    ) -> Iterator[SlotSpan]:
        """Join neighbouring words of made-up names: "old blue Pegasus" is one name, though no list has it.

        A number behind such words is its version: "Nimbus twenty five", "Clifton 9s". What a list has means
        that: a "trail run" is no pair, though there are pairs named trail and run.
        """
        singulars = [self.singular(word.form) for word in words]
        for slot_type, known in open_words.items():
            taken = {(span.start, span.end) for span in found if span.slot_type == slot_type or span.static}
            goes_on = [
                singular in known
                or singular.isdecimal()
                or (word.said == _PLURAL and singulars[at - 1].isdecimal())
                for at, (word, singular) in enumerate(zip(words, singulars, strict=True))
            ]
            for start in range(len(words)):
                end = start + 1
                is_name = (
                    singulars[start] in known - self._vocabulary.nameless and not singulars[start].isdecimal()
                )
                while is_name and end < len(words) and goes_on[end]:
                    end += 1
                    if (start, end) not in taken:
                        name = said(words[start:end]).removesuffix(f" {_PLURAL}")
                        yield SlotSpan(start, end, slot_type, name)

    def _learn(
        self,
        slot_type: str,
        values: Iterable[SlotValue],
        names: _Names,
        open_words: dict[str, set[str]],
    ) -> None:
        for value in values:
            has_match = value.id is not None or slot_type in self.made_up_types
            match = Match(value.id or value.names[0], value.names[0])
            for name in value.names:
                key = tuple(self.singular(form) for form in forms(words_of(name, self._vocabulary)))
                matches = names.setdefault(key, {}).setdefault(slot_type, [])
                if key and has_match and match not in matches:
                    matches.append(match)
                if slot_type in open_words:
                    open_words[slot_type].update(form for form in key if form not in self._closed)
        names.pop((), None)

    def singular(self, form: str) -> str:
        """Return a word without its plural ending; a number word as its digits."""
        number = self._vocabulary.numbers["words"].get(form)
        if number is not None:
            return str(number)
        if form in self._vocabulary.singular:
            return form
        if len(form) > _SHORTEST_PLURAL and form.endswith("s") and not form.endswith(("ss", "us", "is")):
            return str(self._vocabulary.numbers["words"].get(form[:-1], form[:-1]))
        return form


_SHORTEST_PLURAL = 3
_PLURAL = "s"
_LONGEST_NAME = 6
"""Words of a name that no list has."""


def _values(values: Iterable[tuple[str, str | None]], sentences: Sentences) -> list[SlotValue]:
    return [SlotValue(id_, tuple(every_way(text, sentences.rules))) for text, id_ in values]
