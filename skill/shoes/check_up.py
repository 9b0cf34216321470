"""The check-up of a pair by hand: what is looked at, what was found, and how far it has got."""

from bisect import bisect_right
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from skill.value import Value, field, replace

KEPT_FOR: Final = timedelta(days=1)
"""So long a check-up that was left is gone on with; later the pair is in other hands again."""
ANSWER_WITHIN: Final = timedelta(minutes=2)
"""So long behind its last word an answer is taken for one that heard it all; later nobody knows."""


class Point(StrEnum):
    """What a pair is judged by; one word is wanted for each but the upper, which is only taken."""

    SHAPE = "shape"
    TREAD = "tread"
    FOAM = "foam"
    UPPER = "upper"


ASKED: Final = (Point.SHAPE, Point.TREAD, Point.FOAM)
"""The points in the order in which the words for them are wanted: that of the check-up."""


class Finding(StrEnum):
    """What a runner finds at a point."""

    GOOD = "good"
    WORN = "worn"
    UNSURE = "unsure"


class HandTest(StrEnum):
    """What is done with the pair in the hands, in order."""

    LEAN = "lean"
    """Set on a table, seen from behind: does one lean to a side?"""
    LIFT = "lift"
    """Both lifted side by side: is one flatter than the other?"""
    TREAD = "tread"
    """Turned over: is the tread through?"""
    THUMB = "thumb"
    """A thumb pressed into the foam: does it give and come back?"""
    CREASE = "crease"
    """The foam from the side: the same crease in both, which stays?"""


HAND_TESTS: Final = tuple(HandTest)
POINT_OF: Final = {
    HandTest.LEAN: Point.SHAPE,
    HandTest.LIFT: Point.SHAPE,
    HandTest.TREAD: Point.TREAD,
    HandTest.THUMB: Point.FOAM,
    HandTest.CREASE: Point.FOAM,
}
"""Which point each test judges; tests of one point stand together, so that its word is said once."""

GOOD_ON_YES: Final = frozenset({HandTest.THUMB})
"""The tests that ask for what a good pair does; the others ask for what a worn one does."""


class Condition(StrEnum):
    """What all findings say together."""

    GOOD = "good"
    WEARING = "wearing"
    WORN = "worn"
    UNCLEAR = "unclear"


class Examination(Value):
    """What a check-up found.

    Attributes:
        metres: what the pair had run then.
        on: the runner's own day.
        worn: the points that are worn.
        good: those that are good; about the others nobody was sure.
    """

    metres: int
    on: date
    worn: frozenset[Point] = frozenset()
    good: frozenset[Point] = frozenset()

    @property
    def condition(self) -> Condition:
        """What the findings say together: our figures.

        A tread that is through ends a pair by itself, as do two other signs; one sign is a warning. For
        "good" it takes two of the three points.
        """
        if Point.TREAD in self.worn or len(self.worn) > 1:
            return Condition.WORN
        if self.worn:
            return Condition.WEARING
        return Condition.GOOD if len(self.good) > 1 else Condition.UNCLEAR


class CheckUp(Value):
    """A check-up under way.

    Attributes:
        shoe: id of the pair.
        touched_at: when the runner was last heard, aware, UTC.
        place: the test at which it goes on, from 0; as many as there are tests when all were done.
        findings: by point, what was found so far.
        began_at: when what is being performed began to sound; None while it waits.
        starts: of what is performed, the seconds at which each test begins, from the one at `place` on, and
            at the end the question for the words.
    """

    shoe: str
    touched_at: datetime
    place: int = 0
    findings: dict[Point, Finding] = field(default_factory=dict)
    began_at: datetime | None = None
    starts: tuple[float, ...] = ()

    @property
    def test(self) -> HandTest | None:
        """The test at which it goes on; None when all were done."""
        return HAND_TESTS[self.place] if self.place < len(HAND_TESTS) else None

    @property
    def open_points(self) -> tuple[Point, ...]:
        """The points for which no word was said yet."""
        return tuple(point for point in ASKED if point not in self.findings)

    def can_go_on(self, now: datetime) -> bool:
        """Whether it is still gone on with at this time."""
        return now - self.touched_at <= KEPT_FOR

    def play(self, starts: tuple[float, ...], now: datetime) -> "CheckUp":
        """Perform it from its place on."""
        return replace(self, began_at=now, starts=starts, touched_at=now)

    def stop_at(self, now: datetime) -> "CheckUp":
        """Stop it at the test that had been reached; where nobody answered for long, where it began."""
        if self.began_at is None:
            return self
        elapsed = (now - self.began_at).total_seconds()
        reached = max(bisect_right(self.starts, elapsed) - 1, 0)
        if elapsed > self.starts[-1] + ANSWER_WITHIN.total_seconds():
            reached = 0
        return replace(self, place=self.place + reached, began_at=None, starts=(), touched_at=now)

    def at(self, place: int) -> "CheckUp":
        """At another test; before the first there is none, behind the last are the words."""
        return replace(self, place=min(max(place, 0), len(HAND_TESTS)))

    def find(self, point: Point, finding: Finding) -> "CheckUp":
        """With what was found at a point; a later word counts more than an earlier one."""
        return replace(self, findings={**self.findings, point: finding})

    def examined(self, metres: int, on: date) -> Examination:
        """What it found.

        Args:
            metres: what the pair has run.
            on: the runner's own day.
        """
        by = {
            finding: frozenset(point for point, found in self.findings.items() if found is finding)
            for finding in Finding
        }
        return Examination(metres, on, by[Finding.WORN], by[Finding.GOOD])
