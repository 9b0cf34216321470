"""A bottle full of ice, as a whole figure's foot has it, and large in a lens."""

from collections.abc import Iterator
from dataclasses import dataclass

from skill.pictures.geometry import Circle, Point, at, curve, line, slab
from skill.pictures.outlines import limb
from skill.pictures.palette import Role
from skill.pictures.shapes import LINE, Shape, flesh


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

        yield flesh(limb((ring(-2.3, 0.9), ring(-2.1, 1.0), ring(1.3, 1.0), ring(2.35, 0.5))), Role.ICE)
        yield flesh(limb((ring(2.4, 0.46), ring(2.75, 0.46))), Role.SHORTS)
        if self.towel:
            yield flesh(limb((ring(-1.9, 1.16), ring(1.0, 1.16))), Role.SOFT)
            for share in (-1.6, -1.1, 0.6, 1.1):
                middle = along(share)
                ends = [at(middle, self.slant + turn, self.r * 1.12) for turn in (-90, 90)]
                pull = at(middle, self.slant, self.r * 0.8)
                yield Shape(curve(ends[0], (pull, ends[1])), None, Role.LINE, LINE * 0.7, 0.6)
        else:
            for share, aside in ((-1.5, 0.35), (1.0, 0.3), (0.1, 0.62)):
                yield from _flake(at(along(share), self.slant + 90, self.r * aside), self.r * 0.3)


@dataclass(frozen=True, slots=True)
class LyingBottle:
    """The bottle as who looks at it from in front sees it, across the picture.

    Attributes:
        middle: of the bottle.
        r: half of how thick it is.
        towel: whether it is wrapped.
    """

    middle: Point
    r: float
    towel: bool = False

    def shapes(self) -> Iterator[Shape]:
        """Cap, neck and bottle, and frost or the towel."""
        x, y = self.middle
        r = self.r
        yield flesh(slab(x + 2.95 * r, y - 0.4 * r, x + 3.4 * r, y + 0.4 * r, 0.12 * r), Role.SHORTS)
        neck = (
            (x + 1.7 * r, y - r),
            (x + 2.5 * r, y - 0.9 * r),
            (x + 2.5 * r, y - 0.3 * r),
            (x + 2.95 * r, y - 0.3 * r),
        )
        back = [(px, 2 * y - py) for px, py in reversed(neck)]
        outline = (
            *curve(
                (x - 2.3 * r, y - r),
                ((x - 2.3 * r, y - r), neck[0]),
                (neck[1], neck[2], neck[3]),
                (back[0], back[0]),
                (back[1], back[2], back[3]),
                (back[3], (x - 2.3 * r, y + r)),
                ((x - 2.8 * r, y + r), (x - 2.8 * r, y - r), (x - 2.3 * r, y - r)),
            ),
            ("Z",),
        )
        yield flesh(outline, Role.ICE)
        if self.towel:
            yield from self._towel()
            return
        for share in (-2.0, 1.45):
            ends = ((x + share * r, y - 0.96 * r), (x + (share - 0.25) * r, y), (x + share * r, y + 0.96 * r))
            yield Shape(curve(ends[0], (ends[1], ends[2])), None, Role.LINE, LINE * 0.6, 0.5)
        for share, aside in ((-1.55, -0.3), (-1.2, 0.45), (1.05, 0.35), (1.95, 0.05)):
            yield from _flake((x + share * r, y + aside * r), 0.27 * r)

    def _towel(self) -> Iterator[Shape]:
        x, y = self.middle
        left, right, r = x - 2.1 * self.r, x + 1.7 * self.r, self.r * 1.12
        yield flesh(slab(left, y - r, right, y + r, 0.3 * r), Role.SOFT)
        for share in (0.06, 0.1, 0.9, 0.94):
            stripe = left + (right - left) * share
            yield Shape(line((stripe, y - r * 0.9), (stripe, y + r * 0.9)), None, Role.LINE, LINE * 0.6, 0.6)
        fold = curve((left + r * 0.5, y + r * 0.5), ((x, y + r * 0.85), (right - r * 0.5, y + r * 0.4)))
        yield Shape(fold, None, Role.LINE, LINE * 0.7, 0.6)


def _flake(centre: Point, r: float) -> Iterator[Shape]:
    for angle in (0, 60, 120):
        yield Shape(line(at(centre, angle, r), at(centre, angle + 180, r)), None, Role.SHORTS, LINE * 0.8)
