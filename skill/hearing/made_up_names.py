"""Names that people make up: joined from the words of known ones, or in no list at all."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from skill.hearing.sentences import DURATION, NUMBER
from skill.hearing.slot_spans import Names, SlotSpan, stretches
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word, forms, said, singulars

PLURAL = "s"
_LONGEST_NAME = 6
_A_RACE_TIME = 3
"""Words of a time without its units that no model number has: "twenty two fifteen"."""
"""Words of a name that no list has."""


class MadeUpNames:
    """Finds names that are in no list."""

    def __init__(
        self,
        names: Names,
        types: AbstractSet[str],
        made_up_types: frozenset[str],
        words: frozenset[str],
        vocabulary: Vocabulary,
    ) -> None:
        """Learn the words that names are made of.

        Args:
            names: all that the lists have.
            types: the slot types of the lists.
            made_up_types: those of them whose names people make up.
            words: every word of sentences and lists.
            vocabulary: the language's.
        """
        self._vocabulary = vocabulary
        self._types = types
        self._made_up_types = made_up_types
        self._familiar = words | vocabulary.all_words
        self._no_ends = vocabulary.stop_words | vocabulary.negations | vocabulary.questions
        self._no_names = self._no_ends | vocabulary.nameless
        dates = vocabulary.dates
        self._pointing = {dates["last"], *" ".join(dates["ordinals"]).split()}
        self._the = (dates["the"],)
        self._words = self._words_of(names)

    def _words_of(self, names: Names) -> dict[str, set[str]]:
        """The words of each type's names that can stand in another name."""
        closed = self._vocabulary.stop_words | self._pointing
        words: dict[str, set[str]] = {slot_type: set() for slot_type in self._made_up_types}
        for name, types in names.items():
            for slot_type in types.keys() & words.keys():
                words[slot_type].update(form for form in name if form not in closed)
        return words

    def joined(self, words: tuple[Word, ...], taught: Names, found: Iterable[SlotSpan]) -> Iterator[SlotSpan]:
        """Join neighbouring words of names: "old blue Pegasus" is one name, though no list has it.

        A number behind such words is its version: "Nimbus twenty five", "Clifton 9s". What a list has means
        that: a "trail run" is no pair, though there are pairs named trail and run. "The 880s" are a pair
        where one of the runner's has that number.

        Args:
            words: the utterance.
            taught: the names taught for this session.
            found: the values in it that lists have, and numbers, days and durations.
        """
        taught_words = self._words_of(taught)
        name = singulars(words, self._vocabulary)
        for slot_type in self._made_up_types:
            listed, own = self._words[slot_type], taught_words[slot_type]
            times = [span for span in found if span.slot_type == DURATION]
            taken = {(span.start, span.end) for span in found if span.slot_type == slot_type or span.static}
            goes_on = [
                form in listed
                or form in own
                or form.isdecimal()
                or (word.said == PLURAL and name[at - 1].isdecimal())
                for at, (word, form) in enumerate(zip(words, name, strict=True))
            ]
            for at in self._versions(words, own):
                yield SlotSpan(at, at + 2, slot_type, name[at])
            for start, first in enumerate(name):
                end = start + 1
                begins = (
                    (first in listed or first in own)
                    and first not in self._vocabulary.nameless
                    and not first.isdecimal()
                )
                while begins and end < len(words) and goes_on[end]:
                    end += 1
                    if any(_cuts(start, end, time) for time in times):
                        continue
                    if (start, end) not in taken and name[end - 1] not in self._vocabulary.telling.running:
                        value = said(words[start:end]).removesuffix(f" {PLURAL}")
                        yield SlotSpan(start, end, slot_type, value)

    def _versions(self, words: tuple[Word, ...], own: set[str]) -> Iterator[int]:
        """Where a pair is called by its number alone, "the 880s", of a taught name that has it."""
        for at in range(1, len(words) - 1):
            before, number, behind = words[at - 1 : at + 2]
            called = before.form in (*self._the, self._vocabulary.possessive.means)
            if called and behind.said == PLURAL and number.form.isdecimal() and number.form in own:
                yield at

    def unlisted(
        self, words: tuple[Word, ...], taught: Names, found: Iterable[SlotSpan]
    ) -> Iterator[SlotSpan]:
        """Take a few words for a name that no list has.

        A word that means something else is none, and neither is one that stands in a sentence: "my chest".
        But a number is, of two Ghosts: "the sixteen". A word of a name that was taught is known as a name of
        that kind alone: "the wombats" may be short for the runner's "red wombats", and is no equipment. "Mud
        shoes" is a whole name only where any words are taken for one: "rename them to mud shoes".

        Args:
            words: the utterance.
            taught: the names taught for this session.
            found: all other values in it.
        """
        taught_forms = {form for name in taught for form in name}
        said_forms = forms(words)
        both = tuple(zip(said_forms, singulars(words, self._vocabulary), strict=True))
        strange = [not each[0].isdecimal() and self._familiar.isdisjoint(each) for each in both]
        untaught = [new and taught_forms.isdisjoint(each) for new, each in zip(strange, both, strict=True)]
        numbers = {(span.start, span.end) for span in found if span.slot_type == NUMBER}
        for start, end in stretches(words, _LONGEST_NAME):
            if said_forms[start] in self._no_names or said_forms[end - 1] in self._no_ends:
                continue
            if not self._vocabulary.negations.isdisjoint(said_forms[start:end]):
                continue
            elsewhere = {
                span.slot_type
                for span in found
                if span.start < end and start < span.end and not span.dynamic and span.slot_type != NUMBER
            }
            is_version = (start, end) in numbers and said_forms[start - 1 : start] == self._the
            for slot_type in self._types:
                made_up = slot_type in self._made_up_types
                is_clear = any((strange if made_up else untaught)[start:end]) and elsewhere <= {slot_type}
                if is_clear or made_up:
                    value = said(words[start:end])
                    with_noun = said_forms[end - 1] in self._vocabulary.nameless
                    familiar = with_noun or (not is_clear and not is_version)
                    yield SlotSpan(start, end, slot_type, value, unlisted=True, familiar=familiar)


def _cuts(start: int, end: int, time: SlotSpan) -> bool:
    """Whether a name with a number behind it takes words of a time: "the Saucony | thirty eight minutes"."""
    inside = time.end <= end and time.end - time.start >= _A_RACE_TIME
    return start < time.start < end and (time.end > end or inside)
