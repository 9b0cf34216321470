"""What an exercise needs beside the body, the lens that shows a foot large, and arrows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from skill.pictures.geometry import (
    Circle,
    Point,
    at,
    circle,
    closed,
    curve,
    direction,
    limb,
    line,
    slab,
)
from skill.pictures.palette import Role
from skill.pictures.shapes import Group, Shape, flesh

WIDTH, HEIGHT = 400.0, 300.0
FLOOR = 258.0
"""Where what is near stands."""
LINE = 2.5


class Part(Protocol):
    """What draws itself."""

    def shapes(self) -> Iterator[Shape]:
        """What it is made of, what is far away first."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The ground, from one x to the other."""

    left: float = 14.0
    right: float = 386.0
    top: float = 248.0
    bottom: float = 278.0

    def shapes(self) -> Iterator[Shape]:
        """A slab."""
        yield Shape(slab(self.left, self.top, self.right, self.bottom, 13.0), Role.GROUND)


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
        yield flesh(slab(self.x, self.top, right, self.bottom, 3.0), Role.THING, LINE)
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
        yield flesh(limb((Circle(rear + way * 3, self.seat + 3, 4.5), Circle(*top, 4.5))), Role.THING, LINE)
        left, right = sorted((front + way * 5, rear - way * 3))
        yield flesh(slab(left, self.seat, right, self.seat + 10, 5.0), Role.THING, LINE)
        yield self._leg(rear + way * 2, rear - way * 6, FLOOR + 4, far=False)
        yield self._leg(front - way * 2, front + way * 2, FLOOR + 4, far=False)

    def _leg(self, x: float, foot: float, floor: float, *, far: bool) -> Shape:
        radius = 3.2 if far else 4.0
        return flesh(
            limb((Circle(x, self.seat + 10, radius), Circle(foot, floor - radius, radius - 0.6))),
            Role.THING,
            LINE,
        )


@dataclass(frozen=True, slots=True)
class Ball:
    """A ball with the seam of a tennis ball."""

    centre: Point
    r: float
    soft: bool = False
    turn: float = 0.0

    def shapes(self) -> Iterator[Shape]:
        """The ball and its seam."""
        yield flesh(circle(*self.centre, self.r), Role.SOFT, LINE)
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
        yield flesh(limb((Circle(*far, self.r * 0.97), Circle(*self.centre, self.r))), Role.SOFT, LINE)
        yield flesh(circle(*self.centre, self.r), Role.SOFT, LINE)
        yield flesh(circle(*self.centre, self.r * 0.42), Role.PAPER, LINE * 0.8)
        for angle in range(0, 360, 60):
            marks = [at(self.centre, angle + self.turn, self.r * share) for share in (0.62, 0.84)]
            yield Shape(line(*marks), None, Role.LINE, LINE * 0.7)


@dataclass(frozen=True, slots=True)
class Bottle:
    """A bottle full of ice that lies on the ground, its cap toward us.

    Attributes:
        middle: of the bottle, under the foot.
        r: how thick it is.
        towel: whether it is wrapped.
    """

    middle: Point
    r: float
    towel: bool = False
    slant: float = 24.0

    def shapes(self) -> Iterator[Shape]:
        """The bottle, its neck and cap, and frost or the towel."""

        def along(share: float) -> Point:
            return at(self.middle, self.slant, self.r * share)

        def ring(share: float, thick: float) -> Circle:
            return Circle(*along(share), self.r * thick)

        yield flesh(limb((ring(-2.3, 0.9), ring(-2.1, 1.0), ring(1.3, 1.0), ring(2.35, 0.5))), Role.ICE, LINE)
        yield flesh(limb((ring(2.4, 0.46), ring(2.75, 0.46))), Role.ARROW, LINE)
        if self.towel:
            yield flesh(limb((ring(-1.9, 1.16), ring(1.0, 1.16))), Role.SOFT, LINE)
            for share in (-1.6, -1.1, 0.6, 1.1):
                middle = along(share)
                ends = [at(middle, self.slant + turn, self.r * 1.12) for turn in (-90, 90)]
                pull = at(middle, self.slant, self.r * 0.8)
                yield Shape(curve(ends[0], (pull, ends[1])), None, Role.LINE, LINE * 0.7, 0.6)
        else:
            for share, aside in ((-1.5, 0.35), (1.0, 0.3), (0.1, 0.62)):
                yield from _flake(at(along(share), self.slant + 90, self.r * aside), self.r * 0.3)


