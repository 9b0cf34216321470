"""A runner seen from the side: joints become a body with weight and clothes."""

from collections.abc import Iterator
from typing import Final

from skill.pictures.foot import Foot, joined
from skill.pictures.geometry import Circle, Point, at, bend, between, direction
from skill.pictures.head import Head
from skill.pictures.outlines import limb
from skill.pictures.palette import Role
from skill.pictures.shapes import Shape, flesh
from skill.value import Value, replace

THIGH: Final = 54.0
SHIN: Final = 52.0
TORSO: Final = 62.0
UPPER_ARM: Final = 37.0
FOREARM: Final = 35.0
"""The bones, of a figure of 225 units."""


class Leg(Value):
    """A leg, by where its foot is.

    Attributes:
        foot: where and how it is.
        knee: where the knee is, where the thigh points at us or away; else it follows from the bones.
        calf: whether the calf is in the accent colour.
    """

    foot: Foot
    knee: Point | None = None
    calf: bool = False


class Arm(Value):
    """An arm, by where its wrist is.

    Attributes:
        wrist: the joint to the hand.
        palm: the angle of the fingers, 0 to the right, 90 down.
    """

    wrist: Point
    palm: float


class Body(Value):
    """A runner who looks to the right: the right side is near.

    Attributes:
        hip: the joint.
        near: the leg on our side.
        far: the other one.
        near_arm: the arm on our side.
        far_arm: the other one.
        lean: how far the trunk is bent forward, in degrees from upright.
        head: how far the head is bent forward besides.
        scale: 1 for a runner of 225 units.
    """

    hip: Point
    near: Leg
    far: Leg
    near_arm: Arm
    far_arm: Arm
    lean: float = 0.0
    head: float = 0.0
    scale: float = 1.0

    @property
    def up(self) -> float:
        """The angle of the trunk."""
        return self.lean - 90.0

    @property
    def shoulder(self) -> Point:
        """Where the neck begins."""
        return at(self.hip, self.up, TORSO * self.scale)

    def shapes(self) -> Iterator[Shape]:
        """The body, what is far away first; the near arm and its sleeve come last."""
        yield from self._arm(self.far_arm, Role.SHADE)
        yield from self._leg(self.far, Role.SHADE)
        yield from self._trunk()
        yield from self._leg(self.near, Role.SKIN)
        yield from self._arm(self.near_arm, Role.SKIN)

    def _joint(self, point: Point, r: float) -> Circle:
        return Circle(*point, r * self.scale)

    def _leg(self, leg: Leg, skin: Role) -> Iterator[Shape]:
        foot = replace(leg.foot, skin=skin)
        ankle = foot.ankle
        knee = leg.knee or bend(self.hip, ankle.centre, THIGH * self.scale, SHIN * self.scale, outward=True)
        calf = self._behind_shin(knee, ankle, 0.34, 3.0, 11.5)
        thigh = (self._joint(self.hip, 17), self._joint(between(self.hip, knee, 0.5), 15))
        yield flesh(limb((*thigh, self._joint(knee, 11), calf, ankle)), skin)
        onward = calf
        if foot.sock:
            onward = self._behind_shin(knee, ankle, 0.72, 1.0, 9.0)
            yield flesh(limb((ankle, onward)), Role.SOCK)
        yield from foot.shapes()
        yield joined(ankle, onward, foot.colour)
        if leg.calf:
            parts = ((0.14, 7.5, 4.0), (0.36, 9.2, 4.6), (0.78, 3.6, 2.2))
            yield Shape(limb([self._behind_shin(knee, ankle, *part) for part in parts]), Role.ACCENT)
        hem = between(self.hip, knee, 0.62)
        yield flesh(limb((self._joint(self.hip, 18), self._joint(hem, 17))), Role.SHORTS)

    def _behind_shin(self, knee: Point, ankle: Circle, share: float, behind: float, r: float) -> Circle:
        """Flesh of the lower leg: how far down it is, how far behind the bone, and how thick."""
        bone = between(knee, ankle.centre, share)
        return self._joint(at(bone, direction(knee, ankle.centre) + 90, behind * self.scale), r)

    def _trunk(self) -> Iterator[Shape]:
        tilt = self.up + self.head
        neck = at(at(self.shoulder, self.up, 12 * self.scale), tilt, 15 * self.scale)
        yield flesh(limb((self._joint(self.shoulder, 7.5), self._joint(neck, 7))), Role.SKIN)
        chest = at(between(self.hip, self.shoulder, 0.72), self.up + 90, 2.0 * self.scale)
        shirt = (
            (at(self.shoulder, self.up, -3 * self.scale), 12.5),
            (chest, 17),
            (between(self.hip, self.shoulder, 0.3), 15.5),
            (at(self.hip, self.up, 3 * self.scale), 17.5),
        )
        yield flesh(limb([self._joint(*part) for part in shirt]), Role.SHIRT)
        yield from Head(at(neck, tilt, 3 * self.scale), tilt + 90, self.scale).shapes()

    def _arm(self, arm: Arm, skin: Role) -> Iterator[Shape]:
        root = at(self.shoulder, self.up, -4 * self.scale)
        elbow = bend(root, arm.wrist, UPPER_ARM * self.scale, FOREARM * self.scale, outward=False)
        palm, tips = (at(arm.wrist, arm.palm, far * self.scale) for far in (6, 14))
        joints = ((root, 9), (elbow, 7), (arm.wrist, 5.2), (palm, 5.6), (tips, 3.4))
        yield flesh(limb([self._joint(*part) for part in joints]), skin)
        sleeve = between(root, elbow, 0.5)
        yield flesh(limb((self._joint(root, 10.5), self._joint(sleeve, 9.6))), Role.SHIRT)
