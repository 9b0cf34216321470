"""The cue sheet: a routine as a list of timed cues that every device performs alike."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum

from skill.value import Value, replace


class CueKind(StrEnum):
    """What a cue is. Only `COUNT` is special to a renderer: it must begin exactly at its time."""

    SAY = "say"
    """Words whose length depends on the voice: instructions, the next exercise."""
    COUNT = "count"
    """A word inside a bout that begins exactly at its time, whatever the voice."""


class Place(Value, order=True):
    """A place in a routine.

    A *bout* is one set on one side: one hold, one run of repetitions or one timed massage.

    Attributes:
        step: index of the step (one exercise) in the routine, from 0.
        bout: index of the bout in the step, from 0; 0 with `count` 0 is the step's explanation.
        count: seconds of the hold or massage, or repetitions, already done in the bout; 0 before it begins.
    """

    step: int
    bout: int = 0
    count: int = 0


class Cue(Value):
    """One thing said at one time.

    Attributes:
        at: seconds from the sheet's beginning at which it starts.
        seconds: the time it is given, at least 0; the voice must be done by then. What is left until the
            next cue is silence.
        text: the words, plain text of one language, never markup.
        kind: see `CueKind`.
        place: where in the routine it sounds.
    """

    at: float
    seconds: float
    text: str
    kind: CueKind
    place: Place


class Span(Value):
    """A part of the sheet in which the place stands still or moves on evenly.

    Attributes:
        at: seconds from the sheet's beginning; the span lasts until the next one's.
        place: the place at its beginning.
        unit: seconds in which `place.count` grows by one; 0 where it stands still.
    """

    at: float
    place: Place
    unit: float = 0.0


ROUNDING = 0.001
"""Tolerance, as a share of a count: times are rounded to milliseconds, so a request that comes at the very
beginning of a count may seem to come just before it."""


def place_at(spans: Sequence[Span], elapsed: float) -> Place:
    """The place `elapsed` seconds in.

    Args:
        spans: in order of time, at least one.
        elapsed: seconds since the beginning; below 0 means the first place.
    """
    span = spans[max(bisect_right(spans, elapsed, key=lambda span: span.at) - 1, 0)]
    if not span.unit:
        return span.place
    done = int(max(elapsed - span.at, 0.0) / span.unit + ROUNDING)
    return replace(span.place, count=span.place.count + done)


class CueSheet(Value):
    """What one reply performs.

    Attributes:
        cues: in order of time; none begins before the one ahead of it has had its seconds.
        seconds: length of the whole, silences at the end included.
        resume_at: the place where the next sheet goes on; None when the routine ends with this one.
        spans: where in the routine each moment is; empty in a sheet that is only talk.
    """

    cues: tuple[Cue, ...]
    seconds: float
    resume_at: Place | None = None
    spans: tuple[Span, ...] = ()
