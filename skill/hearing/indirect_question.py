"""Questions put into another sentence: "I can't remember which pair I wore" asks which pair did I wear.

Nobody asks in one order alone, and no sentence need be written twice: an indirect question is put as a
direct one, which the sentences know. The words that lead to one, and the verbs of which the past has a form
of its own, are data of the language; that the verb changes places with its subject is English.
"""

from collections.abc import Iterator

from skill.hearing.vocabulary import Vocabulary
from skill.hearing.word_lists import IndirectQuestionWords
from skill.hearing.words import Word, forms

_FARTHEST_SUBJECT = 6
"""Words behind the question word among which the subject is looked for: "how many kilometres a week I"."""
_FARTHEST_VERB = 5
"""Words of a subject that is no pronoun: "if the left foot of mine is"."""
_SHORTEST_PAST = 4
"""Letters of a word that ends like a past and is none: "need"."""


def asked_directly(words: tuple[Word, ...], vocabulary: Vocabulary) -> Iterator[tuple[Word, ...]]:
    """Yield the direct questions that an utterance may put into another sentence, the likeliest first.

    Args:
        words: an utterance, as in "can you tell me how often I stretched".
        vocabulary: has the words that lead to such a question.

    Yields:
        The question in the order of a direct one: "how often did I stretch". Nothing where none is put so.
    """
    known, said = vocabulary.indirect_questions, forms(words)
    for start, form in enumerate(said):
        alone = start == 0 and form in known.asking - known.moments
        if form in known.asking | known.conditions and (alone or _leads(said[:start], form, known)):
            yield from _turned(words[start:], known)
            if start and form in known.asking:
                yield words[start:]
            return


def _leads(ahead: tuple[str, ...], asking: str, known: IndirectQuestionWords) -> bool:
    """Whether the words ahead lead to a question; "tell me when" and "tell me if" may order something."""
    if ahead in known.leads or known.leads.ending(ahead):
        return True
    tells = ahead in known.telling or known.telling.ending(ahead)
    return bool(tells) and asking not in known.conditions | known.moments


def _turned(asked: tuple[Word, ...], known: IndirectQuestionWords) -> Iterator[tuple[Word, ...]]:
    said = forms(asked)
    is_condition = said[0] in known.conditions
    at = next((at for at, form in enumerate(said[1:_FARTHEST_SUBJECT], 1) if form in known.subjects), 0)
    if at and (at == 1 or not is_condition) and known.auxiliaries.isdisjoint(said[1:at]):
        head, subject, behind = () if is_condition else asked[:at], asked[at], asked[at + 1 :]
        adverbs = 1 if behind and behind[0].form in known.adverbs else 0
        adverb, behind = behind[:adverbs], behind[adverbs:]
        for auxiliary, verb in _verbs(subject, behind[:1], known):
            yield (*head, auxiliary, subject, *adverb, *verb, *behind[1:])
        return
    places = range(2, min(len(asked), _FARTHEST_VERB + 2))
    verb_at = next((place for place in places if said[place] in known.auxiliaries), 0)
    if verb_at and is_condition:
        yield (asked[verb_at], *asked[1:verb_at], *asked[verb_at + 1 :])
    elif verb_at and verb_at == len(asked) - 1:
        yield (asked[0], asked[verb_at], *asked[1:verb_at])


def _verbs(
    subject: Word, verb: tuple[Word, ...], known: IndirectQuestionWords
) -> Iterator[tuple[Word, tuple[Word, ...]]]:
    """Yield what stands ahead of the subject in a direct question, and what becomes of the verb."""
    for word in verb:
        if word.form in known.auxiliaries:
            yield word, ()
            if word.form not in known.full_verbs:
                return
        past, present, third = (Word(form, form) for form in known.doing)
        bases = [known.past[word.form]] if word.form in known.past else _bases(word.form)
        for base in bases:
            yield past, (Word(base, base),)
        if not bases and subject.form in known.third_person:
            base = word.form.removesuffix("s")
            yield third, (Word(base, base),)
        elif not bases:
            yield present, (word,)


def _bases(form: str) -> list[str]:
    """What a regular past may be the past of: "skipped" of "skipp", "skippe" and "skip"."""
    if not form.endswith("ed") or len(form) <= _SHORTEST_PAST:
        return []
    stem = form.removesuffix("ed")
    short = [stem[:-1]] if stem[-1] == stem[-2] else []
    y = [f"{stem[:-1]}y"] if stem.endswith("i") else []
    return [*short, *y, stem, f"{stem}e"]
