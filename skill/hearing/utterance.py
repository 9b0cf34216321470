"""An utterance, and what its words say: the same words are looked at on several ways, and looked up once."""

from collections.abc import Iterator
from datetime import date

from skill.hearing.elicited_slot import ElicitedSlot
from skill.hearing.grammar import Grammar, GrammarMatch
from skill.hearing.listed_names import ListedNames
from skill.hearing.sentence_index import Reading
from skill.hearing.slot_span_finder import SlotSpanFinder
from skill.hearing.slot_spans import MarkedWords, SlotSpan
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word, unpadded
from skill.value import Value, field


class Reader(Value):
    """What reads words of a language.

    Attributes:
        grammar: its sentences.
        span_finder: finds the values in words.
        vocabulary: its words.
    """

    grammar: Grammar
    span_finder: SlotSpanFinder
    vocabulary: Vocabulary


class Utterance(Value):
    """What was said, and what is known beside the sentences.

    Attributes:
        text: what was said.
        words: its words.
        day: the speaker's own day.
        taught: the names taught for the session.
        elicited: the slot that was asked for; None where none was.
        reader: reads its words.
        distances: which of its words were found to be a distance, or none.
    """

    text: str
    words: tuple[Word, ...]
    day: date
    taught: ListedNames
    elicited: ElicitedSlot | None
    reader: Reader
    distances: dict[tuple[Word, ...], bool] = field(default_factory=dict)
    _spans: dict[tuple[tuple[Word, ...], bool], list[SlotSpan]] = field(default_factory=dict)
    _readings: dict[Word, Reading] = field(default_factory=dict)
    _matches: dict[tuple[tuple[Word, ...], bool], GrammarMatch | None] = field(default_factory=dict)

    def match(self, words: tuple[Word, ...], *, unlisted: bool = False) -> GrammarMatch | None:
        """The sentence that says all of these words, or all but what is said around it; None where none does.

        Args:
            words: some of its words, or such as mean the same.
            unlisted: whether a name may be one that no list has.
        """
        key = words, unlisted
        if key not in self._matches:
            found = (
                self.reader.grammar.matches(MarkedWords(way, self.spans(way, unlisted=unlisted)))
                for way in unpadded(words, self.reader.vocabulary)
                if unlisted or self._may_be_said(way)
            )
            self._matches[key] = next((matches[0] for matches in found if matches), None)
        return self._matches[key]

    def spans(self, words: tuple[Word, ...], *, unlisted: bool = False) -> list[SlotSpan]:
        """The values in words, and where wanted what may be a name though no list has it."""
        key = words, unlisted
        if key not in self._spans:
            self._spans[key] = self._found(words, unlisted=unlisted)
        return self._spans[key]

    def ways(self, words: tuple[Word, ...], *, unlisted: bool = False) -> Iterator[MarkedWords]:
        """The words, and then with less and less around them, with the values in each."""
        for way in unpadded(words, self.reader.vocabulary):
            yield MarkedWords(way, self.spans(way, unlisted=unlisted))

    def _may_be_said(self, words: tuple[Word, ...]) -> bool:
        """Whether some sentence may say all of these words: told before their values are looked for."""
        for word in words:
            if word not in self._readings:
                types = self.reader.span_finder.types_with(word, self.taught)
                self._readings[word] = self.reader.grammar.reading(word.form, types)
        return self.reader.grammar.may_say(self._readings[word] for word in words)

    def _found(self, words: tuple[Word, ...], *, unlisted: bool) -> list[SlotSpan]:
        finder = self.reader.span_finder
        if not unlisted:
            return finder.find(words, self.day, self.taught)
        listed = self.spans(words)
        return [*listed, *finder.unlisted(words, self.taught, listed)]
