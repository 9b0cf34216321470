"""A bottle full of ice, bare or in a towel."""

from collections.abc import Iterator
from typing import Final

from skill.pictures.geometry import Path, Point, at, curve, line, turned
from skill.pictures.palette import Role
from skill.pictures.shapes import LINE, Shape, flesh
from skill.value import Value

SHORTER: Final = 0.62
"""What its length seems to be, as it lies toward us."""
FLAKES: Final = ((-1.5, -0.1), (-0.2, 0.35), (1.0, 0.0))
ENDS: Final = ((-2.25, -0.35), (-2.2, 0.4), (1.75, -0.05))
"""Where ice crystals are, along the bottle and across, in its radii; in a towel, at its ends."""


class Bottle(Value):
    """A bottle that lies across the way of a foot, its cap toward us.

    Attributes:
        middle: of the bottle, under the foot.
        r: half of how thick it is.
        towel: whether it is wrapped.
        turn: how far it is turned from lying straight across the picture, in degrees.
    """

    middle: Point
    r: float
    towel: bool = False
    turn: float = 52.0

    def put(self, along: float, across: float) -> Point:
        """A point of it, in its radii."""
        x, y = turned((along * SHORTER, across), self.turn, self.r)
        return (self.middle[0] + x, self.middle[1] + y)

    def shapes(self) -> Iterator[Shape]:
        """Cap, neck and bottle, and the ice in it."""
        yield flesh(self._band(2.75, 3.3, 0.46), Role.SHORTS)
        yield flesh(self._outline(), Role.ICE)
        for along, across in ENDS if self.towel else FLAKES:
            yield from flake(self.put(along, across), self.r * 0.32)
        if self.towel:
            yield from self._towel()
        else:
            for along in (-2.1, 1.55):
                ring = curve(self.put(along, -1), (self.put(along - 0.3, 0), self.put(along, 1)))
                yield Shape(ring, None, Role.LINE, LINE * 0.6, 0.5)

    def _outline(self) -> Path:
        put = self.put
        return (
            *curve(
                put(-2.4, -1),
                (put(0, -1), put(1.6, -1)),
                (put(2.5, -0.9), put(2.3, -0.36), put(2.8, -0.34)),
                (put(2.9, 0), put(2.8, 0.34)),
                (put(2.3, 0.36), put(2.5, 0.9), put(1.6, 1)),
                (put(0, 1), put(-2.4, 1)),
                (put(-3.0, 0.9), put(-3.0, -0.9), put(-2.4, -1)),
            ),
            ("Z",),
        )

    def _band(self, start: float, end: float, half: float) -> Path:
        put, rim = self.put, 0.18
        return (
            *curve(
                put(start, -half),
                (put((start + end) / 2, -half), put(end, -half)),
                (put(end + rim, 0), put(end, half)),
                (put((start + end) / 2, half), put(start, half)),
                (put(start - rim, 0), put(start, -half)),
            ),
            ("Z",),
        )

    def _towel(self) -> Iterator[Shape]:
        for place in range(-4, 5):
            across = place / 4
            fringe = line(self.put(-1.75, across), self.put(-2.05, across * 1.04))
            yield Shape(fringe, None, Role.SOFT, LINE * 1.4)
        yield flesh(self._band(-1.75, 1.3, 1.14), Role.SOFT)
        for along in (-1.5, -1.3, 1.0):
            ring = curve(self.put(along, -1.1), (self.put(along - 0.3, 0), self.put(along, 1.1)))
            yield Shape(ring, None, Role.SHIRT, LINE * 1.2)
        flap = curve(self.put(-1.7, 0.55), (self.put(0, 0.8), self.put(1.3, 0.45)))
        yield Shape(flap, None, Role.LINE, LINE * 0.8)


def flake(centre: Point, r: float) -> Iterator[Shape]:
    """A crystal of ice."""
    for angle in (0, 60, 120):
        yield Shape(line(at(centre, angle, r), at(centre, angle + 180, r)), None, Role.SHORTS, LINE * 0.8)


class Cold(Value):
    """Crystals of ice in the air.

    Attributes:
        places: where.
        r: how large.
    """

    places: tuple[Point, ...]
    r: float

    def shapes(self) -> Iterator[Shape]:
        """The crystals."""
        for place in self.places:
            yield from flake(place, self.r)
