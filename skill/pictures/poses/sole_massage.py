"""One ankle on the other knee, the thumbs work the sole; written with the left sole up, toward us."""

from collections.abc import Iterator

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
from skill.pictures.view import Floor, Lens
from skill.value import Value


class Sitting(Value):
    """A runner whose left leg is crossed over the right one.

    Attributes:
        foot: where the left ankle lies.
        knee: the left knee, which points away from us.
        lean: how far the trunk is bent forward, in degrees.
    """

    foot: Point
    knee: Point
    lean: float

    def shapes(self) -> Iterator[Shape]:
        """The runner; over the right leg the left shin and sole, and on it the near hand."""
        x, y = self.foot
        body = seated(
            near=Leg(Foot((124, 262))),
            far=Leg(Foot((x - 4, y + 13)), knee=self.knee),
            near_arm=Arm((x + 3, y - 22), 68),
            far_arm=Arm((x + 12, y - 15), 80),
            lean=self.lean,
            head=16,
        )
        *behind, arm, sleeve = body.shapes()
        yield from behind
        knee, ankle = Circle(*self.knee, 10.5), Circle(x, y, 7)
        yield flesh(limb((knee, ankle)), Role.SHADE)
        yield from Sole((x + 12, y + 2), 0.25, 100).shapes()
        yield from (arm, sleeve)


def _lens(thumbs: float) -> Lens:
    return Lens((290, 122), 100, (Sole((288, 122), 0.86, 66, thumbs),))


def _form(runner: Sitting) -> Pose:
    return Pose(
        start=(Floor(), CHAIR, runner, _lens(0)),
        end=(Floor(), CHAIR, runner, _lens(0.6)),
        side=Side.LEFT,
    )


FORMS = {
    Form.STANDARD: _form(Sitting((123, 166), (106, 142), 8)),
    Form.EASIER: _form(Sitting((132, 190), (116, 154), 28)),
}
