"""The view that every picture has: its ground, a lens that shows a part of it large, and arrows."""

from collections.abc import Iterator
from typing import Protocol

from skill.pictures.geometry import Path, Point, at, circle, closed, curve, direction, line, slab
from skill.pictures.palette import Role
from skill.pictures.shapes import Group, Shape, in_one
from skill.value import Value

WIDTH, HEIGHT = 400.0, 300.0
FLOOR = 258.0
"""Where what is near stands."""


class Part(Protocol):
    """What draws itself."""

    def shapes(self) -> Iterator[Shape]:
        """What it is made of, what is far away first."""


class Floor(Value):
    """The ground, from one x to the other."""

    left: float = 14.0
    right: float = 386.0
    top: float = 248.0
    bottom: float = 278.0

    def shapes(self) -> Iterator[Shape]:
        """A slab."""
        yield Shape(slab(self.left, self.top, self.right, self.bottom, 13.0), Role.GROUND)


class Arrow(Value):
    """Which way something moves: a curve from one point to another, and back where `both`."""

    start: Point
    end: Point
    bow: float = 0.0
    both: bool = False
    size: float = 9.0
    role: Role = Role.ARROW

    def shapes(self) -> Iterator[Shape]:
        """The curve and its heads."""
        turn = direction(self.start, self.end)
        middle = ((self.start[0] + self.end[0]) / 2, (self.start[1] + self.end[1]) / 2)
        pull = at(middle, turn - 90, self.bow * 2)
        heads = self._head(pull, self.end)
        if self.both:
            heads += self._head(pull, self.start)
        width = self.size * 0.45
        if self.bow:
            yield Shape(curve(self.start, (pull, self.end)), None, self.role, width)
            yield Shape(heads, self.role, self.role, width)
        else:
            yield Shape(line(self.start, self.end) + heads, self.role, self.role, width)

    def _head(self, pull: Point, tip: Point) -> Path:
        turn = direction(pull, tip)
        ahead = at(tip, turn, self.size * 0.6)
        return closed(ahead, *(at(tip, turn + side, self.size * 0.66) for side in (105, -105)))


class Lens(Value):
    """A round window in which something is seen large.

    Attributes:
        centre: its middle.
        r: its radius.
        parts: what is seen in it, what is far away first.
        floor: where the ground begins in it; None for none.
        rim: the colour of its rim.
    """

    centre: Point
    r: float
    parts: tuple[Part, ...]
    floor: float | None = None
    rim: Role = Role.THING

    def drawn(self) -> Iterator[Shape | Group]:
        """The window, what is in it, and its rim."""
        rim = circle(*self.centre, self.r)
        inside: list[Shape] = []
        if self.floor is not None:
            x, y = self.centre
            low, left, right = y + self.r, x - self.r, x + self.r
            ground = closed((left, self.floor), (right, self.floor), (right, low), (left, low))
            inside.append(Shape(ground, Role.GROUND))
        inside += [shape for part in self.parts for shape in part.shapes()]
        yield Shape(rim, Role.PAPER)
        yield Group(rim, in_one(inside))
        yield Shape(rim, None, self.rim, 4.0)


class Ghost(Value):
    """Where something was before: its shape alone, in the colour of the ground."""

    part: Part

    def shapes(self) -> Iterator[Shape]:
        """What has a fill, without lines inside."""
        for shape in self.part.shapes():
            if shape.fill:
                yield Shape(shape.path, Role.GROUND, Role.GROUND, shape.width)
