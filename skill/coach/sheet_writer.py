"""Writes cues one after the other and keeps the time."""

from collections.abc import Sequence

from skill.coach.cue_sheet import Cue, CueKind, CueSheet, Place, Span
from skill.content.language import Language
from skill.value import Value


class Mark(Value):
    """A point of a sheet to which it can be cut back."""

    cues: int
    spans: int
    at: float


class SheetWriter:
    """Writes a cue sheet from its beginning to its end."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.at = 0.0
        self._cues: list[Cue] = []
        self._spans: list[Span] = []

    @property
    def cues(self) -> Sequence[Cue]:
        """The cues so far."""
        return self._cues

    def add_line(self, text: str, place: Place, pause: float = 0.0) -> None:
        """Say the text, then be silent for `pause` seconds; an empty text is only the silence."""
        self.stand_at(place)
        if text:
            seconds = self.language.seconds(text)
            self._cues.append(Cue(self.at, seconds, text, CueKind.SAY, place))
            self.at += seconds
        self.at += pause

    def add_count(self, offset: float, seconds: float, text: str, place: Place) -> None:
        """Say the text exactly `offset` seconds from now; the clock does not move."""
        self._cues.append(Cue(self.at + offset, seconds, text, CueKind.COUNT, place))

    def stand_at(self, place: Place) -> None:
        """From now on the runner is at this place."""
        if not self._spans or self._spans[-1].place != place or self._spans[-1].unit:
            self._spans.append(Span(self.at, place))

    def start_counting(self, place: Place, unit: float) -> None:
        """From now on the count grows by one every `unit` seconds, from this place."""
        self._spans.append(Span(self.at, place, unit))

    def wait(self, seconds: float) -> None:
        """Let time go by."""
        self.at += seconds

    def mark(self) -> Mark:
        """The point that the sheet has reached."""
        return Mark(len(self._cues), len(self._spans), self.at)

    def cut(self, mark: Mark) -> None:
        """Take back everything since the mark."""
        del self._cues[mark.cues :]
        del self._spans[mark.spans :]
        self.at = mark.at

    def sheet(self, resume_at: Place | None) -> CueSheet:
        """The finished sheet."""
        return CueSheet(tuple(self._cues), self.at, resume_at, tuple(self._spans))
