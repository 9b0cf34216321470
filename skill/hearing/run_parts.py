"""The parts of a run that was told, wherever they stand: its distance, time, pair, days and kind."""

from collections.abc import Callable, Sequence
from typing import Final

from skill.hearing.sentences import DATE, DURATION, NUMBER, TIME
from skill.hearing.slot_spans import SHOE, SlotSpan
from skill.hearing.word_lists import Telling
from skill.hearing.words import Word, forms
from skill.value import Value

KIND: Final = "RunKind"
RACE: Final = "RaceDistance"
FRACTION: Final = "Fraction"
"""The slot types of a kind of run, of a race by its distance, and of a part of a unit."""
_LONGEST_DISTANCE: Final = 7
"""Words: "six and three quarters of a mile"."""
_REACH_OF_AN_AND: Final = 4
"""Words behind an "and" among which another run begins: "and then I did three"."""
_WITHIN_A_DAY: Final = "PT"
"""What an ISO 8601 duration of less than a day begins with."""

_NO_BARE_DISTANCES: Final = frozenset({"0", "1"})
"""Numbers that are no distance without a unit: "starting from zero", "the quick one"."""

IsDistance = Callable[[tuple[Word, ...]], bool]
"""Whether words are a distance with its unit, or a race, and nothing else."""
Stretch = tuple[int, int]
"""The words from one place up to, not including, another."""


class Parts(Value):
    """What was said of a run: each empty where there is none, or no single one."""

    distance: str
    duration: str
    pair: str
    days: tuple[str, ...]
    kind: str

    @property
    def day(self) -> str:
        """The day, where one alone was said."""
        return self.days[0] if len(self.days) == 1 else ""


NO_PARTS: Final = Parts("", "", "", (), "")


def parts_of(
    words: tuple[Word, ...], spans: Sequence[SlotSpan], telling: Telling, is_distance: IsDistance
) -> Parts:
    """What of a run was said.

    Args:
        words: the utterance.
        spans: every stretch of it that can fill a slot, and stands in a list.
        telling: the language's words of telling.
        is_distance: tells a distance.
    """
    taken: set[int] = set()

    def all_of(found: Sequence[Stretch]) -> tuple[str, ...]:
        """The stretches that lie in no other, each text once; what is taken already does not count."""
        free = [one for one in found if taken.isdisjoint(range(*one))]
        outermost = sorted(one for one in free if not any(_lies_in(one, other) for other in free))
        for one in outermost:
            taken.update(range(*one))
        return tuple(dict.fromkeys(" ".join(forms(words[start:end])) for start, end in outermost))

    def only(found: Sequence[Stretch]) -> str:
        texts = all_of(found)
        return texts[0] if len(texts) == 1 else ""

    def of(*slot_types: str) -> list[Stretch]:
        return [
            (span.start, span.end)
            for span in spans
            if span.slot_type in slot_types
            and not _is_clock(words, span, telling)
            and not _is_other_race(words, span, telling)
        ]

    pair = only(_pairs(spans))
    days = all_of(of(DATE))
    lasting = [span for span in spans if span.value.startswith(_WITHIN_A_DAY)]
    duration = only([(span.start, span.end) for span in lasting if not _is_gone_by(words, span, telling)])
    found = [
        (at, end)
        for at in {start for start, _ in of(NUMBER, RACE, FRACTION)}
        for end in range(at + 1, min(at + _LONGEST_DISTANCE, len(words)) + 1)
        if is_distance(words[at:end])
    ]
    distance = only([one for one in found if words[one[1] - 1].form not in telling.small_units] or found)
    kind = only(of(KIND))
    said = frozenset(forms(words))
    puts_right = bool(days) and not said.isdisjoint(telling.denying)
    certain = pair or kind or puts_right or not said.isdisjoint(telling.running | telling.correcting)
    gone_by = any(_is_gone_by(words, span, telling) for span in lasting)
    if not distance and not duration and certain and not gone_by:
        no_distances = {(span.start, span.end) for span in spans if span.value in _NO_BARE_DISTANCES}
        bare = [one for one in of(NUMBER) if one not in no_distances]
        distance = only(bare) if all(_is_bare(words, one, telling) for one in bare) else ""
    if not distance and any(_is_ahead(words, span, telling) for span in spans):
        duration = ""
    return Parts(distance, duration, pair, days, kind)


