"""A foot from in front, each toe for itself."""

from collections.abc import Iterator
from typing import Final

from skill.pictures.foot import joined
from skill.pictures.geometry import Circle, Path, Point, circle, curve
from skill.pictures.outlines import hull, limb
from skill.pictures.palette import Role
from skill.pictures.shapes import LINE, Shape, flesh
from skill.value import Value

LITTLE: Final = ((-27, 5.6), (-17.5, 6.2), (-6.5, 6.8), (5, 7.2))
BIG: Final = (21, 11.0)
"""Where a toe is, from the middle, and how thick."""


class FrontFoot(Value):
    """A right foot that points at us, its big toe on the right; a left one where so said.

    Attributes:
        place: the middle of its front edge, on the ground.
        scale: 1 for a foot 64 units wide.
        big: how far the big toe is lifted, from 0 to 1.
        little: how far the four little ones are.
        curl: how far all of them are curled under, from 0 to 1.
        left: whether it is a left foot.
    """

    place: Point
    scale: float = 1.0
    big: float = 0.0
    little: float = 0.0
    curl: float = 0.0
    left: bool = False

    def part(self, x: float, y: float, r: float) -> Circle:
        """A circle of the foot; y is up."""
        aside = -x if self.left else x
        return Circle(self.place[0] + aside * self.scale, self.place[1] - y * self.scale, r * self.scale)

    def shapes(self) -> Iterator[Shape]:
        """The leg, the back of the foot, and the toes in front."""
        ankle, up = self.part(2, 66, 15), self.part(4, 160, 20)
        yield flesh(limb((up, ankle)), Role.SKIN)
        front = (self.part(1, 68, 14), self.part(-20, 19, 11), self.part(17, 20, 14))
        yield flesh(hull(front), Role.SKIN)
        yield joined(ankle, up, Role.SKIN, 0.5)
        toes = [(*toe, self.little) for toe in LITTLE] + [(*BIG, self.big)]
        for x, r, lift in toes:
            yield from self._toe(x, r, lift)
        yield from self._looks(toes)

    def _toe(self, x: float, r: float, lift: float) -> Iterator[Shape]:
        root = self.part(x, 19, r)
        yield flesh(limb((root, self._tip(x, r, lift))), Role.SKIN)
        if lift:
            yield joined(root, self.part(x, 9 + r, r), Role.SKIN, 0.9)

    def _tip(self, x: float, r: float, lift: float) -> Circle:
        return self.part(x * (1.0 + 0.1 * lift), r + lift * (20 + r * 0.7), r * 1.08)

    def _looks(self, toes: list[tuple[float, float, float]]) -> Iterator[Shape]:
        """What is seen on toes: nails where they lie, pads where they are lifted, creases where they curl."""
        nails: Path = ()
        pads: Path = ()
        creases: Path = ()
        for x, r, lift in toes:
            if lift:
                tip = self._tip(x, r, lift)
                pads += circle(tip.x, tip.y, tip.r * 0.72)
            elif self.curl:
                bend = ((-0.7 * r, 9), (0, 6), (0.7 * r, 9))
                crease = [self.part(x + aside, y, 0).centre for aside, y in bend]
                creases += curve(crease[0], (crease[1], crease[2]))
            else:
                nails += self._oval(x, r * 0.5, r * 1.1, r * 1.45)
        if nails:
            yield Shape(nails, Role.SOCK, Role.LINE, LINE * 0.5)
        if pads:
            yield Shape(pads, Role.ACCENT)
        if creases:
            yield Shape(creases, None, Role.LINE, LINE * 0.7)
            arch = [self.part(x, y, 0).centre for x, y in ((-22, 34), (0, 44), (20, 40))]
            yield Shape(
                curve(arch[0], (arch[1], arch[2])), None, Role.ACCENT, (5 + 4 * self.curl) * self.scale
            )

    def _oval(self, x: float, r: float, low: float, high: float) -> Path:
        return hull((self.part(x, low, r), self.part(x, high, r)))
