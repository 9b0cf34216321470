"""A sole with the hands that work it."""

from collections.abc import Iterator
from dataclasses import dataclass

from skill.pictures.foot import joined
from skill.pictures.geometry import Circle, Path, Point, curve, turned
from skill.pictures.outlines import hull, limb
from skill.pictures.palette import Role
from skill.pictures.shapes import Shape, flesh


@dataclass(frozen=True, slots=True)
class Sole:
    """The sole of a left foot, as who sees it from below.

    Attributes:
        place: its middle.
        turn: 0 with the toes up, 90 with the toes to the right, the big one on top.
        thumbs: how far the thumbs have come from heel to toes, from 0 to 1; None for no hands.
    """

    place: Point
    scale: float = 1.0
    turn: float = 90.0
    thumbs: float | None = None
    skin: Role = Role.SKIN

    def point(self, x: float, y: float) -> Point:
        """A point of the sole; the toes are up, the big one on the left."""
        dx, dy = turned((-x, y), self.turn, self.scale)
        return (self.place[0] + dx, self.place[1] + dy)

    def part(self, x: float, y: float, r: float) -> Circle:
        """A circle of it."""
        return Circle(*self.point(x, y), r * self.scale)

    def shapes(self) -> Iterator[Shape]:
        """The sole, its toes, and the hands."""
        for x, y, r in ((-36, -54, 7.5), (-25, -66, 8.2), (-11, -75, 9), (5, -81, 10), (27, -76, 14)):
            yield flesh(limb((self.part(x * 0.85, y + 26, r), self.part(x, y, r))), self.skin)
        yield flesh(self._outline(), self.skin)
        yield Shape(self._line((0, 62), (-8, 20), (6, -34)), None, Role.ACCENT, 21 * self.scale)
        if self.thumbs is not None:
            yield from self._hand(-1, self.thumbs)
            yield from self._hand(1, self.thumbs)

    def _outline(self) -> Path:
        parts = (
            ((-41, -10), (-34, 30), (-28, 56)),
            ((-24, 92), (26, 92), (27, 58)),
            ((28, 34), (14, 12), (24, -12)),
            ((34, -26), (44, -40), (42, -52)),
            ((40, -68), (-32, -64), (-36, -38)),
        )
        placed = [(self.point(*a), self.point(*b), self.point(*c)) for a, b, c in parts]
        return (*curve(self.point(-36, -38), *placed), ("Z",))

    def _line(self, start: Point, pull: Point, end: Point) -> Path:
        return curve(self.point(*start), (self.point(*pull), self.point(*end)))

    def _hand(self, way: int, share: float) -> Iterator[Shape]:
        y = 46 - share * 62
        palm = self.part(way * 52, y + 16, 19)
        knuckles = self.part(way * 44, y - 8, 13)
        wrist = self.part(way * 70, y + 60, 14)
        arm = self.part(way * 92, y + 130, 19)
        yield flesh(limb((wrist, arm)), Role.SKIN)
        yield flesh(hull((palm, knuckles, wrist)), Role.SKIN)
        yield joined(wrist, arm, Role.SKIN)
        thumb = (
            self.part(way * 42, y + 16, 10),
            self.part(way * 22, y + 4, 8.5),
            self.part(way * 7, y - 8, 7),
        )
        yield flesh(limb(thumb), Role.SKIN)
        yield joined(thumb[0], palm, Role.SKIN, 0.6)
