"""What an exercise needs beside the body: wall, chair, ball and roller."""

from collections.abc import Iterator
from dataclasses import dataclass

from skill.pictures.geometry import Circle, Point, at, circle, curve, line, slab
from skill.pictures.outlines import limb
from skill.pictures.palette import Role
from skill.pictures.shapes import LINE, Shape, flesh
from skill.pictures.view import FLOOR


@dataclass(frozen=True, slots=True)
class Wall:
    """A wall, its near edge at that x."""

    x: float
    top: float = 20.0
    bottom: float = 268.0
    thickness: float = 26.0

    def shapes(self) -> Iterator[Shape]:
        """A slab with courses of bricks."""
        right = self.x + self.thickness
        yield flesh(slab(self.x, self.top, right, self.bottom, 3.0), Role.THING)
        rows = [self.top + (self.bottom - self.top) * row / 6 for row in range(1, 6)]
        for y in rows:
            yield Shape(line((self.x + 8, y), (right, y)), None, Role.LINE, 1.2, 0.5)


@dataclass(frozen=True, slots=True)
class Chair:
    """A chair that looks to the right; `x` is the front edge of its seat."""

    x: float
    seat: float = 190.0
    depth: float = 62.0
    back: float = 78.0
    flipped: bool = False

    def shapes(self) -> Iterator[Shape]:
        """Far legs, back, seat, near legs."""
        way = -1.0 if self.flipped else 1.0
        front, rear = self.x, self.x - way * self.depth
        for x, foot, far in ((rear, rear - way * 7, True), (front, front + way * 2, True)):
            yield self._leg(x + way * 3, foot + way * 9, FLOOR - 6, far=far)
        top = (rear - way * 9, self.seat - self.back)
        yield flesh(limb((Circle(rear + way * 3, self.seat + 3, 4.5), Circle(*top, 4.5))), Role.THING)
        left, right = sorted((front + way * 5, rear - way * 3))
        yield flesh(slab(left, self.seat, right, self.seat + 10, 5.0), Role.THING)
        yield self._leg(rear + way * 2, rear - way * 6, FLOOR + 4, far=False)
        yield self._leg(front - way * 2, front + way * 2, FLOOR + 4, far=False)

    def _leg(self, x: float, foot: float, floor: float, *, far: bool) -> Shape:
        radius = 3.2 if far else 4.0
        return flesh(
            limb((Circle(x, self.seat + 10, radius), Circle(foot, floor - radius, radius - 0.6))), Role.THING
        )


@dataclass(frozen=True, slots=True)
class Ball:
    """A ball: with the seam of a tennis ball, or a soft one that gives a little.

    Attributes:
        centre: its middle.
        r: its radius.
        soft: whether it is a soft one.
        turn: how far it has rolled, in degrees.
    """

    centre: Point
    r: float
    soft: bool = False
    turn: float = 0.0

    def shapes(self) -> Iterator[Shape]:
        """The ball, and what shows how it turns."""
        yield flesh(circle(*self.centre, self.r), Role.SHIRT if self.soft else Role.SOFT)
        if self.soft:
            for angle in range(0, 360, 60):
                dot = at(self.centre, self.turn + angle, self.r * 0.58)
                yield Shape(circle(*dot, self.r * 0.13), Role.SOCK)
            return
        for side in (0, 180):
            ends = [at(self.centre, self.turn + side + angle, self.r * 0.97) for angle in (-50, 50)]
            pull = at(self.centre, self.turn + side, self.r * 0.05)
            yield Shape(curve(ends[0], (pull, ends[1])), None, Role.LINE, LINE * 0.7)


@dataclass(frozen=True, slots=True)
class Roller:
    """A foam roller, seen from its end; it reaches away from us."""

    centre: Point
    r: float
    turn: float = 0.0

    def shapes(self) -> Iterator[Shape]:
        """Its length, its end, the hole and what shows how it turns."""
        far = (self.centre[0] - self.r * 0.9, self.centre[1] - self.r * 0.55)
        yield flesh(limb((Circle(*far, self.r * 0.97), Circle(*self.centre, self.r))), Role.SOFT)
        yield flesh(circle(*self.centre, self.r), Role.SOFT)
        yield flesh(circle(*self.centre, self.r * 0.42), Role.PAPER)
        for angle in range(0, 360, 60):
            marks = [at(self.centre, angle + self.turn, self.r * share) for share in (0.62, 0.84)]
            yield Shape(line(*marks), None, Role.LINE, LINE * 0.7)
