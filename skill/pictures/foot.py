"""A foot seen from the side, bare or in a sock, as small as a figure's or as large as in a lens."""

from collections.abc import Iterator
from dataclasses import dataclass

from skill.pictures.geometry import Circle, Path, Point, between, curve, hull, limb, turned
from skill.pictures.palette import Role
from skill.pictures.shapes import Shape, flesh

SOLE = 13.0
"""From the ankle down to the ground."""
HEEL = Circle(-7.0, 5.5, 7.5)
BALL = Circle(17.0, 7.5, 5.5)
ANKLE = 6.5
INSTEP = Circle(4.0, 0.5, 6.0)
TOES = ((10.5, 4.2), (9.6, 3.4), (8.2, 3.2), (6.4, 3.0), (4.4, 3.0))
"""How far each toe reaches from the ball, the big one first, and how thick it is."""


@dataclass(frozen=True, slots=True)
class Foot:
    """A foot that points to the right.

    Attributes:
        heel: the point of the sole under the heel.
        pitch: how far the toes' end is lifted around the heel, in degrees.
        toes: how far the toes are bent up against the foot, in degrees; below zero they curl.
        scale: 1 for a figure of 225 units.
        shin: the angle at which the lower leg leaves the ankle; None where a figure draws its own.
        five: whether each toe is drawn.
        sole: whether the sole is in the accent colour.
        arch: whether only its arch is.
    """

    heel: Point
    pitch: float = 0.0
    toes: float = 0.0
    scale: float = 1.0
    shin: float | None = None
    five: bool = False
    sole: bool = False
    toes_accent: bool = False
    skin: Role = Role.SKIN
    sock: bool = False
    width: float = 2.5

    def place(self, x: float, y: float) -> Point:
        """A point of the foot, measured from the ankle of one that lies flat."""
        ahead, down = turned((x - HEEL.x, y - SOLE), -self.pitch, self.scale)
        return (self.heel[0] + ahead, self.heel[1] + down)

    @property
    def ankle(self) -> Point:
        """The joint to the lower leg."""
        return self.place(0.0, 0.0)

    def joint(self, part: Circle) -> Circle:
        """A part of the foot where it is."""
        return Circle(*self.place(part.x, part.y), part.r * self.scale)

    def toe(self, reach: float, thickness: float, back: float = 0.0) -> tuple[Circle, Circle]:
        """A toe from its joint to its tip; `back` moves its joint toward the heel."""
        root = Circle(BALL.x - back, SOLE - thickness, thickness)
        ahead, up = turned((reach, 0.0), -self.toes)
        return self.joint(root), self.joint(Circle(root.x + ahead, root.y + up, thickness * 0.95))

    def shapes(self) -> Iterator[Shape]:
        """The foot, its ankle still open to the leg."""
        skin = Role.SOCK if self.sock else self.skin
        ankle = Circle(*self.ankle, ANKLE * self.scale)
        if self.shin is not None:
            away = turned((1.0, 0.0), self.shin, 60 * self.scale)
            up = Circle(ankle.x + away[0], ankle.y + away[1], 10.5 * self.scale)
            yield flesh(limb((ankle, up)), self.skin, self.width)
            if self.sock:
                cuff = Circle(*between(ankle.centre, up.centre, 0.4), 9.0 * self.scale)
                yield flesh(limb((ankle, cuff)), Role.SOCK, self.width)
        far = () if not self.five or self.sock else TOES[:1]
        for reach, thickness in far:
            yield flesh(limb(self.toe(reach, thickness)), self._toe_colour(skin), self.width)
        body = tuple(self.joint(part) for part in (Circle(0, 0, ANKLE), HEEL, BALL, INSTEP))
        yield flesh(hull(body), skin, self.width)
        if self.sole:
            yield Shape(self._sole_line(), None, Role.ACCENT, 3.4 * self.scale)
        if self.five and not self.sock:
            for place, (reach, thickness) in enumerate(TOES[1:], 1):
                back = place * 1.1
                yield flesh(limb(self.toe(reach, thickness, back)), self._toe_colour(skin), self.width)
        else:
            yield flesh(limb(self.toe(9.0, 4.4)), self._toe_colour(skin), self.width)
            yield joined(self.joint(BALL), self.toe(9.0, 4.4)[1], skin, self.width, 0.3)
        if self.shin is not None:
            yield joined(ankle, up, self.skin, self.width)

    def _toe_colour(self, skin: Role) -> Role:
        return Role.ACCENT if self.toes_accent else skin

    def _sole_line(self) -> Path:
        rim = SOLE - 2.6
        return curve(self.place(-8.0, rim), (self.place(6.0, rim - 2.0), self.place(18.0, rim)))


def joined(joint: Circle, onward: Circle, fill: Role, width: float, share: float = 0.35) -> Shape:
    """What hides the line between two parts that meet in a joint.

    Args:
        joint: which both have in common.
        onward: the next joint of one of them.
        fill: of both.
        width: of the lines.
        share: how far on it reaches.
    """
    middle = between(joint.centre, onward.centre, share)
    inner = Circle(*joint.centre, joint.r - width / 2)
    return Shape(limb((inner, Circle(*middle, joint.r + (onward.r - joint.r) * share - width / 2))), fill)
