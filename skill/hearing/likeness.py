"""What was perhaps meant: what a sentence says once a few words are left out, or among others."""

from collections.abc import Iterator

from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word, forms

MOST_LEFT_OUT = 1 / 3
"""The share of words that may be left out from anywhere; more only before or behind what is said."""
CERTAIN = 0.6
"""The share of an utterance's letters that a sentence has to say to be acted on, where acting changes nothing
that is kept: of 81 such guesses at phrasings nobody had tuned to, 70 were right."""
NEARLY_ALL = 0.8
"""The share from which it is surer than what single words are about (`paraphrase.py`)."""
FEWEST_KEPT = 0.3
"""The share below which it is not even asked about: too little to be what an utterance is about."""
_FEWEST_WORDS = 2
_SHORT_QUESTION = 4
"""Words of a question whose next word may be all that it is about: "what was that (bang)"."""
_FARTHEST_VERB = 3
"""Words behind "the" or "my" among which the verb of a clause is looked for: "the little dog's here"."""


def with_words_left_out(words: tuple[Word, ...], vocabulary: Vocabulary) -> Iterator[tuple[Word, ...]]:
    """Yield an utterance without one word, then without two that follow each other, and so on.

    What turns or asks something else is never left out, and no pain: "not", "why", "hurts".
    """
    kept = vocabulary.negations | vocabulary.questions | vocabulary.pains
    for count in range(1, len(words) - _FEWEST_WORDS + 1):
        for start in range(len(words) - count + 1):
            end = start + count
            anywhere = count <= len(words) * MOST_LEFT_OUT or start == 0 or end == len(words)
            if anywhere and kept.isdisjoint(forms(words[start:end])):
                yield (*words[:start], *words[end:])


def ahead_of_a_clause(words: tuple[Word, ...], vocabulary: Vocabulary) -> Iterator[tuple[Word, ...]]:
    """Yield what stands ahead of a word that begins a clause of its own: "skip the left | I've a blister".

    The longest first.
    """
    said, clauses = forms(words), vocabulary.clauses
    for start in range(len(words) - 1, 0, -1):
        behind = said[start + 1 : start + 1 + _FARTHEST_VERB]
        if said[start] in clauses.subjects:
            begins = not clauses.verbs.isdisjoint(behind)
        else:
            begins = said[start] in clauses.beginnings and clauses.relative.isdisjoint(behind[:1])
        if begins:
            yield words[:start]


def last_words(words: tuple[Word, ...], vocabulary: Vocabulary) -> Iterator[tuple[Word, ...]]:
    """Yield the last words of an utterance, the most first; none where a word turns or asks something."""
    if (vocabulary.negations | vocabulary.questions).isdisjoint(forms(words)):
        for start in range(1, len(words) - _FEWEST_WORDS + 1):
            if words[start].form not in vocabulary.stop_words:
                yield words[start:]


def cuts_a_question(kept: tuple[Word, ...], words: tuple[Word, ...], vocabulary: Vocabulary) -> bool:
    """Whether `kept` is a short question without the last words of `words`, or only begins one.

    "What's that (noise)", "tell me what (I stretched)".
    """
    asks = vocabulary.question_words
    short = len(kept) <= _SHORT_QUESTION and (kept[0].form in asks or kept[-1].form in asks)
    return short and kept[-1] is not words[-1]


def share_kept(kept: tuple[Word, ...], words: tuple[Word, ...]) -> float:
    """Return the share of the letters of `words` that `kept` has."""
    return sum(len(word.form) for word in kept) / sum(len(word.form) for word in words)