def _flake(centre: Point, r: float) -> Iterator[Shape]:
    for angle in (0, 60, 120):
        yield Shape(line(at(centre, angle, r), at(centre, angle + 180, r)), None, Role.SHORTS, LINE * 0.7)


@dataclass(frozen=True, slots=True)
class Towel:
    """A hand towel on the ground.

    Attributes:
        left, right: its ends.
        y: the ground.
        folds: how many it is scrunched into at its left end.
        size: of a fold.
    """

    left: float
    right: float
    y: float
    folds: int
    size: float

    def shapes(self) -> Iterator[Shape]:
        """A band that waves."""
        top = self.y - self.size * 0.35
        parts: list[tuple[Point, Point] | tuple[Point, Point, Point]] = []
        x = self.left
        for _ in range(self.folds):
            parts.append(
                (
                    (x - self.size * 0.1, top - self.size * 2.4),
                    (x + self.size * 0.9, top - self.size * 2.2),
                    (x + self.size * 0.8, top - self.size * 0.2),
                )
            )
            x += self.size * 0.8
        wave = (self.right - x) / 2
        parts += [
            ((x + wave * 0.5, top - self.size * 0.35), (x + wave, top)),
            ((x + wave * 1.5, top + self.size * 0.3), (self.right, top)),
        ]
        outline = (
            *curve((self.left, top), *parts),
            ("L", self.right, self.y),
            ("L", self.left, self.y),
            ("Z",),
        )
        yield flesh(outline, Role.SOFT, LINE)
        for share in (0.82, 0.9):
            stripe = x + (self.right - x) * share
            yield Shape(line((stripe, top), (stripe, self.y)), None, Role.LINE, LINE * 0.7)


@dataclass(frozen=True, slots=True)
class Arrow:
    """Which way something moves: a curve from one point to another, and back where `both`."""

    start: Point
    end: Point
    bow: float = 0.0
    both: bool = False
    size: float = 9.0

    def shapes(self) -> Iterator[Shape]:
        """The curve and its heads."""
        turn = direction(self.start, self.end)
        middle = ((self.start[0] + self.end[0]) / 2, (self.start[1] + self.end[1]) / 2)
        pull = at(middle, turn - 90, self.bow * 2)
        yield Shape(curve(self.start, (pull, self.end)), None, Role.ARROW, self.size * 0.5)
        yield self._head(pull, self.end)
        if self.both:
            yield self._head(pull, self.start)

    def _head(self, pull: Point, tip: Point) -> Shape:
        turn = direction(pull, tip)
        ahead = at(tip, turn, self.size * 0.9)
        wings = [at(tip, turn + side, self.size * 0.85) for side in (110, -110)]
        return Shape(closed(ahead, *wings), Role.ARROW, Role.ARROW, 1.5)


@dataclass(frozen=True, slots=True)
class Lens:
    """A round window in which something is seen large."""

    centre: Point
    r: float
    parts: tuple[Part, ...]
    floor: float | None = None

    def drawn(self) -> Iterator[Shape | Group]:
        """The window, what is in it, and its rim."""
        rim = circle(*self.centre, self.r)
        inside: list[Shape] = []
        if self.floor is not None:
            x, y = self.centre
            inside.append(Shape(slab(x - self.r, self.floor, x + self.r, y + self.r, 0.1), Role.GROUND))
        inside += [shape for part in self.parts for shape in part.shapes()]
        yield Shape(rim, Role.PAPER)
        yield Group(rim, tuple(inside))
        yield Shape(rim, None, Role.THING, 4.0)
