"""A sole with the hands that work it."""

from collections.abc import Iterator

from skill.pictures.foot import joined
from skill.pictures.geometry import Circle, Path, Point, curve, turned
from skill.pictures.outlines import hull, limb
from skill.pictures.palette import Role
from skill.pictures.shapes import LINE, Shape, flesh
from skill.pictures.view import Arrow
from skill.value import Value


class Sole(Value):
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
        """Hands, sole and toes, which way to go, and the thumbs."""
        ways = () if self.thumbs is None else (-1, 1)
        for way in ways:
            yield from self._hand(way, self.thumbs or 0.0)
        for x, y, r in ((-36, -54, 7.5), (-25, -66, 8.2), (-11, -75, 9), (5, -81, 10), (27, -76, 14)):
            yield flesh(limb((self.part(x * 0.85, y + 26, r), self.part(x, y, r))), self.skin)
        yield flesh(self._outline(), self.skin)
        yield Shape(self._line((0, 62), (-8, 20), (6, -34)), None, Role.ACCENT, 21 * self.scale)
        if self.thumbs:
            yield from Arrow(self.point(-1, 60), self.point(7, -36), -5, size=8, role=Role.SOCK).shapes()
        for way in ways:
            yield from self._thumb(way, self.thumbs or 0.0)

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
        """A hand from that side: the fingers go around the foot, the thumb is on the sole."""
        y = 46 - share * 62
        wrist, arm = self.part(way * 74, y + 58, 14), self.part(way * 96, y + 130, 19)
        palm = self.part(way * 56, y + 18, 19)
        yield flesh(limb((wrist, arm)), Role.SKIN)
        for place in range(4):
            knuckle = self.part(way * (55 + place), y - 20 + place * 11, 8)
            tip = self.part(way * (38 - abs(place - 1) * 2), y - 25 + place * 11, 7)
            yield flesh(limb((knuckle, tip)), Role.SKIN)
        yield flesh(hull((palm, self.part(way * 60, y - 14, 9), wrist)), Role.SKIN)
        yield joined(wrist, arm, Role.SKIN)

    def _thumb(self, way: int, share: float) -> Iterator[Shape]:
        y = 46 - share * 62
        joints = (
            self.part(way * 46, y + 22, 11),
            self.part(way * 26, y + 10, 9),
            self.part(way * 9, y - 5, 7.5),
        )
        yield flesh(limb(joints), Role.SKIN)
        yield joined(joints[0], self.part(way * 58, y + 22, 14), Role.SKIN, 0.9)
        nail = hull((self.part(way * 10.5, y - 4, 4), self.part(way * 14, y - 1, 4)))
        yield Shape(nail, Role.SOCK, Role.LINE, LINE * 0.5)
