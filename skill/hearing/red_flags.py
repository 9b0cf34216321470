"""What is heard wherever it is said: red flags before anything else, pain before any guess.

People in trouble say other things before it and behind it, so what is looked for is any stretch of an
utterance that a sentence of one of a few intents says; and two values close together, as "chest" and "tight"
(`near` in the sentences), for nobody can write down all that frightened people put between them. What would
be heard in "I'm dying for a coffee" or "I didn't fall" is none: words in it mean something harmless, or words
before it turn it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product
from typing import NamedTuple

from skill.hearing.grammar import Grammar
from skill.hearing.listed_names import ListedNames
from skill.hearing.sentences import Sentences, slot_type_of
from skill.hearing.slot_span_finder import SlotSpanFinder
from skill.hearing.slot_spans import MarkedWords, SlotSpan
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word, forms
from skill.value import replace

_POSSESSIVE = "s"
"""What is left of "foot's": here it is "is", for whose it is matters to nobody in pain."""


_BODY = frozenset(slot_type_of(name) for name in ("limb", "vital", "visage"))
"""The types of what is named of a body."""

FARTHEST = 5
"""Words between two values that say something together: "my heart is doing something strange" has three, and
"my chest feels like it's in a vice" five and one that only colours."""


class Found(NamedTuple):
    """What was found.

    Attributes:
        intent: the intent that is said.
        slots: what fills its slots.
    """

    intent: str
    slots: Mapping[str, SlotSpan]


class FlagFinder:
    """Finds what the sentences of some intents say, anywhere in an utterance.

    Args:
        known: all sentences of the language.
        vocabulary: its words.
        intents: the intents that are looked for, the gravest first.
        asked_about: whether an utterance that asks, as in "does it hurt", may say them too.
    """

    def __init__(
        self, known: Sentences, vocabulary: Vocabulary, intents: tuple[str, ...], *, asked_about: bool
    ) -> None:
        self._words = vocabulary.red_flags
        self._vocabulary = vocabulary
        self._intents = intents
        self._asked_about = asked_about
        self._harmless_from: dict[str, list[tuple[str, ...]]] = {}
        for phrase in self._words.harmless:
            self._harmless_from.setdefault(phrase[0], []).append(phrase)
        self._near = {intent: known.near.get(intent, ()) for intent in intents}
        templates = tuple(each for each in known.templates if each.intent in intents)
        self._grammar = Grammar(replace(known, templates=templates), vocabulary)
        paired = {name for pairs in self._near.values() for pair in pairs for name in pair}
        taken = self._grammar.lists | paired
        lists = {name: values for name, values in known.lists.items() if name in taken}
        self._span_finder = SlotSpanFinder(replace(known, lists=lists), self._grammar.words, vocabulary)

    def find(self, words: tuple[Word, ...], today: date, taught: ListedNames) -> Found | None:
        """The gravest of what is said, and of that the first; None where nothing of it is.

        Args:
            words: the utterance.
            today: the speaker's own day.
            taught: the names taught for this session.
        """
        found: list[Found] = []
        for way in self._ways(words):
            found.extend(self._in(way, today, taught))
            if any(one.intent == self._intents[0] for one in found):
                break
        return min(found, key=self._gravity, default=None)

    def _gravity(self, found: Found) -> int:
        return self._intents.index(found.intent)

    def _ways(self, words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
        """The utterance with misheard words put right, and then without the words that only colour it."""
        plain = tuple(
            replace(word, form="is") if word.form == _POSSESSIVE else word
            for word in words
            if word.form not in self._vocabulary.fillers
        )
        heard = self._put_right(_without_stutter(plain, self._vocabulary))
        if any(_holds(forms(heard), phrase) for phrase in (*self._words.long_past, *self._words.imagined)):
            return
        if not self._asked_about and forms(heard)[:1] and forms(heard)[0] in self._words.asking:
            return
        yield heard
        lighter = heard
        for phrase in self._words.light:
            while at := _holds(forms(lighter), phrase):
                lighter = (*lighter[: at - 1], *lighter[at - 1 + len(phrase) :])
        if lighter != heard:
            yield lighter

    def _put_right(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """Words with what a recogniser makes of a few others put right: "a killies", "chess pain"."""
        for wrong, right in self._words.misheard.items():
            at = _holds(forms(words), wrong)
            if at:
                end = at - 1 + len(wrong)
                instead = tuple(Word(form, form) for form in right)
                words = (*words[: at - 1], *instead, *words[end:])
        return words

    def _in(self, words: tuple[Word, ...], today: date, taught: ListedNames) -> Iterator[Found]:
        """What stretches of the words say, each as long as it can be from where it begins."""
        spans = self._span_finder.find(words, today, taught)
        said = forms(words)
        harmless = self._harmless(said)
        of_a_body = any(span.slot_type in _BODY and not _covers(span, harmless) for span in spans)
        if not of_a_body and not self._words.no_body.isdisjoint(said):
            return
        takes = [form in self._grammar.words for form in said]
        for span in spans:
            takes[span.start : span.end] = [True] * (span.end - span.start)
        for at in harmless:
            takes[at] = False
        yield from self._close_together(said, [span for span in spans if not _covers(span, harmless)])
        for start in range(len(words)):
            end = next((at for at in range(start, len(words)) if not takes[at]), len(words))
            least = start if end - start == len(words) else start + 1
            for stop in range(end, least, -1):
                inside = [
                    replace(span, start=span.start - start, end=span.end - start)
                    for span in spans
                    if start <= span.start and span.end <= stop
                ]
                matches = self._grammar.matches(MarkedWords(words[start:stop], inside))
                whole = stop - start == len(words)
                told = [
                    Found(match.intent, match.slots) for match in matches if whole or not match.template.whole
                ]
                if told and not self._is_turned(said, start):
                    yield min(told, key=self._gravity)
                    break

    def _close_together(self, said: tuple[str, ...], spans: list[SlotSpan]) -> Iterator[Found]:
        """What pairs of values say that stand near each other, with nothing between them that turns it."""
        if not self._words.of_things.isdisjoint(said):
            return
        for intent, pairs in self._near.items():
            for one, other in pairs:
                for first, second in product(
                    (span for span in spans if span.slot_type == slot_type_of(one)),
                    (span for span in spans if span.slot_type == slot_type_of(other)),
                ):
                    start, end = min(first.start, second.start), max(first.end, second.end)
                    between = said[min(first.end, second.end) : max(first.start, second.start)]
                    apart = first.end <= second.start or second.end <= first.start
                    if apart and len(between) <= FARTHEST and not self._is_doubted(said, start, end):
                        yield Found(intent, {})

    def _is_doubted(self, said: tuple[str, ...], start: int, end: int) -> bool:
        """Whether a word in there, or shortly before, denies or only supposes it."""
        doubting = self._vocabulary.negations | self._words.supposing
        return not doubting.isdisjoint(said[max(0, start - 3) : end])

    def _harmless(self, said: tuple[str, ...]) -> set[int]:
        """Where words stand that together mean nothing of the kind: "dying for", "fell asleep"."""
        return {
            at + offset
            for at, word in enumerate(said)
            for phrase in self._harmless_from.get(word, ())
            if said[at : at + len(phrase)] == phrase
            for offset in range(len(phrase))
        }

    def _is_turned(self, said: tuple[str, ...], start: int) -> bool:
        """Whether what begins there is denied, or only supposed, by the words before it.

        "No, my chest hurts" and "I can't, I can't breathe" begin anew; "no chest pain" does not.
        """
        if start and said[start - 1] in self._words.beginnings and self._is_turned(said, start - 1):
            return True
        anew = said[start] in self._words.beginnings
        before = said[max(0, start - 2) : start]
        if before and before[-1] in self._words.supposing:
            return True
        if before and before[-1] in self._vocabulary.negations:
            return not anew
        linked = len(before) > 1 and before[-1] in self._words.links
        return linked and before[0] in self._vocabulary.negations


def _without_stutter(words: tuple[Word, ...], vocabulary: Vocabulary) -> tuple[Word, ...]:
    """Words without those that repeat the ones before: "I can't I can't get a a breath"; numbers stay."""
    kept: list[Word] = []
    for word in words:
        kept.append(word)
        for length in range(1, len(kept) // 2 + 1):
            last, before = forms(tuple(kept[-length:])), forms(tuple(kept[-2 * length : -length]))
            if last == before and vocabulary.numbers["words"].keys().isdisjoint(last):
                del kept[-length:]
                break
    return tuple(kept)


def _covers(span: SlotSpan, places: set[int]) -> bool:
    return not places.isdisjoint(range(span.start, span.end))


def _holds(said: tuple[str, ...], phrase: tuple[str, ...]) -> int:
    """Where the phrase begins among the words, from 1; 0 where it is not among them."""
    if phrase[0] not in said:
        return 0
    places = range(said.index(phrase[0]), len(said) - len(phrase) + 1)
    return next((at + 1 for at in places if said[at : at + len(phrase)] == phrase), 0)
