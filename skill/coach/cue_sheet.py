"""The cue sheet: a routine as a list of timed cues that every device performs alike."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """The foot or calf that works."""

    RIGHT = "right"
    LEFT = "left"


class CueKind(StrEnum):
    """What a cue is for. A renderer needs only `COUNT`: it must begin on its own second."""

    SAY = "say"
    """Words that take as long as they take: instructions, rests, the next exercise."""
    COUNT = "count"
    """A word inside a bout that begins exactly at its time, whatever the voice."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
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


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing said at one time.

    Attributes:
        at: seconds from the sheet's beginning at which it starts.
        seconds: the time it is given; the voice must be done by then. At least 0; the gap up to
            the next cue beyond it is silence.
        text: the words, plain text of one language, never markup.
        kind: see `CueKind`.
        place: where in the routine it sounds.
    """

    at: float
    seconds: float
    text: str
    kind: CueKind
    place: Place


@dataclass(frozen=True, slots=True)
class CueSheet:
    """What one reply performs of a routine.

    Attributes:
        cues: in order of time; none begins before the one ahead of it has had its seconds.
        seconds: length of the whole, silences at the end included.
        resume_at: the place where the next sheet goes on; None when the routine ends with this one.
    """

    cues: tuple[Cue, ...]
    seconds: float
    resume_at: Place | None

    def locate(self, elapsed: float) -> Cue:
        """The cue that sounds `elapsed` seconds in, or in a silence the one last heard.

        Args:
            elapsed: seconds since the sheet began; below 0 means its first cue, beyond its end the last.
        """
        index = bisect_right(self.cues, elapsed, key=lambda cue: cue.at) - 1
        return self.cues[max(index, 0)]
