"""One ankle on the other knee, the thumbs work the sole; written with the left sole up, toward us."""

from collections.abc import Iterator
from dataclasses import dataclass

from skill.content.exercise import Form, Side
from skill.pictures.body import Arm, Leg
from skill.pictures.foot import Foot
from skill.pictures.geometry import Circle, Point
from skill.pictures.outlines import limb
from skill.pictures.palette import Role
from skill.pictures.pose import Pose
from skill.pictures.poses.seat import CHAIR, seated
from skill.pictures.shapes import Shape, flesh
from skill.pictures.sole import Sole
from skill.pictures.view import Arrow, Floor, Lens


@dataclass(frozen=True, slots=True)
class Sitting:
    """A runner whose left foot lies on the right leg.

    Attributes:
        foot: where it is.
        knee: the left one, which points away from us.
        lean: how far the trunk is bent forward, in degrees.
    """

    foot: Point
    knee: Point
    lean: float

    def shapes(self) -> Iterator[Shape]:
        """The runner, the sole, and the near hand on it."""
        x, y = self.foot
        hand = Arm((x + 4, y - 13), 70)
        body = seated(
            near=Leg(Foot((126, 262))),
            far=Leg(Foot((x - 20, y + 12)), knee=self.knee),
            near_arm=hand,
            far_arm=Arm((x + 12, y - 10), 100),
            lean=self.lean,
            head=22,
        )
        *behind, arm, sleeve = body.shapes()
        yield from behind
        knee = Circle(self.knee[0], self.knee[1], 10.5)
        yield flesh(limb((knee, Circle(x - 6, y + 1, 7.5))), Role.SKIN)
        yield from Sole((x + 6, y + 4), 0.23, 98).shapes()
        yield from (arm, sleeve)


def _lens(thumbs: float) -> Lens:
    sole = Sole((300, 116), 0.98, 66, thumbs)
    along = Arrow(sole.point(-1, 58), sole.point(7, -34), -5, size=8, role=Role.SOCK)
    return Lens((292, 122), 100, (sole, along) if thumbs else (sole,))


FORMS = {
    Form.STANDARD: Pose(
        start=(Floor(), CHAIR, Sitting((132, 160), (98, 160), 14), _lens(0)),
        end=(Floor(), CHAIR, Sitting((132, 160), (98, 160), 14), _lens(0.75)),
        side=Side.LEFT,
    ),
    Form.EASIER: Pose(
        start=(Floor(), CHAIR, Sitting((140, 188), (110, 168), 36), _lens(0)),
        end=(Floor(), CHAIR, Sitting((140, 188), (110, 168), 36), _lens(0.75)),
        side=Side.LEFT,
    ),
}
