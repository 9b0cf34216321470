"""A run that no sentence tells as it was told, put together from the parts in which it was.

Runners chat: "forty minutes easy on the treadmill after my night shift, in the Novablast". What is said of a
run is its distance, its time, its pair, its day and its kind; the rest is talk. The parts, in the order of a
sentence, are asked about, and nothing is put together where a word plans, denies, asks or speaks of somebody
else.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from skill.hearing.run_parts import (
    FRACTION,
    KIND,
    NO_PARTS,
    RACE,
    IsDistance,
    Parts,
    is_another_run_told,
    parts_of,
)
from skill.hearing.sentences import DATE, DURATION, NUMBER
from skill.hearing.slot_spans import SHOE, SlotSpan
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.word_lists import Telling
from skill.hearing.words import Word, forms
from skill.value import replace

_TOLD: Final = frozenset({NUMBER, DURATION, DATE, SHOE, KIND, RACE, FRACTION})
_TO_A_BODY: Final = 3
"""Words behind an "and" among which a part of the body is looked for: "and my poor feet"."""
_REACH_OF_A_NOT: Final = 3
"""Words behind a "not" of which it denies one: "not in the Ghost"."""


def told_in_parts(
    words: tuple[Word, ...], spans: Sequence[SlotSpan], vocabulary: Vocabulary, is_distance: IsDistance
) -> Iterator[str]:
    """Yield what may be meant, as sentences, the fullest first; nothing where it is no run that was run.

    Args:
        words: the utterance.
        spans: every stretch of it that can fill a slot.
        vocabulary: the language's.
        is_distance: tells a distance.
    """
    words = _ahead_of_a_body(words, vocabulary)
    spans = [span for span in spans if span.end <= len(words)]
    telling, said = vocabulary.telling, forms(words)
    if _deletes(words, telling):
        parts = parts_of(words, spans, telling, is_distance)
        pair = parts.pair and telling.in_pair.format(pair=parts.pair)
        if parts.day:
            yield " ".join(filter(None, (telling.delete.format(day=parts.day), pair)))
        return
    if not tells(words, vocabulary) or _leaves_open(said, spans, telling):
        return
    yield from _two_runs(words, spans, telling, is_distance)
    if is_another_run_told(words, spans, telling, is_distance):
        yield telling.several
        return
    spans = [span for span in spans if not span.unlisted and span.slot_type in _TOLD]
    stated = [span for span in spans if not _is_denied(span, said, spans, telling)]
    parts = parts_of(words, stated, telling, is_distance)
    if len(stated) < len(spans) or not telling.correcting.isdisjoint(said):
        yield from _corrections(parts, telling)
    elif parts.day and _is_possessive(said, parts.day, telling):
        yield from _was(parts, telling)
    elif parts.pair or parts.days or parts.kind or not telling.running.isdisjoint(said):
        yield from (f"{telling.ran} {run}" for run in _runs(parts, telling))


def _leaves_open(said: tuple[str, ...], spans: Sequence[SlotSpan], telling: Telling) -> bool:
    """Whether a choice between two pairs is said: "the Ghost or the Clifton for an easy eight"."""
    pairs = [span for span in spans if span.slot_type == SHOE and span.dynamic]
    return any(
        one.end <= at < other.start
        for at, word in enumerate(said)
        if word in telling.choosing
        for one in pairs
        for other in pairs
    )


def _ahead_of_a_body(words: tuple[Word, ...], vocabulary: Vocabulary) -> tuple[Word, ...]:
    """Words without how the body is behind a run: "ten k in the Clifton | and my feet are killing me"."""
    said = forms(words)
    for at in range(1, len(words)):
        behind = said[at + 1 : at + 1 + _TO_A_BODY]
        if said[at] in vocabulary.linking and not vocabulary.possessive.before.isdisjoint(behind):
            return words[:at]
    return words


def _deletes(words: tuple[Word, ...], telling: Telling) -> bool:
    """Whether words take a run out, and plan or ask nothing beside."""
    said = forms(words)
    return not telling.deleting.isdisjoint(said) and telling.blocking.isdisjoint(said)


def tells(words: tuple[Word, ...], vocabulary: Vocabulary) -> bool:
    """Whether words may tell what was run: they plan, ask and deny nothing, and speak of nobody else."""
    telling, said = vocabulary.telling, _without_what_is_unsure(forms(words), vocabulary.telling)
    return not (is_no_run(said, telling) or asks(said, vocabulary) or _denies_a_run(said, telling))


def is_no_run(said: tuple[str, ...], telling: Telling) -> bool:
    """Whether there are words by which nothing was run now: a plan, somebody else, another sport or time."""
    of_another = any(f" {phrase} " in f" {' '.join(said)} " for phrase in telling.of_another_run)
    return of_another or not telling.blocking.isdisjoint(said)


def _without_what_is_unsure(said: tuple[str, ...], telling: Telling) -> tuple[str, ...]:
    """Words without what nobody knows of a run: "four miles | but I don't remember which shoes"."""
    text = f" {' '.join(said)} "
    for phrase in sorted(telling.unsure, key=len, reverse=True):
        text = text.replace(f" {phrase} ", " ")
    return tuple(text.split()) or said


def tells_a_run(words: tuple[Word, ...], spans: Sequence[SlotSpan], vocabulary: Vocabulary) -> bool:
    """Whether words tell that a run was run, and how far."""
    said, telling = forms(words), vocabulary.telling
    ran = not telling.running.isdisjoint(said)
    numbered = any(
        span.slot_type in (NUMBER, RACE) and telling.behind_a_clock.isdisjoint(said[span.end : span.end + 1])
        for span in spans
    )
    return ran and numbered and tells(words, vocabulary)


def _two_runs(
    words: tuple[Word, ...], spans: Sequence[SlotSpan], telling: Telling, is_distance: IsDistance
) -> Iterator[str]:
    """Two runs with a word between them that joins them, each with its pair or its day."""
    for at, word in enumerate(words):
        if word.form not in telling.joining:
            continue
        halves = words[:at], words[at + 1 :]
        moved = [
            [span for span in spans if span.end <= at],
            [
                replace(span, start=span.start - at - 1, end=span.end - at - 1)
                for span in spans
                if span.start > at
            ],
        ]
        both = [
            parts_of(half, inside, telling, is_distance) if half else NO_PARTS
            for half, inside in zip(halves, moved, strict=True)
        ]
        if all(one.distance and (one.pair or one.day) and len(one.days) <= 1 for one in both):
            first, second = (next(_runs(replace(one, kind="", duration=""), telling)) for one in both)
            yield f"{telling.ran} {first} {word.form} {second}"


def asks(said: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether words begin as a question does, which is no request, or end as one.

    "Is" and "did I" begin one, but not "can you"; "didn't I" ends one. An "and" only leads to it.
    """
    telling = vocabulary.telling
    if len(said) > 1 and said[0] in telling.joining:
        said = said[1:]
    text = " ".join(said)
    if said[0] in vocabulary.question_words | telling.asking or text.endswith(telling.tags):
        return True
    if f"{text} ".startswith(telling.wondering):
        return True
    return said[0] in telling.inverting and not telling.subjects.isdisjoint(said[1:2])


