"""A towel under the toes, flat and scrunched."""

from collections.abc import Iterator

from skill.pictures.geometry import Circle, Point, closed, line
from skill.pictures.outlines import limb
from skill.pictures.palette import Role
from skill.pictures.shapes import LINE, Shape, flesh
from skill.value import Value


class Towel(Value):
    """A hand towel that lies on the ground from under the toes.

    Attributes:
        place: the middle of its edge under the toes.
        away: from there to the middle of the other edge.
        half: half of the edge under the toes, as a vector.
        folds: how many folds are scrunched up at the toes.
        size: of a fold, along the way.
        spread: how much longer the other edge is; 1 where it is as long.
        rise: how high its folds would be, were they as long as the whole.
    """

    place: Point
    away: Point
    half: Point
    folds: int = 0
    size: float = 0.12
    spread: float = 1.0
    rise: float = 100.0

    def point(self, along: float, across: float, up: float = 0.0) -> Point:
        """A point of it: 0 to 1 away from the toes, -1 to 1 from edge to edge."""
        wide = 1 + (self.spread - 1) * along
        return (
            self.place[0] + self.away[0] * along + self.half[0] * across * wide,
            self.place[1] + self.away[1] * along + self.half[1] * across * wide - up,
        )

    def shapes(self) -> Iterator[Shape]:
        """The cloth, its folds, stripes and fringe."""
        corners = [self.point(*corner) for corner in ((0, -1), (0, 1), (1, 1), (1, -1))]
        for share in range(-9, 10, 2):
            fringe = (self.point(1, share / 10), self.point(1.07, share / 10))
            yield Shape(line(*fringe), None, Role.SOFT, LINE * 1.6)
        yield flesh(closed(*corners), Role.SOFT)
        for along in (0.84, 0.92):
            yield Shape(line(self.point(along, -1), self.point(along, 1)), None, Role.SHIRT, LINE * 1.3)
        for fold in range(self.folds):
            yield from self._fold((fold + 0.5) * self.size)

    def _fold(self, along: float) -> Iterator[Shape]:
        """A roll of cloth across the towel, not quite straight."""
        r = self.size * self.rise / 2
        bends = ((-1.0, 0.0), (-0.35, 0.35), (0.3, -0.2), (1.0, 0.15))
        places = [(self.point(along, across, r * (0.6 + up)), r * (1 + up * 0.3)) for across, up in bends]
        yield flesh(limb([Circle(*place, thick) for place, thick in places]), Role.SOFT)