def is_another_run_told(
    words: tuple[Word, ...], spans: Sequence[SlotSpan], telling: Telling, is_distance: IsDistance
) -> bool:
    """Whether an "and" leads from one number to another that is no part of it, nor of a time, day or name.

    "Five k in the Ghost and then I did three in something else": whoever takes the five alone loses a run.
    """
    numbers = [
        span for span in spans if span.slot_type in (NUMBER, RACE) and not _is_clock(words, span, telling)
    ]
    in_others = {
        at
        for span in spans
        if span.slot_type in (DATE, DURATION, SHOE, TIME) and not span.unlisted and span.end - span.start > 1
        for at in range(span.start, span.end)
    }
    free = [span for span in numbers if in_others.isdisjoint(range(span.start, span.end))]
    for at, word in enumerate(words):
        if word.form not in telling.joining:
            continue
        ahead = [span for span in free if span.end <= at]
        behind = [span for span in free if at < span.start <= at + _REACH_OF_AN_AND]
        joined = any(
            is_distance(words[one.start : other.end + end])
            for one in ahead
            for other in behind
            for end in (0, 1)
        )
        if ahead and behind and not joined:
            return True
    return False


def _pairs(spans: Sequence[SlotSpan]) -> list[Stretch]:
    """The names of pairs: the runner's own if there are any; a number behind another is none of it."""
    shoes = [span for span in spans if span.slot_type == SHOE and not span.unlisted]
    own = [span for span in shoes if span.dynamic]
    numbers = {(span.start, span.end) for span in spans if span.slot_type == NUMBER}
    plain = [
        span for span in shoes if not any(start > span.start and end == span.end for start, end in numbers)
    ]
    names = [(span.start, span.end) for span in plain if span.static]
    numbered = [span for span in plain if any(_lies_in(number, (span.start, span.end)) for number in numbers)]
    listed = [span for span in plain if span.static or (_holds(span, names) and span not in numbered)]
    return [(span.start, span.end) for span in own or listed or plain]


def _holds(span: SlotSpan, names: Sequence[Stretch]) -> bool:
    """Whether a span is a longer name, with one in it that a list has: "blue Pegasus"."""
    return any(_lies_in(name, (span.start, span.end)) for name in names)


def _lies_in(one: Stretch, other: Stretch) -> bool:
    return one != other and other[0] <= one[0] and one[1] <= other[1]


def _is_clock(words: tuple[Word, ...], span: SlotSpan, telling: Telling) -> bool:
    """Whether a number is a time of the clock, or counts something else: "half past six"."""
    numeric = span.slot_type in (NUMBER, RACE, FRACTION)
    return numeric and span.end < len(words) and words[span.end].form in telling.behind_a_clock


def _is_other_race(words: tuple[Word, ...], span: SlotSpan, telling: Telling) -> bool:
    """Whether the word ahead makes another distance of a race's: "a quarter marathon"."""
    ahead = words[span.start - 1].form if span.start else ""
    return span.slot_type == RACE and ahead in telling.before_a_race


def _is_gone_by(words: tuple[Word, ...], span: SlotSpan, telling: Telling) -> bool:
    """Whether a length of time is none of a run: "an hour ago", "five minutes to spare"."""
    return not telling.gone_by.isdisjoint(forms(words[span.end : span.end + 2]))


def _is_ahead(words: tuple[Word, ...], span: SlotSpan, telling: Telling) -> bool:
    """Whether a length of time without a distance is that until a run: "I run in about half an hour"."""
    before = [word.form for word in words[: span.start] if word.form not in telling.loosely]
    return span.value.startswith(_WITHIN_A_DAY) and before[-1:] == [telling.took.split()[0]]


def _is_bare(words: tuple[Word, ...], number: Stretch, telling: Telling) -> bool:
    """Whether a number without a unit may be a distance: not "at six", nor "the number eight"."""
    return not number[0] or words[number[0] - 1].form not in telling.before_a_clock
