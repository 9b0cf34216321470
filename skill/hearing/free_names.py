"""Words in a slot's place that no list has: Alexa delivers them as they were said, unmatched."""

from dataclasses import replace

from skill.hearing.exact_match import ExactMatch, ExactMatcher
from skill.hearing.near_match import NearMatch, NearMatcher
from skill.hearing.slot_spans import DATE, DURATION, NUMBER, MarkedWords, SlotSpan
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import forms, said

THINGS = frozenset({"Shoe", "Exercise", "Equipment", "BodyArea", "Period"})
"""The slot types that name things, of which people know more than a list does."""
UNREADABLE = "?"
"""What AMAZON.NUMBER delivers for words that are no number."""

_FEW_WORDS = 3
_SHORT_ANSWER = 5
_FRAME = 1.82
"""How much the weightiest of a sample's own words must weigh to frame a name of few words."""
_STRONG_FRAME = 2.8
"""As `_FRAME`, for a longer name: "rename them to", "called", but not "add"."""


class FreeNames:
    """Finds samples whose own words frame a name that no list has.

    Its first and last words are not `stop_words`: "explain {exercise}" is not "explain that properly".
    """

    def __init__(
        self,
        exact_matcher: ExactMatcher,
        near_matcher: NearMatcher,
        words: Vocabulary,
        made_up: frozenset[str],
    ) -> None:
        self._exact_matcher = exact_matcher
        self._near_matcher = near_matcher
        self._stop_words = words.stop_words
        self._nameless = words.nameless | words.stop_words
        self._asks_or_denies = words.questions | words.negations
        padding = (*words.openings, *words.closings)
        self._padding = words.stop_words.union(*(phrase for phrase in padding if len(phrase) == 1))
        self._made_up = made_up
        self._ordinals = frozenset(words.dates["ordinals"])

    def name(self, ways: list[MarkedWords]) -> ExactMatch | None:
        """Return the best framed sample with one unlisted name in it; None if there is none."""
        return self._best(ways, THINGS)

    def longer(self, ways: list[MarkedWords], near: NearMatch) -> ExactMatch | None:
        """Return what names the pair in full where `near` has heard the end only: "big blue", not "blue"."""
        if self._made_up.isdisjoint(near.sample.slots.values()):
            return None
        named = self.name(ways)
        if named is None or named.sample.intent != near.sample.intent:
            return None
        ends = any(
            span.slot_type in self._made_up
            and name in near.slots
            and span.value.endswith(f" {near.slots[name].value}")
            for name, span in named.slots.items()
        )
        return named if ends else None

    def answer(self, ways: list[MarkedWords]) -> ExactMatch | None:
        """Return the sample that is an answer of few words with one unlisted name in it: "the wombats"."""
        for marked in ways:
            if len(marked.words) > _SHORT_ANSWER:
                continue
            for exact in self._exact_matcher.recognise(marked, self._made_up):
                name = _one_unlisted(exact)
                if name and exact.sample.literals and self._can_be_name(name, marked):
                    return exact
        return None

    def bare(self, ways: list[MarkedWords], slot_type: str) -> SlotSpan | None:
        """Return a few words as the name of a thing of this type, without the stop words before and after.

        A number alone can be one too, where people make the names up: "sixteen" of two Ghosts, "the first".
        """
        for marked in ways if slot_type in THINGS | self._made_up else ():
            words = forms(marked.words)
            named = [at for at, word in enumerate(words) if word not in self._stop_words]
            if not named or not self._asks_or_denies.isdisjoint(words) or self._padding.issuperset(words):
                continue
            start, end = named[0], named[-1] + 1
            span = SlotSpan(start, end, slot_type, said(marked.words[start:end]), unlisted=True)
            is_number = " ".join(words[start:end]) in self._ordinals or any(
                (number.start, number.end, number.slot_type) == (start, end, NUMBER)
                for number in marked.spans
            )
            if (is_number and slot_type in self._made_up) or (
                end - start <= _FEW_WORDS and self._can_be_name(span, marked)
            ):
                return span
        return None

    def number(self, ways: list[MarkedWords]) -> ExactMatch | None:
        """Return the best framed sample with a number that nobody can read, its value `UNREADABLE`."""
        exact = self._best(ways, frozenset({NUMBER}))
        if exact is None:
            return None
        slots = {
            name: replace(slot, value=UNREADABLE) if slot.slot_type == NUMBER and slot.unlisted else slot
            for name, slot in exact.slots.items()
        }
        return replace(exact, slots=slots)

    def _can_be_name(self, slot: SlotSpan, marked: MarkedWords) -> bool:
        """Return whether words can be one name: their ends are not stop_words, and nothing else lies within.

        Words that name nothing by themselves are no name: "shoes", "the other ones".

        A name that people make up can have a listed part: "blue thunder", but not "Ghosts to thunder".
        """
        words = marked.words[slot.start : slot.end]
        if not self._stop_words.isdisjoint({words[0].form, words[-1].form}) or self._nameless.issuperset(
            forms(words)
        ):
            return False
        other_than_number = THINGS | {DATE, DURATION}
        if slot.slot_type in self._made_up and self._stop_words.isdisjoint(forms(words)):
            other_than_number -= {slot.slot_type}
        return not any(
            slot.start < span.end and span.start < slot.end
            for span in marked.spans
            if slot.slot_type == NUMBER or span.slot_type in other_than_number
        )

    def _best(self, ways: list[MarkedWords], types: frozenset[str]) -> ExactMatch | None:
        best, best_frame = None, 0.0
        for marked in ways:
            for exact in self._exact_matcher.recognise(marked, types):
                name = _one_unlisted(exact)
                frame = self._near_matcher.weight(exact.sample.literals)
                if (
                    name
                    and frame > best_frame
                    and _is_framed(name, frame)
                    and self._can_be_name(name, marked)
                ):
                    best, best_frame = exact, frame
        return best


def _one_unlisted(exact: ExactMatch) -> SlotSpan | None:
    """The only slot that no list has a value for; None where there is none or several."""
    unlisted = [slot for slot in exact.slots.values() if slot.unlisted]
    return unlisted[0] if len(unlisted) == 1 else None


def _is_framed(slot: SlotSpan, frame: float) -> bool:
    return frame >= (_FRAME if slot.end - slot.start <= _FEW_WORDS else _STRONG_FRAME)