def asks_somebody(said: tuple[str, ...], telling: Telling) -> bool:
    """Whether words begin as a question does whose verb comes first, with somebody or something behind it.

    "Did you" and "are the shoes" do; "do the left one" is an order, and "have my foot up" tells something.
    """
    behind = telling.pronouns if said[0] in telling.ordering else telling.pronouns | telling.subjects
    return said[0] in telling.inverting and not behind.isdisjoint(said[1:2])


def _denies_a_run(said: tuple[str, ...], telling: Telling) -> bool:
    """Whether a "not" stands before a word that says that a run was run."""
    return any(
        word in telling.denying and not telling.running.isdisjoint(said[at + 1 : at + 1 + _REACH_OF_A_NOT])
        for at, word in enumerate(said)
    )


def _is_denied(span: SlotSpan, said: tuple[str, ...], spans: Sequence[SlotSpan], telling: Telling) -> bool:
    """Whether a "not" is about it, and not about what stands between: "not the Ghost, Friday"."""
    reach = range(max(span.start - _REACH_OF_A_NOT, 0), span.start)
    denying = next((at for at in reversed(reach) if said[at] in telling.denying), None)
    return denying is not None and not any(
        denying < other.start and other.end <= span.start for other in spans
    )


def _is_possessive(said: tuple[str, ...], day: str, telling: Telling) -> bool:
    """Whether the day owns what is said behind it: "yesterday's eight"."""
    return f" {day} {telling.possessive} " in f" {' '.join(said)} "


def _runs(parts: Parts, telling: Telling) -> Iterator[str]:
    if len(parts.days) > 1 or not (parts.distance or parts.duration):
        return
    took = parts.duration and telling.took.format(duration=parts.duration)
    for kind in dict.fromkeys((parts.kind, "")):
        pair = parts.pair and telling.in_pair.format(pair=parts.pair)
        far = (parts.distance, kind, pair, parts.day, took)
        long = (parts.duration, kind, pair, parts.day)
        yield " ".join(filter(None, far if parts.distance else long))


def _corrections(parts: Parts, telling: Telling) -> Iterator[str]:
    if len(parts.days) == 2 and not (parts.distance or parts.pair):  # noqa: PLR2004 - from one to the other
        yield telling.move_to.format(day=parts.days[0], to=parts.days[1])
    elif parts.day and parts.distance and parts.pair:
        yield from _was(parts, telling)
    elif parts.day and parts.distance:
        yield telling.change.format(day=parts.day, to=parts.distance)
    elif parts.day and parts.pair:
        yield telling.move.format(day=parts.day, to=parts.pair)
    elif parts.day and parts.kind:
        yield telling.mark.format(day=parts.day, kind=parts.kind)


def _was(parts: Parts, telling: Telling) -> Iterator[str]:
    pair = parts.pair and telling.in_pair.format(pair=parts.pair)
    if parts.distance or parts.pair:
        yield " ".join(filter(None, (telling.was.format(day=parts.day), parts.distance, pair)))
