"""A foot from in front, each toe for itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from skill.pictures.foot import joined
from skill.pictures.geometry import Circle, Point, circle, curve, line
from skill.pictures.outlines import hull, limb
from skill.pictures.palette import Role
from skill.pictures.shapes import LINE, Shape, flesh


@dataclass(frozen=True, slots=True)
class FrontFoot:
    """A foot that points at us, its big toe on the right.

    Attributes:
        place: the middle of its front edge, on the ground.
        scale: 1 for a foot 64 units wide.
        big, little: how far the big toe and the four little ones are lifted, from 0 to 1.
        curl: how far all of them are curled under, from 0 to 1.
        left: whether the big toe is on the left instead.
        sock: whether a sock hides them.
    """

    place: Point
    scale: float = 1.0
    big: float = 0.0
    little: float = 0.0
    curl: float = 0.0
    left: bool = False
    sock: bool = False

    def part(self, x: float, y: float, r: float) -> Circle:
        """A circle of the foot; y is up."""
        aside = -x if self.left else x
        return Circle(self.place[0] + aside * self.scale, self.place[1] - y * self.scale, r * self.scale)

    def shapes(self) -> Iterator[Shape]:
        """The leg, the back of the foot, and the toes in front."""
        ankle, up = self.part(2, 66, 15), self.part(4, 160, 20)
        skin = Role.SOCK if self.sock else Role.SKIN
        yield flesh(limb((up, ankle)), Role.SKIN)
        if self.sock:
            cuff = self.part(2.8, 106, 18.5)
            yield flesh(limb((cuff, ankle)), skin)
            up = cuff
        yield flesh(hull((self.part(1, 68, 14), *self._front())), skin)
        yield joined(ankle, up, skin, 0.5)
        if self.sock:
            edge = [self.part(x, y, 0).centre for x, y in ((-24, 7), (-2, 1), (21, 7))]
            yield Shape(curve(edge[0], (edge[1], edge[2])), None, Role.ACCENT, 6 * self.scale)
            seam = [self.part(x, y, 0).centre for x, y in ((-29, 22), (0, 33), (28, 24))]
            yield Shape(curve(seam[0], (seam[1], seam[2])), None, Role.LINE, LINE * 0.6, 0.5)
            for y in (96, 104):
                ends = [self.part(x, y, 0).centre for x in (-12, 17)]
                yield Shape(line(*ends), None, Role.SHIRT, LINE * 1.6)
            return
        for x, r in ((-27, 5.6), (-17.5, 6.2), (-6.5, 6.8), (5, 7.2)):
            yield from self._toe(x, r, self.little)
        yield from self._toe(21, 11.0, self.big)

    def _front(self) -> tuple[Circle, ...]:
        if self.sock:
            return (self.part(-20, 13, 13), self.part(16, 15, 15))
        return (self.part(-20, 19, 11), self.part(17, 20, 14))

    def _toe(self, x: float, r: float, lift: float) -> Iterator[Shape]:
        root = self.part(x, 17, r)
        if self.curl:
            root = self.part(x, 17 + 3 * self.curl, r * (1 + 0.12 * self.curl))
        tip = self.part(x * (1.0 + 0.12 * lift), r + lift * (28 + r * 0.4), r * 1.05)
        works = lift > 0 or self.curl > 0
        yield flesh(limb((root, tip)), Role.ACCENT if works else Role.SKIN)
        if lift:
            yield Shape(circle(*self.part(x * 1.1, 28 + r * 1.1, r * 0.45)), Role.SKIN, opacity=0.35)
        if self.curl:
            crease = [self.part(x + aside * r * 0.8, y, 0).centre for aside, y in ((-1, 12), (0, 9), (1, 12))]
            yield Shape(curve(crease[0], (crease[1], crease[2])), None, Role.LINE, LINE * 0.8)
        elif not works:
            nail = self.part(x, r * 1.1, r * 0.5)
            yield Shape(hull((nail, self.part(x, r * 1.45, r * 0.5))), Role.SOCK, Role.LINE, LINE * 0.5, 0.75)
