"""A foot seen from the side, bare or in a sock, as small as a figure's or as large as in a lens."""

from collections.abc import Iterator
from math import cos, radians
from typing import Any, Final

from skill.pictures.geometry import Circle, Path, Point, at, between, curve, line, turned
from skill.pictures.outlines import limb
from skill.pictures.palette import Role
from skill.pictures.shapes import LINE, Shape, flesh
from skill.value import Value, replace

SOLE: Final = 13.0
"""From the ankle down to the ground, in the units of a figure, as all here."""
HEEL: Final = -7.0
HEEL_R: Final = 7.5
BALL: Final = 17.0
ANKLE: Final = 6.5
BENDING: Final = 30.0
OUTLINE: Final = (
    ((-9.0, 1.5), (-15.0, 1.5), (-14.5, 7.0)),
    ((-14.5, 11.5), (-11.0, 13.0), (-7.0, 13.0)),
    ((-2.0, 13.0), (1.0, 11.4), (6.0, 11.4)),
    ((11.0, 11.4), (13.0, 13.0), (17.0, 13.0)),
    ((21.5, 13.0), (24.0, 11.0), (22.5, 7.5)),
    ((21.0, 3.5), (10.0, 4.0), (6.4, -0.8)),
)
"""From behind the ankle around the heel, the arch and the ball to the instep."""
BENT: Final = (((21.5, 13.0), (22.0, 11.0), (20.5, 7.0)), ((19.0, 3.5), (10.0, 4.0), (6.4, -0.8)))
"""The same from the ball on, where toes are bent up so far that it would stand out under them."""
TOES: Final = ((11.5, 4.7, 0.0), (11.6, 3.4, 1.4), (10.6, 3.0, 3.0), (9.0, 2.7, 4.6), (7.2, 2.5, 6.4))
"""How far each toe reaches from its joint, the big one first, how thick it is, and how far back it begins."""
ALL_TOES: Final = (9.0, 4.4, 0.0)
"""The same for all of them, where they are too small to be told apart."""


class Foot(Value):
    """A foot that points to the right.

    Attributes:
        heel: the point of the sole under the heel.
        pitch: how far the toes' end is lifted around the heel, in degrees.
        toes: how far the toes are bent up against the foot, in degrees; below zero they curl.
        scale: 1 for a figure of 225 units.
        shin: the angle at which the lower leg leaves the ankle; None where a figure draws its own.
        five: whether each toe is drawn.
        sole: whether the sole is in the accent colour.
        working: whether the toes are.
        skin: its colour.
        sock: whether a sock is on.
    """

    heel: Point
    pitch: float = 0.0
    toes: float = 0.0
    scale: float = 1.0
    shin: float | None = None
    five: bool = False
    sole: bool = False
    working: bool = False
    skin: Role = Role.SKIN
    sock: bool = False

    @classmethod
    def over(cls, contact: Point, along: float, **looks: Any) -> "Foot":
        """A foot whose sole touches a point.

        Args:
            contact: the point.
            along: how far from the heel toward the toes, 0 to 24.
            looks: its pitch and scale, and all else that a foot has.
        """
        ahead, down = turned((along, 0.0), -looks.get("pitch", 0.0), looks.get("scale", 1.0))
        return cls((contact[0] - ahead, contact[1] - down), **looks)

    @classmethod
    def against(cls, wall: float, ground: float, **looks: Any) -> "Foot":
        """A foot with its heel on the ground and its toes on a wall.

        Args:
            wall: the x of the wall.
            ground: the y of the ground.
            looks: as for `over`.
        """
        foot = cls((0.0, 0.0), **looks)
        furthest = max(bone.x + bone.r for toe in (*TOES, ALL_TOES) for bone in foot._bones(*toe))
        sunk = HEEL_R * (1 - cos(radians(foot.pitch))) * foot.scale
        return replace(foot, heel=(wall - furthest, ground - sunk))

    def place(self, x: float, y: float) -> Point:
        """A point of the foot, measured from the ankle of one that lies flat."""
        ahead, down = turned((x - HEEL, y - SOLE), -self.pitch, self.scale)
        return (self.heel[0] + ahead, self.heel[1] + down)

    @property
    def ankle(self) -> Circle:
        """The joint to the lower leg."""
        return Circle(*self.place(0.0, 0.0), ANKLE * self.scale)

    @property
    def colour(self) -> Role:
        """Of skin, or of the sock."""
        return Role.SOCK if self.sock else self.skin

    def shapes(self) -> Iterator[Shape]:
        """The foot; where a figure draws the leg, its ankle is still open to it."""
        if self.shin is None:
            yield from self._bare()
            return
        leg = Circle(*at(self.ankle.centre, self.shin, 60 * self.scale), 10.5 * self.scale)
        yield flesh(limb((self.ankle, leg)), self.skin)
        if self.sock:
            leg = Circle(*at(self.ankle.centre, self.shin, 17 * self.scale), 8.6 * self.scale)
            yield flesh(limb((self.ankle, leg)), self.colour)
            for far in (14, 18):
                middle = at(self.ankle.centre, self.shin, far * self.scale)
                ends = [at(middle, self.shin + way, 8.0 * self.scale) for way in (-90, 90)]
                yield Shape(line(*ends), None, Role.SHIRT, LINE * 1.5)
        yield from self._bare()
        yield joined(self.ankle, leg, self.colour)

    def _bare(self) -> Iterator[Shape]:
        toes = TOES if self.five else (ALL_TOES,)
        yield self._toe(toes[0])
        ahead = (*OUTLINE[:-2], *BENT) if self.toes > BENDING else OUTLINE
        parts = [(self.place(*a), self.place(*b), self.place(*c)) for a, b, c in ahead]
        yield flesh((*curve(self.place(-6.4, 0.4), *parts), ("Z",)), self.colour)
        yield joined(*self._bones(*toes[0]), self._toe_colour, 0.8)
        if self.sole:
            yield Shape(self._sole_line(), None, Role.ACCENT, 3.4 * self.scale)
        yield from (self._toe(toe) for toe in toes[1:])

    def _bones(self, reach: float, thickness: float, back: float) -> tuple[Circle, Circle]:
        """A toe's joint and tip."""
        root = (BALL - (0.0 if self.toes > BENDING else back), SOLE - thickness)
        ahead, down = turned((reach, 0.0), -self.toes)
        tip = (root[0] + ahead, root[1] + down)
        r = thickness * self.scale
        return Circle(*self.place(*root), r), Circle(*self.place(*tip), r * 0.95)

    def _toe(self, toe: tuple[float, float, float]) -> Shape:
        outline = limb(self._bones(*toe))
        return Shape(outline, self._toe_colour, Role.LINE, LINE * 0.75 if self.five else LINE)

    @property
    def _toe_colour(self) -> Role:
        return Role.ACCENT if self.working else self.colour

    def _sole_line(self) -> Path:
        rim = SOLE - 2.6
        return curve(self.place(-8.0, rim), (self.place(6.0, rim - 2.0), self.place(16.0, rim - 0.5)))


def joined(joint: Circle, onward: Circle, fill: Role, share: float = 0.35) -> Shape:
    """What hides the line between two parts that meet in a joint.

    Args:
        joint: which both have in common.
        onward: the next joint of one of them.
        fill: of both.
        share: how far on it reaches.
    """
    inset = LINE / 2
    inner = Circle(*joint.centre, joint.r - inset)
    r = joint.r + (onward.r - joint.r) * share - inset
    further = Circle(*between(joint.centre, onward.centre, share), r)
    return Shape(limb((inner, further)), fill)
