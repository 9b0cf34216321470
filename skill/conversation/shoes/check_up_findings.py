"""What was said of a pair's points, in whatever order it was said."""

from collections.abc import Mapping
from typing import Final

from skill.shoes.check_up import ASKED, POINT_OF, CheckUp, Finding, Point
from skill.value import Value, field


class Findings(Value):
    """Findings as they were said.

    Attributes:
        words: those without a point, in order.
        named: those of a point that was named.
        others: of all the points that were not named; None where nothing was said of them.
    """

    words: tuple[Finding, ...] = ()
    named: Mapping[Point, Finding] = field(default_factory=dict)
    others: Finding | None = None

    def into(self, check_up: CheckUp) -> CheckUp:
        """The check-up with what was said.

        A word alone is about the point of the test that was just being done; behind the tests, words are
        about the points that are still open, in order.
        """
        found = check_up
        for point, finding in self.named.items():
            found = found.find(point, finding)
        now = POINT_OF[check_up.test] if check_up.test else None
        points = [now] if now and len(self.words) == 1 else [*found.open_points]
        for point, finding in zip(points, self.words, strict=False):
            found = found.find(point, finding)
        for point in ASKED if self.others else ():
            if self.others and point not in self.named:
                found = found.find(point, self.others)
        return found


NOTHING_SAID: Final = Findings()
