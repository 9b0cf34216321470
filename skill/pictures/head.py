"""A head from the side: face, hair and a ponytail that says which way it moves."""

from collections.abc import Iterator
from typing import Final

from skill.pictures.geometry import Path, Point, circle, curve, turned
from skill.pictures.palette import Role
from skill.pictures.shapes import LINE, Shape, flesh
from skill.value import Value

Part = tuple[Point, Point] | tuple[Point, Point, Point]

HEAD: Final[tuple[Point, tuple[Part, ...]]] = (
    (-9, 13),
    (
        ((-19, 8), (-21, -4), (-15, -12)),
        ((-9, -20), (7, -21), (13, -12)),
        ((15, -9), (15, -6), (15.5, -3)),
        ((20.5, 2), (20, 4.5)),
        ((19, 6), (15.6, 5.8)),
        ((16.5, 10), (15, 16), (8, 16.5)),
        ((2, 17), (-5, 16), (-9, 13)),
    ),
)
HAIR: Final[tuple[Point, tuple[Part, ...]]] = (
    (14, -11.5),
    (
        ((8, -8), (3, -9), (0.5, -3)),
        ((-2, 1), (-6, 4), (-10, 12.5)),
        ((-21, 8), (-23, -6), (-15.5, -13.5)),
        ((-8, -22), (9, -22), (14, -11.5)),
    ),
)
PONYTAIL: Final[tuple[Point, tuple[Part, ...]]] = (
    (-14, -12),
    (
        ((-25, -18), (-34, -8), (-28, 8)),
        ((-26, 2), (-23, -1), (-17, -3)),
    ),
)


class Head(Value):
    """A head that looks to the right.

    Attributes:
        centre: its middle.
        tilt: how far it is bent forward, in degrees.
        scale: 1 for a figure of 225 units.
    """

    centre: Point
    tilt: float
    scale: float

    def shapes(self) -> Iterator[Shape]:
        """Ponytail, face, hair, ear, eye and mouth."""
        yield flesh(self._outline(*PONYTAIL), Role.HAIR)
        yield flesh(self._outline(*HEAD), Role.SKIN)
        yield flesh(self._outline(*HAIR), Role.HAIR)
        yield Shape(circle(*self._put((-2, 3.5)), 3.5 * self.scale), Role.SKIN, Role.LINE, LINE * 0.8)
        yield Shape(circle(*self._put((10, -0.5)), 1.7 * self.scale), Role.LINE)
        mouth = curve(self._put((8.5, 9.5)), (self._put((11, 12)), self._put((14, 9.5))))
        yield Shape(mouth, None, Role.LINE, LINE * 0.7)

    def _put(self, point: Point) -> Point:
        x, y = turned(point, self.tilt, self.scale)
        return (self.centre[0] + x, self.centre[1] + y)

    def _outline(self, start: Point, parts: tuple[Part, ...]) -> Path:
        put = self._put
        placed: list[Part] = [
            (put(part[0]), put(part[1])) if len(part) == 2 else (put(part[0]), put(part[1]), put(part[2]))  # noqa: PLR2004
            for part in parts
        ]
        return (*curve(put(start), *placed), ("Z",))
