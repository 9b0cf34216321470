"""A run, as the log keeps it, and the newest of them."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from skill.shoes.sources import UNSPOKEN, Sources, Spoken, settle
from skill.value import Value, field, replace


class RunKind(StrEnum):
    """What a run is for; the values are the ids of the `RunKind` slot."""

    EASY = "easy"
    LONG = "long"
    TEMPO = "tempo"
    INTERVALS = "intervals"
    RACE = "race"
    TRAIL = "trail"


class Felt(StrEnum):
    """How the pair felt on a run; the values are the ids of the `Felt` slot."""

    GOOD = "good"
    BAD = "bad"


class Run(Value, eq=False):
    """One run.

    Attributes:
        id: that of the request or activity that told it, so that a run told twice is logged once.
        at: when it was run, aware, UTC; the middle of the time of day when only that is known.
        day: the runner's own calendar day, which no later change of time zone moves.
        metres: 1 or more. Whole metres, so that totals are exact sums and miles come back as said:
            0.01 mile is 16 m.
        shoe: id of the pair that was worn, None when it is not known.
        kind: None when it was not told.
        seconds: how long it took; None when nobody told.
        sources: what sources tell of it; empty for a run that was told by voice alone. Whether two runs are
            equal does not depend on it.
        spoken: what the runner said of it, where sources tell of it too.
        felt: how the pair felt on it; None when it was not told.
    """

    id: str
    at: datetime
    day: date
    metres: int
    shoe: str | None = None
    kind: RunKind | None = None
    sources: Sources = field(default_factory=dict)
    spoken: Spoken = UNSPOKEN
    seconds: int | None = None
    felt: Felt | None = None

    def __eq__(self, other: object) -> bool:
        """Whether it is the same run, whatever tells of it."""
        return isinstance(other, Run) and self._as_it_was() == other._as_it_was()

    def __ne__(self, other: object) -> bool:
        """As it is compared: a Struct has its own answer to this."""
        return not self == other

    def __hash__(self) -> int:
        """As it is compared."""
        return hash(self._as_it_was())

    def _as_it_was(self) -> tuple[object, ...]:
        """All but what tells of it."""
        return self.id, self.at, self.day, self.metres, self.shoe, self.kind, self.seconds, self.felt

    @property
    def told_by_voice(self) -> bool:
        """Whether the runner told it, and not only corrected what had come in."""
        return not self.sources or self.spoken.at is not None

    def put_on(self, shoe: str | None) -> "Run":
        """The run on the pair that the runner says it was in; no source puts it on another then."""
        spoken = replace(self.spoken, shoe=shoe) if self.sources else self.spoken
        return replace(self, shoe=shoe, spoken=spoken)

    def of_length(self, metres: int) -> "Run":
        """The run as long as the runner says it was; no source makes it another then."""
        spoken = replace(self.spoken, metres=metres, corrected=True) if self.sources else self.spoken
        return replace(self, metres=metres, spoken=spoken)

    def on_day(self, day: date, at: datetime) -> "Run":
        """The run on the day that the runner says it was; the hour of one that came in is its source's.

        Args:
            day: the runner's own calendar day.
            at: when it was then, aware, UTC.
        """
        if self.sources:
            return replace(self, day=day, spoken=replace(self.spoken, day=day))
        return replace(self, day=day, at=at)

    def told_too(self, told: "Run") -> "Run":
        """The run, which came in, with what the runner told of it by voice: the distance stays as measured.

        Args:
            told: the run as it would have been logged.
        """
        corrected = self.spoken.corrected
        spoken = Spoken(
            told.at,
            told.day,
            self.spoken.metres if corrected else told.metres,
            told.shoe or self.spoken.shoe,
            corrected=corrected,
        )
        return replace(
            self,
            day=told.day,
            shoe=told.shoe or self.shoe,
            kind=told.kind or self.kind,
            seconds=told.seconds or self.seconds,
            spoken=spoken,
        )

    def as_said_before(self, before: "Run") -> "Run":
        """The run as the runner's word made it before a correction, with what its sources tell today.

        Args:
            before: the run as it was then.
        """
        if not self.sources:
            return replace(before, at=self.at, day=self.day) if before.sources else before
        spoken = before.spoken
        if not before.sources:  # it was told by voice alone then
            spoken = replace(
                self.spoken, day=before.day, metres=before.metres, shoe=before.shoe, corrected=False
            )
        settled = settle(self.sources, spoken, lambda _key: None)
        return replace(
            self,
            day=settled.day,
            metres=settled.metres,
            shoe=before.shoe,
            kind=before.kind,
            seconds=before.seconds,
            felt=before.felt,
            spoken=spoken,
        )


class RecentRuns(Value):
    """The newest runs of the log.

    Attributes:
        runs: newest first.
        complete_since: every run since then is among them; None when they are all there are.
    """

    runs: Sequence[Run]
    complete_since: datetime | None = None
