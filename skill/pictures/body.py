"""A runner seen from the side: joints become a body with weight, clothes and a face."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from skill.pictures.foot import ANKLE, Foot, joined
from skill.pictures.geometry import (
    Circle,
    Point,
    at,
    bend,
    between,
    circle,
    curve,
    direction,
    hull,
    limb,
    turned,
)
from skill.pictures.palette import Role
from skill.pictures.shapes import Shape, flesh

THIGH, SHIN, TORSO = 54.0, 52.0, 62.0
UPPER_ARM, FOREARM = 37.0, 35.0
HIP_R, THIGH_R, KNEE_R, CALF_R = 18.0, 15.5, 11.0, 11.5


@dataclass(frozen=True, slots=True)
class Leg:
    """A leg, by where its foot is.

    Attributes:
        foot: its heel, pitch and toes; what a foot looks like is the body's affair.
        knee: where the knee is, where the thigh points at us or away; else it follows from the bones.
        calf: whether the calf is in the accent colour.
    """

    foot: Foot
    knee: Point | None = None
    calf: bool = False


@dataclass(frozen=True, slots=True)
class Arm:
    """An arm, by where its wrist is.

    Attributes:
        wrist: the joint to the hand.
        palm: the angle of the fingers, 0 to the right, 90 down.
        up: whether the elbow points up and forward.
        elbow: where the elbow is, where the arm points at us or away.
    """

    wrist: Point
    palm: float
    up: bool = False
    elbow: Point | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A runner who looks to the right.

    Attributes:
        hip: the joint.
        lean: how far the trunk is bent forward, in degrees from upright.
        head: how far the head is bent forward besides.
        near, far: the legs.
        near_arm, far_arm: the arms.
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
    width: float = field(default=2.5)

    @property
    def up(self) -> float:
        """The angle of the trunk."""
        return self.lean - 90.0

    @property
    def shoulder(self) -> Point:
        """The joint of the arms."""
        return at(self.hip, self.up, TORSO * self.scale)

    def shapes(self) -> Iterator[Shape]:
        """The body, what is far away first."""
        yield from self._arm(self.far_arm, Role.SHADE)
        yield from self._leg(self.far, Role.SHADE)
        yield from self._trunk()
        yield from self._leg(self.near, Role.SKIN)
        yield from self._arm(self.near_arm, Role.SKIN)

    def _joint(self, point: Point, r: float) -> Circle:
        return Circle(*point, r * self.scale)

    def _leg(self, leg: Leg, skin: Role) -> Iterator[Shape]:
        ankle = leg.foot.ankle
        knee = leg.knee or bend(self.hip, ankle, THIGH * self.scale, SHIN * self.scale, outward=True)
        turn = direction(knee, ankle)
        calf = at(between(knee, ankle, 0.34), turn + 90, 3.0 * self.scale)
        joints = [
            self._joint(self.hip, HIP_R - 1),
            self._joint(between(self.hip, knee, 0.5), THIGH_R - 0.5),
            self._joint(knee, KNEE_R),
            self._joint(calf, CALF_R),
            self._joint(ankle, ANKLE),
        ]
        yield flesh(limb(joints), skin, self.width)
        if leg.calf:
            inner = [
                self._joint(at(between(knee, ankle, share), turn + 90, aside * self.scale), r)
                for share, aside, r in ((0.2, 4.5, 5.0), (0.36, 6.0, 6.4), (0.8, 2.2, 2.6))
            ]
            yield Shape(limb(inner), Role.ACCENT)
        yield from leg.foot.shapes()
        yield joined(joints[-1], joints[-2], Role.SOCK if leg.foot.sock else skin, self.width)
        if leg.foot.sock:
            top = self._joint(at(between(knee, ankle, 0.72), turn + 90, self.scale), 9.0)
            yield flesh(limb((joints[-1], top)), Role.SOCK, self.width)
            yield from leg.foot.shapes()
            yield joined(joints[-1], top, Role.SOCK, self.width)
        hem = between(self.hip, knee, 0.62)
        yield flesh(
            limb((self._joint(self.hip, HIP_R), self._joint(hem, THIGH_R + 1.5))), Role.SHORTS, self.width
        )

    def _trunk(self) -> Iterator[Shape]:
        neck = at(self.shoulder, self.up, 12 * self.scale)
        chest = at(between(self.hip, self.shoulder, 0.72), self.up + 90, 2.0 * self.scale)
        waist = between(self.hip, self.shoulder, 0.3)
        tilt = self.up + self.head
        centre = at(neck, tilt, 15 * self.scale)
        yield flesh(limb((self._joint(self.shoulder, 7.5), self._joint(centre, 7))), Role.SKIN, self.width)
        yield flesh(
            limb(
                (
                    self._joint(at(self.shoulder, self.up, -3 * self.scale), 12.5),
                    self._joint(chest, 17),
                    self._joint(waist, 15.5),
                    self._joint(at(self.hip, self.up, 3 * self.scale), 17.5),
                )
            ),
            Role.SHIRT,
            self.width,
        )
        yield from self._face(at(centre, tilt, 3 * self.scale), tilt + 90)

    def _face(self, centre: Point, tilt: float) -> Iterator[Shape]:
        def part(x: float, y: float, r: float) -> Circle:
            dx, dy = turned((x, y), tilt, self.scale)
            return Circle(centre[0] + dx, centre[1] + dy, r * self.scale)

        nose = part(16.2, 3.0, 3.0)
        yield flesh(limb((part(-17, -9, 3.5), part(-24, -2, 5.5), part(-25, 9, 2.5))), Role.HAIR, self.width)
        yield flesh(hull((part(0, -1, 16), part(3, 5, 12), nose)), Role.SKIN, self.width)
        yield flesh(hull((part(-6, -6, 12.5), part(3, -11, 8), part(10, -11, 4.5))), Role.HAIR, self.width)
        yield flesh(circle(*part(-2.5, 4, 3.6)), Role.SKIN, self.width * 0.8)
        yield Shape(circle(*part(9.5, 0.5, 1.7)), Role.LINE)
        mouth = [part(x, y, 0).centre for x, y in ((7.5, 9.0), (10.5, 11.0), (13.0, 8.6))]
        yield Shape(curve(mouth[0], (mouth[1], mouth[2])), None, Role.LINE, self.width * 0.7)

    def _arm(self, arm: Arm, skin: Role) -> Iterator[Shape]:
        root = at(self.shoulder, self.up, -4 * self.scale)
        elbow = arm.elbow or bend(
            root, arm.wrist, UPPER_ARM * self.scale, FOREARM * self.scale, outward=arm.up
        )
        wrist = self._joint(arm.wrist, 5.2)
        palm = self._joint(at(arm.wrist, arm.palm, 6 * self.scale), 5.6)
        tips = self._joint(at(arm.wrist, arm.palm, 14 * self.scale), 3.4)
        yield flesh(limb((self._joint(root, 9), self._joint(elbow, 7), wrist, palm, tips)), skin, self.width)
        sleeve = between(root, elbow, 0.62)
        shade = Role.SHIRT
        yield flesh(limb((self._joint(root, 10.5), self._joint(sleeve, 9.6))), shade, self.width)
