"""Writes cues one after the other and keeps the time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from skill.coach.cue_sheet import Cue, CueKind, CueSheet, Place, Span


class Wording(Protocol):
    """What the coach needs of a language."""

    def say(self, key: str, **values: str | int) -> str:
        """The line of that key."""

    def all(self, key: str) -> list[str]:
        """Every text of a line that is a list."""

    def __contains__(self, key: str) -> bool:
        """Whether there is a line of that key."""

    def seconds(self, text: str) -> float:
        """The time a voice is given for the text."""

    def count(self, number: int, seconds: float = 1.0) -> str:
        """A number as it is counted aloud, short enough for the seconds it has."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of a script to which it can be cut back."""

    cues: int
    spans: int
    at: float


class Script:
    """A cue sheet in the making."""

    def __init__(self, words: Wording) -> None:
        self.words = words
        self.at = 0.0
        self._cues: list[Cue] = []
        self._spans: list[Span] = []

    @property
    def cues(self) -> Sequence[Cue]:
        """The cues so far."""
        return self._cues

    def say(self, text: str, place: Place, pause: float = 0.0) -> None:
        """Say the text, then be silent for `pause` seconds; an empty text is only the silence."""
        self.stand(place)
        if text:
            seconds = self.words.seconds(text)
            self._cues.append(Cue(self.at, seconds, text, CueKind.SAY, place))
            self.at += seconds
        self.at += pause

    def count(self, offset: float, seconds: float, text: str, place: Place) -> None:
        """Say the text `offset` seconds from now, exactly; the clock stays where it is."""
        self._cues.append(Cue(self.at + offset, seconds, text, CueKind.COUNT, place))

    def stand(self, place: Place) -> None:
        """From now on the runner is at this place."""
        if not self._spans or self._spans[-1].place != place or self._spans[-1].unit:
            self._spans.append(Span(self.at, place))

    def run(self, place: Place, unit: float) -> None:
        """From now on the count grows by one every `unit` seconds, from this place."""
        self._spans.append(Span(self.at, place, unit))

    def wait(self, seconds: float) -> None:
        """Let time go by."""
        self.at += seconds

    def mark(self) -> Mark:
        """Where the script is now."""
        return Mark(len(self._cues), len(self._spans), self.at)

    def cut(self, mark: Mark) -> None:
        """Take back everything since the mark."""
        del self._cues[mark.cues :]
        del self._spans[mark.spans :]
        self.at = mark.at

    def sheet(self, resume_at: Place | None) -> CueSheet:
        """The finished sheet."""
        return CueSheet(tuple(self._cues), self.at, resume_at, tuple(self._spans))
