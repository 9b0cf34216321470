"""What a part of an utterance says, where the rest says nothing that is known."""

from collections.abc import Iterator

from skill.hearing.certainty import MOVES, VALUES, WAITING, Certainty, of_somebody_else, put_right
from skill.hearing.grammar import GrammarMatch
from skill.hearing.interpretation import Interpretation
from skill.hearing.likeness import (
    FEWEST_KEPT,
    NEARLY_ALL,
    ahead_of_a_clause,
    cuts_a_question,
    last_words,
    share_kept,
    with_words_left_out,
)
from skill.hearing.meanings import Meanings
from skill.hearing.rewording import Rewording
from skill.hearing.self_correction import takes_back
from skill.hearing.sentences import DATE, TIME
from skill.hearing.slot_spans import SHOE, SlotSpan
from skill.hearing.told_in_parts import tells_a_run
from skill.hearing.utterance import Utterance
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word, forms

_TELLING_WHEN = (DATE, TIME, "Repeat")
_WORDS_TO_WAIT = 3
"""Words at the beginning by which somebody asks for a moment: "hang on coach"."""


class Parts:
    """Understands a part of what was said, and asks about it unless it is harmless.

    Args:
        meanings: what intents mean.
        rewording: knows what a few words are about.
        certainty: what may be acted on.
        known_words: the forms of all words that some sentence has.
        words: the words of the language.
    """

    def __init__(
        self,
        meanings: Meanings,
        rewording: Rewording,
        certainty: Certainty,
        known_words: frozenset[str],
        words: Vocabulary,
    ) -> None:
        self._meanings = meanings
        self._rewording = rewording
        self._certainty = certainty
        self._known_words = known_words
        self._vocabulary = words

    def before_a_clause(self, words: tuple[Word, ...], utterance: Utterance) -> Interpretation | None:
        """Understand what a sentence says ahead of a clause of its own, which gives a reason or chats.

        Acted on is what is harmless where the clause meant something else: nothing that is kept is changed,
        and nothing ends, nor does a value alone move anything, nor what only opens a story: "two minutes, I
        have to let the dog out", "next thing you know, he". Who asks for a moment may do so behind anything.
        """
        if tells_a_run(words, utterance.spans(words), self._vocabulary) or takes_back(
            words, self._vocabulary
        ):
            return None
        for ahead in ahead_of_a_clause(words, self._vocabulary):
            match = utterance.match(ahead)
            if (
                match
                and not self._certainty.is_bare(match, ahead, words)
                and not cuts_a_question(ahead, words, self._vocabulary)
                and self._certainty.is_harmless(match.intent)
                and (len(ahead) > 1 or match.intent == WAITING)
                and (match.intent not in VALUES or utterance.elicited)
                and (
                    match.intent not in MOVES
                    or (match.words_around and forms(ahead) not in self._vocabulary.openings)
                )
            ):
                return self._meanings.understood(utterance, match)
        for last in last_words(words, self._vocabulary):
            match = utterance.match(last)
            if match and match.intent == WAITING:
                return self._meanings.understood(utterance, match)
        return None

    def said_otherwise(self, words: tuple[Word, ...], utterance: Utterance) -> Interpretation | None:
        """Understand nearly a sentence, else what a few words are about, else a part that a sentence says."""
        alike, share = self._alike(words, utterance)
        if share >= NEARLY_ALL:
            return alike
        said = self._rewording.paraphrased(words, utterance)
        return said or (alike if alike and not alike.guess else self._wait(words, utterance) or alike)

    def _alike(self, words: tuple[Word, ...], utterance: Utterance) -> tuple[Interpretation | None, float]:
        """Understand what a sentence says of it, with the fewest words left out, and how much of it that is.

        It is asked about, unless it is most of the utterance and harmless.
        """
        for fewer in with_words_left_out(words, self._vocabulary):
            match, share = utterance.match(fewer), share_kept(fewer, words)
            if (
                match
                and share >= FEWEST_KEPT
                and not self._certainty.is_bare(match, fewer, words)
                and not (self._meanings.writes(match.intent) and self._says_another(match, fewer, utterance))
                and self._certainty.may_be_meant(
                    match.intent, fewer, words, is_asked=utterance.elicited is not None
                )
            ):
                acts = self._certainty.acts_on(match.intent, fewer, words) and not _leaves_out(
                    "Exercise", fewer, words, utterance
                )
                if match.intent == WAITING and not acts:
                    continue  # nobody asks whether to wait: what is not understood waits by itself
                guess = "" if acts else put_right(fewer, utterance.words, self._vocabulary)
                return self._meanings.understood(utterance, match, guess), share
        return None, 0

    def _says_another(self, match: GrammarMatch, fewer: tuple[Word, ...], utterance: Utterance) -> bool:
        """Whether the words left out change what is said: whose it is, a pair, a day, a name."""
        words = utterance.words
        return (
            of_somebody_else(words, self._vocabulary)
            or _loses(fewer, words, utterance)
            or _joins_a_name(match, words)
        )

    def _wait(self, words: tuple[Word, ...], utterance: Utterance) -> Interpretation | None:
        """Wait where that is asked for first, and then comes what nobody knows: "wait, what's a quadri"."""
        known, taught = self._known_words, utterance.taught.forms
        if all(form in known or form in taught for form in forms(words)):
            return None
        for end in range(min(len(words) - 1, _WORDS_TO_WAIT), 0, -1):
            match = utterance.match(words[:end])
            if match and match.intent == WAITING:
                return self._meanings.understood(utterance, match)
        return None


def _loses(fewer: tuple[Word, ...], words: tuple[Word, ...], utterance: Utterance) -> bool:
    """Whether the words left out name a pair of the runner's, a day or a time: another is meant then."""
    return any(
        span.dynamic or span.slot_type in _TELLING_WHEN for span in _spans_left_out(fewer, words, utterance)
    )


def _leaves_out(
    slot_type: str, fewer: tuple[Word, ...], words: tuple[Word, ...], utterance: Utterance
) -> bool:
    """Whether a value of a type is among the words left out: "one more round (of the calf one)"."""
    return any(span.slot_type == slot_type for span in _spans_left_out(fewer, words, utterance))


def _spans_left_out(
    fewer: tuple[Word, ...], words: tuple[Word, ...], utterance: Utterance
) -> Iterator[SlotSpan]:
    left_out = {at for at, word in enumerate(words) if word not in fewer}
    return (span for span in utterance.spans(words) if left_out.intersection(range(span.start, span.end)))


def _joins_a_name(match: GrammarMatch, words: tuple[Word, ...]) -> bool:
    """Whether a pair's name is of words that stand apart: "the endorphin (for) races"."""
    said = f" {' '.join(word.said for word in words if word.said)} "
    return any(span.slot_type == SHOE and f" {span.value} " not in said for span in match.slots.values())
