"""What an exercise needs beside the body: wall, chair, ball and roller."""

from collections.abc import Iterator

from skill.pictures.geometry import Circle, Point, at, circle, closed, curve, line, slab
from skill.pictures.outlines import limb
from skill.pictures.palette import Role
from skill.pictures.shapes import LINE, Shape, flesh
from skill.pictures.view import FLOOR
from skill.value import Value


class Wall(Value):
    """A wall of bricks, its near edge at that x.

    Attributes:
        x: where it begins.
        right: where the picture of it ends.
        top: likewise.
        bottom: where it meets the ground.
        brick: how high a course of bricks is.
    """

    x: float
    right: float
    top: float
    bottom: float
    brick: float = 22.0

    def shapes(self) -> Iterator[Shape]:
        """Its face, and the joints of the bricks."""
        face = closed(
            (self.x, self.top), (self.right, self.top), (self.right, self.bottom), (self.x, self.bottom)
        )
        yield Shape(face, Role.THING)
        middle = (self.x + self.right) / 2
        for row in range(1, int((self.bottom - self.top) / self.brick) + 1):
            y = self.bottom - row * self.brick
            yield Shape(line((self.x, y), (self.right, y)), None, Role.LINE, 1.2, 0.35)
            x = middle + (8 if row % 2 else -8)
            yield Shape(line((x, y), (x, min(y + self.brick, self.bottom))), None, Role.LINE, 1.2, 0.35)
        yield Shape(line((self.x, self.top), (self.x, self.bottom)), None, Role.LINE, LINE)


class Chair(Value):
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


class Ball(Value):
    """A ball with the seam of a tennis ball.

    Attributes:
        centre: its middle.
        r: its radius.
        turn: how far it has rolled, in degrees.
    """

    centre: Point
    r: float
    turn: float = 0.0

    def shapes(self) -> Iterator[Shape]:
        """The ball and its seam."""
        yield flesh(circle(*self.centre, self.r), Role.SOFT)
        for side in (0, 180):
            ends = [at(self.centre, self.turn + side + angle, self.r * 0.97) for angle in (-50, 50)]
            pull = at(self.centre, self.turn + side, self.r * 0.05)
            yield Shape(curve(ends[0], (pull, ends[1])), None, Role.LINE, LINE * 0.7)


class Roller(Value):
    """A foam roller, seen from its end; it reaches away from us under both legs.

    Attributes:
        centre: the middle of its end.
        r: its radius.
        turn: how far it has rolled, in degrees.
    """

    centre: Point
    r: float
    turn: float = 0.0

    def shapes(self) -> Iterator[Shape]:
        """Its length with grooves, its end, and what shows how it turns."""
        back = (-self.r * 1.35, -self.r * 0.75)
        far = (self.centre[0] + back[0], self.centre[1] + back[1])
        yield flesh(limb((Circle(*far, self.r * 0.97), Circle(*self.centre, self.r))), Role.SOFT)
        for angle in (150, 185, 40):
            ends = [at(middle, angle, self.r * 0.99) for middle in (self.centre, far)]
            yield Shape(line(*ends), None, Role.LINE, LINE * 0.5, 0.5)
        yield flesh(circle(*self.centre, self.r), Role.SOFT)
        yield flesh(circle(*self.centre, self.r * 0.3), Role.PAPER)
        mark = [at(self.centre, self.turn - 90, self.r * share) for share in (0.5, 0.82)]
        yield Shape(line(*mark), None, Role.LINE, LINE)
